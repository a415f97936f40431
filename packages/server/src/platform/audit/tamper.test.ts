import { createHash, randomBytes, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '../../testing/database.ts';
import { tampered } from '../../testing/tampering.ts';
import { openDatabase, sql, type Database, type Writer } from '../db/index.ts';
import { keyRing } from '../keys.ts';
import { openLog } from '../log.ts';
import { noOrganisation } from './event.ts';
import type { HeadFile } from './head-files.ts';
import { headsNow, signHeads } from './heads.ts';
import { recordEvent } from './record.ts';
import { verifyLog } from './verify-log.ts';

/** Somebody who has every right in the database, but not the keys, and the same with the keys. */
const secret = { id: 'k1', bytes: new Uint8Array(randomBytes(32)) };
const keys = keyRing([secret]);
const unit = randomUUID();
const chains = [noOrganisation, randomUUID(), randomUUID()].sort();
const length = 12;
let place: TestDatabase;
let owner: Database;
let headFile: HeadFile;
beforeAll(async () => {
  place = await testDatabase();
  owner = openDatabase(place.ownerUrl, openLog({ logLevel: 'silent' }));
  for (let number = 1; number <= length; number += 1) {
    for (const organisationId of chains)
      await owner.transaction({}, (db) => recordEvent(db, keys, at(number), event(organisationId, number)));
    if (number === length - 3)
      headFile = { name: 'day.json', heads: signHeads(keys, await owner.transaction({}, (db) => headsNow(db, 'x', at(number)))) };
  }
});
afterAll(async () => {
  await owner.close();
  await place.drop();
});

const at = (number: number) => new Date(Date.UTC(2026, 10, 25, 10, number));
const event = (organisationId: string, number: number) => ({
  organisationId,
  actor: `p-${number % 3}`,
  unitId: number % 2 === 0 ? unit : undefined,
  kind: 'delivery.submitted',
  object: randomUUID(),
  outcome: 'done' as const,
  details: { records: number, big: 9007199254740990, rule: 'P21-02', none: null, isNew: true },
  origin: '127.0.0.1',
});
const verify = (db: Writer) => verifyLog(db, keys, [headFile]);
const isFound = ({ chains: states, contradictions, brokenFiles }: Awaited<ReturnType<typeof verifyLog>>) =>
  states.some(({ brokenAt }) => brokenAt !== undefined) ||
  states.some(({ checkpointFault }) => checkpointFault !== undefined) ||
  contradictions.length > 0 ||
  brokenFiles.length > 0;

const chain = fc.constantFrom(...chains);
const number = fc.integer({ min: 1, max: length });
const row = (organisation: string, n: number) => `organisation_id = '${organisation}' and number = ${n}`;

/** New contents of one column, each different from any there is. */
const newContent = fc.constantFrom(
  `at = at + interval '1 second'`,
  `at = at + interval '1 microsecond'`,
  `at = at - interval '1 millisecond'`,
  `actor = actor || 'x'`,
  `actor = ''`,
  `unit_id = case when unit_id is null then '${unit}'::uuid end`,
  `unit_id = gen_random_uuid()`,
  `kind = 'delivery.accepted'`,
  `object = gen_random_uuid()`,
  `outcome = 'failed'`,
  `details = details || '{"records": 999}'`,
  `details = details - 'none'`,
  `details = details || '{"more": 1}'`,
  `details = details || '{"rule": "P21-03"}'`,
  `details = details || '{"isNew": "true"}'`,
  `details = details || '{"big": 9007199254740990.25}'`,
  `details = '[]'`,
  `details = 'null'`,
  `origin = '127.0.0.2'`,
  `key_id = 'k2'`,
  `previous = decode(repeat('00', 32), 'hex')`,
  `previous = previous || '\\x00'::bytea`,
  `mac = decode(repeat('00', 32), 'hex')`,
  `mac = sha256(mac)`,
  `number = number + 1000`,
  `number = -number`,
  `organisation_id = gen_random_uuid()`,
);
const changed = fc.tuple(chain, number, newContent).map(([c, n, content]) => `update audit_event set ${content} where ${row(c, n)}`);
const removed = fc
  .tuple(chain, number, number)
  .map(([c, n, m]) => `delete from audit_event where organisation_id = '${c}' and number between ${Math.min(n, m)} and ${Math.max(n, m)}`);
const inserted = fc
  .tuple(chain, number, fc.constantFrom(0, -1, length + 1, length + 2))
  .map(
    ([c, n, to]) =>
      `insert into audit_event select organisation_id, ${to}, at, actor, unit_id, kind, object, outcome, details, origin, key_id, mac, sha256(mac) from audit_event where ${row(c, n)}`,
  );
/** Two rows change places, as wholes or but for what chains them. */
const swapped = fc
  .tuple(chain, number, number, fc.boolean())
  .filter(([, n, m]) => n !== m)
  .map(([c, n, m, isWhole]) => {
    const columns = ['at', 'actor', 'unit_id', 'kind', 'object', 'outcome', 'details', 'origin', ...(isWhole ? ['previous', 'mac'] : [])];
    const of = (from: number, to: number) =>
      `update audit_event a set ${columns.map((column) => `${column} = b.${column}`).join(', ')} from kept b where a.organisation_id = '${c}' and a.number = ${to} and b.organisation_id = '${c}' and b.number = ${from}`;
    return `create temporary table kept on commit drop as select * from audit_event; ${of(n, m)}; ${of(m, n)}`;
  });
/** The rows after one close up behind it, as if it had never been. */
const closedUp = fc.tuple(chain, number).map(
  ([c, n]) =>
    `delete from audit_event where ${row(c, n)};
       update audit_event set number = -number where organisation_id = '${c}' and number > ${n};
       update audit_event set number = -number - 1 where organisation_id = '${c}' and number < 0;
       update audit_head set number = number - 1 where organisation_id = '${c}'`,
);
/** The tail is cut off and the head put where it ends. */
const cutOff = fc.tuple(chain, fc.integer({ min: 0, max: length - 4 })).map(
  ([c, n]) =>
    `delete from audit_event where organisation_id = '${c}' and number > ${n};
       update audit_head set number = ${n}, mac = coalesce((select mac from audit_event where ${row(c, n)}), '') where organisation_id = '${c}'`,
);
const headChanged = fc
  .tuple(chain, fc.constantFrom('number = number - 1', 'number = number + 1', `mac = sha256(mac)`, 'organisation_id = gen_random_uuid()'))
  .map(([c, content]) => `update audit_head set ${content} where organisation_id = '${c}'`);
const chainTaken = chain.map(
  (c) => `delete from audit_event where organisation_id = '${c}'; delete from audit_head where organisation_id = '${c}'`,
);
const chainsSwapped = fc
  .tuple(chain, chain)
  .filter(([one, other]) => one !== other)
  .map(([one, other]) =>
    ['audit_event', 'audit_head']
      .map(
        (table) => `update ${table} set organisation_id = '11111111-1111-1111-1111-111111111111' where organisation_id = '${one}';
           update ${table} set organisation_id = '${one}' where organisation_id = '${other}';
           update ${table} set organisation_id = '${other}' where organisation_id = '11111111-1111-1111-1111-111111111111'`,
      )
      .join(';'),
  );
const headsTaken = fc.constantFrom(
  'delete from audit_head',
  'delete from audit_event',
  'truncate audit_event',
  'truncate audit_event, audit_head',
);

test('R80: untouched, the log is whole and agrees with its head', async () => {
  const state = await owner.transaction({}, verify);
  expect(state).toMatchObject({ contradictions: [], brokenFiles: [], files: 1 });
  expect(state.chains.map(({ brokenAt, events }) => [brokenAt, events])).toEqual(chains.map(() => [undefined, length]));
});

test('R80: any change by SQL is found', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(changed, changed, changed, removed, inserted, swapped, closedUp, cutOff, headChanged, chainTaken, chainsSwapped, headsTaken),
      async (statements) => {
        expect(isFound(await tampered(owner, statements, verify)), statements).toBe(true);
      },
    ),
    { numRuns: 250 },
  );
});

