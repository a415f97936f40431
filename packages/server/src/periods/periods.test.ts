import type { Period, Round } from '@insamling/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { startPortal, type Portal, type TestPerson } from '../testing/portal.ts';

let database: TestDatabase;
let portal: Portal;
let manager: TestPerson;
let officer: TestPerson;
beforeAll(async () => {
  database = await testDatabase();
  portal = await startPortal({ database, at: '2026-11-10T10:00:00Z' });
  await portal.round({});
  await portal.unit('0488');
  manager = await portal.person({ collectingRole: 'collectionManager' });
  officer = await portal.person({ units: [{ code: '0488' }] });
});
afterAll(async () => {
  await portal.close();
  await database.drop();
});
async function period(kind: Period['kind']): Promise<Round['periods'][number]> {
  const [round] = await manager.ask('listRounds', {});
  return round!.periods.find((one) => one.kind === kind)!;
}
const change = (one: Period, changed: Partial<Period>, confirmName?: string) => {
  const { opensOn, dueOn, lastUploadOn, closesOn, texts, version } = { ...one, ...changed };
  const request = { period: one.id, opensOn, dueOn, lastUploadOn, closesOn, texts, expectedVersion: version };
  return manager.ask('changePeriod', confirmName === undefined ? request : { ...request, confirmName });
};
const lastDay = (day: string) => ({ dueOn: day, lastUploadOn: day, closesOn: day });

test('days and texts that are changed are what every unit sees', async () => {
  const running = await period('test');
  const texts = { ...running.texts, heading: 'Prova till och med den {slut}' };
  await change(running, { closesOn: '2026-11-18', lastUploadOn: '2026-11-18', dueOn: '2026-11-18', texts });
  expect(await officer.ask('showUnitPeriods', { unit: '0488' })).toMatchObject({
    running: { kind: 'test', closesOn: '2026-11-18', texts: { heading: 'Prova till och med den {slut}' } },
    next: { kind: 'submission', opensOn: '2026-11-20' },
    forUnit: { dueOn: '2026-11-18', daysLeft: 8 },
  });
  // Everybody learns on every page that a test period runs, and when it ends.
  for (const person of [officer, manager]) expect((await person.ask('whoAmI', {})).testClosesOn).toBe('2026-11-18');
  expect(await database.ask(`select details from audit_event where kind = 'period.changed'`)).toMatchObject([
    { details: { closesOn: '2026-11-18' } },
  ]);
});

test.each([
  [{ opensOn: '2026-11-19' }, 'opens after it closes'],
  [{ dueOn: '2026-11-25' }, 'due after it closes'],
  [{ lastUploadOn: '2026-10-01' }, 'last file before it opens'],
  [{ closesOn: '2026-12-05', dueOn: '2026-12-05', lastUploadOn: '2026-12-05' }, 'overlaps the next period'],
] as readonly (readonly [Partial<Period>, string])[])('%j is refused: %s', async (changed, _because) => {
  await expect(change(await period('test'), changed)).rejects.toMatchObject({ body: { code: 'period.dates-out-of-order' } });
});

test('two managers with the same page: the second is told that it has changed', async () => {
  const one = await period('submission');
  await change(one, { closesOn: '2027-01-05' });
  await expect(change(one, { closesOn: '2027-01-06' })).rejects.toMatchObject({ status: 409, body: { code: 'period.changed-meanwhile' } });
});

test.each([
  ['test', 'Novemberstatistik 2026, testperiod'],
  ['submission', 'Novemberstatistik 2026, inlämningsperiod'],
] as const)('a %s period that is open is closed by who types its name, and by nobody else', async (kind, name) => {
  const at = portal.clock.now();
  const one = await period(kind);
  portal.clock.set(`${one.opensOn}T10:00:00Z`);
  portal.clock.advance(3 * 86_400);
  manager = await portal.person({ collectingRole: 'collectionManager' });
  for (const typed of [undefined, '', 'Testperiod', name.toUpperCase()])
    await expect(change(one, lastDay(one.opensOn), typed)).rejects.toMatchObject({ status: 422, body: { code: 'period.name-not-typed' } });
  expect(await period(kind)).toEqual(one);
  // Another last day that still lies ahead closes nothing.
  const open = await change(one, { dueOn: one.opensOn });
  const closed = await change(open, lastDay(one.opensOn), ` ${name} `);
  expect(closed).toMatchObject(lastDay(one.opensOn));
  // What is closed already is not closed again.
  await change({ ...one, version: closed.version }, {});
  portal.clock.set(at);
  manager = await portal.person({ collectingRole: 'collectionManager' });
});

test('a test period whose data are erased keeps its days, and says why', async () => {
  const one = await period('test');
  await database.ask(`update period set erasing_at = now() where id = '${one.id}'`);
  const later = { closesOn: '2026-11-19', lastUploadOn: '2026-11-19' };
  await expect(change(one, later)).rejects.toMatchObject({ status: 409, body: { code: 'period.erased' } });
  await change(one, { texts: { ...one.texts, heading: 'Den är slut' } });
  await expect(change(one, later)).rejects.toMatchObject({ status: 409, body: { code: 'period.changed-meanwhile' } });
  await database.ask(`update period set erasing_at = null where id = '${one.id}'`);
});

test('between the periods none runs, and Start is told which is next', async () => {
  portal.clock.set('2026-11-19T10:00:00Z');
  const late = await portal.person({ units: [{ code: '0488' }] });
  expect(await late.ask('showUnitPeriods', { unit: '0488' })).toMatchObject({ running: null, forUnit: null, next: { kind: 'submission' } });
  expect((await late.ask('whoAmI', {})).testClosesOn).toBe(null);
});

test('days are counted in Stockholm, whatever the hour of the machine', async () => {
  portal.clock.set('2026-11-19T23:30:00Z'); // half past midnight on the 20th
  const late = await portal.person({ units: [{ code: '0488' }] });
  expect(await late.ask('showUnitPeriods', { unit: '0488' })).toMatchObject({ today: '2026-11-20', running: { kind: 'submission' } });
  expect((await late.ask('whoAmI', {})).testClosesOn).toBe(null);
});
