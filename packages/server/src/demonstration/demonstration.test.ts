import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { startPortal, type Portal } from '../testing/portal.ts';
import { invitedPersons, seedDemonstration } from './index.ts';
import { unitsWithLastYear } from './persons.ts';

let database: TestDatabase;
let portal: Portal;
beforeAll(async () => {
  database = await testDatabase();
  portal = await startPortal({ database });
});
afterAll(async () => {
  await portal.close();
  await database.drop();
});
const count = async (what: string): Promise<unknown> => (await database.ask(`select count(*)::int as n from ${what}`))[0]?.['n'];

test('an empty database gets 310 units, two rounds, five invitations and six deliveries of last year', { timeout: 120_000 }, async () => {
  await seedDemonstration(portal.services);
  expect(await count('reporting_unit')).toBe(310);
  expect(
    await database.ask(
      `select unit_code.code from unit_code join reporting_unit on reporting_unit.id = unit_code.unit_id where reporting_unit.code = '0980' order by 1`,
    ),
  ).toEqual([{ code: '0900' }, { code: '0980' }]);
  expect(await count('collection_round')).toBe(2);
  const reviewer = await portal.person({ collectingRole: 'reviewer' });
  const overview = await reviewer.ask('showOverview', {});
  expect(overview).toMatchObject({ units: 310, period: { kind: 'test' }, round: { name: 'Novemberstatistik 2026' } });
  expect(
    await database.ask(
      `select reporting_unit.code from delivery join reporting_unit on reporting_unit.id = delivery.unit_id where delivery.state = 'accepted' order by 1`,
    ),
  ).toEqual([...unitsWithLastYear].toSorted().map((code) => ({ code })));
  const invited = await invitedPersons(portal.services);
  expect(invited.map(({ role, units }) => `${role} ${units.join(' ')}`.trim())).toEqual([
    'Administratör',
    'Insamlingsansvarig',
    'Uppgiftslämnare 2403 1498',
    'Enhetsadministratör 1480',
    'Uppgiftslämnare 2300',
  ]);
  for (const { email } of invited) expect((await portal.mailsTo(email))[0]!.subject).toBe('Välkommen till personalstatistiken');
});

test('a second start adds nothing; one that was cut off is completed', { timeout: 120_000 }, async () => {
  const before = [await count('account'), await count('delivery'), await count('audit_event')];
  await seedDemonstration(portal.services);
  expect([await count('account'), await count('delivery'), await count('audit_event')]).toEqual(before);
  const [victim] = await database.ask(`select organisation_id, id from delivery where state = 'accepted' limit 1`);
  for (const table of ['receipt', 'explanation', 'delivery_step'])
    await database.ask(`delete from ${table} where delivery_id = '${victim!['id'] as string}'`);
  for (const table of ['rule_count', 'correction'])
    await database.ask(
      `delete from ${table} where file_id in (select id from delivery_file where delivery_id = '${victim!['id'] as string}')`,
    );
  await database.ask(
    `delete from delivery_file where delivery_id = '${victim!['id'] as string}'; delete from delivery where id = '${victim!['id'] as string}'`,
  );
  await seedDemonstration(portal.services);
  expect(await count(`delivery where state = 'accepted'`)).toBe(6);
});

test('a database that holds anything of somebody’s own is left alone', async () => {
  const other = await startPortal({ worker: false });
  try {
    await other.unit('0488');
    await seedDemonstration(other.services);
    const reviewer = await other.person({ collectingRole: 'reviewer' });
    expect(await reviewer.ask('listUnits', {})).toHaveLength(1);
  } finally {
    await other.close();
  }
});