test('R80: the first broken row is named', async () => {
  const [one] = chains;
  const broken = async (statements: string) =>
    (await tampered(owner, statements, verify)).chains.find(({ organisationId }) => organisationId === one)?.brokenAt;
  await fc.assert(
    fc.asyncProperty(
      number,
      newContent.filter((content) => !/^(organisation_id|number)/.test(content)),
      async (n, content) => {
        expect(await broken(`update audit_event set ${content} where ${row(one!, n)}`)).toBe(n);
      },
    ),
    { numRuns: 60 },
  );
  for (const n of [1, 5, length]) expect(await broken(`delete from audit_event where ${row(one!, n)}`)).toBe(n);
});

test('R80: a tail that was cut off together with its head is seen by the head outside, which says from where on', async () => {
  const [one] = chains;
  const cut = (n: number) => `delete from audit_event where organisation_id = '${one}' and number > ${n};
    update audit_head set number = ${n}, mac = (select mac from audit_event where ${row(one!, n)}) where organisation_id = '${one}'`;
  const { chains: states, contradictions } = await tampered(owner, cut(6), verify);
  expect(states.every(({ brokenAt }) => brokenAt === undefined)).toBe(true);
  expect(contradictions).toEqual([{ organisationId: one, after: 0, upTo: length - 3, file: 'day.json' }]);
});

test('R80: a suffix that is written anew without the key is found at its first row', async () => {
  const [, two] = chains;
  const forged = (n: number, previous: Buffer) =>
    createHash('sha256')
      .update(`${n}${previous.toString('hex')}`)
      .digest();
  const state = await tampered(owner, 'select 1', async (db) => {
    const rows = await db.all<{ number: number; previous: Buffer }>(
      sql`select number, previous from audit_event where organisation_id = ${two} and number >= 7 order by number`,
    );
    let previous = rows[0]!.previous;
    for (const { number: n } of rows) {
      const mac = forged(n, previous);
      await db.run(
        sql`update audit_event set actor = 'p-x', previous = ${previous}, mac = ${mac} where organisation_id = ${two} and number = ${n}`,
      );
      previous = mac;
    }
    await db.run(sql`update audit_head set mac = ${previous} where organisation_id = ${two}`);
    return verify(db);
  });
  expect(state.chains.find(({ organisationId }) => organisationId === two)?.brokenAt).toBe(7);
});

test('R80: a chain that is written anew by somebody who has the key as well contradicts the head outside', async () => {
  const [, two] = chains;
  const state = await tampered(
    owner,
    `delete from audit_event where organisation_id = '${two}' and number >= 5; update audit_head set number = 4, mac = (select mac from audit_event where ${row(two!, 4)}) where organisation_id = '${two}'`,
    async (db) => {
      for (let n = 5; n <= length; n += 1) await recordEvent(db, keys, at(n), event(two!, n));
      return verify(db);
    },
  );
  expect(state.chains.every(({ brokenAt }) => brokenAt === undefined)).toBe(true);
  expect(state.contradictions).toEqual([{ organisationId: two, after: 0, upTo: length - 3, file: 'day.json' }]);
});

test('R80: a head that was changed outside is not believed, and one signed with another key neither', async () => {
  const { list, signatures } = headFile.heads!;
  const shorter = { ...list, heads: list.heads.map((head) => ({ ...head, number: 1, events: 1 })) };
  const other = signHeads(keyRing([{ id: 'k1', bytes: new Uint8Array(randomBytes(32)) }]), list);
  const files: HeadFile[] = [
    { name: 'changed', heads: { list: shorter, signatures } },
    { name: 'forged', heads: other },
    { name: 'unreadable', heads: undefined },
    headFile,
  ];
  expect(await owner.transaction({}, (db) => verifyLog(db, keys, files))).toMatchObject({
    files: 1,
    brokenFiles: ['changed', 'forged', 'unreadable'],
    contradictions: [],
  });
});
