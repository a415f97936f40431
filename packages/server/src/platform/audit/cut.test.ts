import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import type { Services } from '../../context.ts';
import { askAt, testDatabase, type TestDatabase } from '../../testing/database.ts';
import { runEach, tampered, withoutTriggers } from '../../testing/tampering.ts';
import { openDatabase, sql, type Database, type Writer } from '../db/index.ts';
import { keyRing, type KeyRing } from '../keys.ts';
import { openLog } from '../log.ts';
import { sealOf } from './checkpoint.ts';
import { countOldEvents, cutOldEvents } from './cut.ts';
import { macOf, noOrganisation } from './event.ts';
import type { HeadFile } from './head-files.ts';
import { addSignature, headsNow, signHeads } from './heads.ts';
import { recordEvent } from './record.ts';
import { checkpointsUnderOtherKeys, renewMacs } from './renew.ts';
import { verifyLog } from './verify-log.ts';

/** Two chains of twelve events each: four of twenty years ago, four of twelve, four of now. */
const secret = { id: 'k1', bytes: new Uint8Array(randomBytes(32)) };
const keys = keyRing([secret]);
const organisation = randomUUID();
const chains = [noOrganisation, organisation];
let place: TestDatabase;
let owner: Database;
let services: Services;
let errors: unknown[];
let files: HeadFile[];

beforeEach(async () => {
  place = await testDatabase();
  const log = openLog({ logLevel: 'silent' });
  owner = openDatabase(place.ownerUrl, log);
  errors = [];
  files = [];
  log.error = ((...words: unknown[]) => void errors.push(words)) as typeof log.error;
  services = { database: openDatabase(place.applicationUrl, log), keys, log, clock: { now: () => new Date() } } as unknown as Services;
  for (const years of [20, 12, 0]) {
    for (let turn = 0; turn < 4; turn += 1) for (const chain of chains) await record(chain, yearsAgo(years));
    if (years > 0) await keepHead(`${years}.json`, yearsAgo(years));
  }
});
afterEach(async () => {
  await owner.close();
  await services.database.close();
  await place.drop();
});

const yearsAgo = (years: number) => {
  const then = new Date();
  then.setUTCFullYear(then.getUTCFullYear() - years);
  return then;
};
const record = (organisationId: string, at = new Date(), details = {}, kind = 'delivery.submitted') =>
  services.database.transaction({}, (db) =>
    recordEvent(db, keys, at, {
      organisationId,
      actor: 'p-1',
      kind,
      object: organisationId,
      outcome: 'done',
      details,
      origin: '127.0.0.1',
    }),
  );
const keepHead = async (name: string, at: Date) =>
  files.push({ name, heads: signHeads(keys, await collecting((db) => headsNow(db, 'x', at))) });
const collecting = <T>(work: (db: Writer) => Promise<T>) => services.database.transaction({ side: 'collecting' }, work);
const cut = (years: number) => cutOldEvents(services, yearsAgo(years), 'system: retention');
const verify = (db: Writer, ring: KeyRing = keys, heads = files) => verifyLog(db, ring, heads);
/** How the organisation's chain stands after a change by SQL, which is taken back. */
const after = async (statements: string, heads = files) => {
  const { chains: states, contradictions } = await tampered(owner, statements, (db) => verify(db, keys, heads));
  const { brokenAt, goneUpTo, checkpointFault } = states.find(({ organisationId }) => organisationId === organisation)!;
  return { brokenAt, goneUpTo, checkpointFault, contradictions: contradictions.length };
};
const whole = { brokenAt: undefined, goneUpTo: undefined, checkpointFault: undefined, contradictions: 0 };
const ofChain = `organisation_id = '${organisation}'`;
const removed = (upTo: number, from = 1) => `delete from audit_event where ${ofChain} and number between ${from} and ${upTo};`;
const hex = (bytes: Buffer) => `decode('${bytes.toString('hex')}', 'hex')`;
const checkpoint = (number: number, mac: string, seal: string) => `
  insert into audit_checkpoint values ('${organisation}', ${number}, ${mac}, date_trunc('milliseconds', now()));
  insert into audit_checkpoint_seal values ('${organisation}', ${number}, 'k1', ${seal});`;
const macOfEvent = (number: number) => `(select mac from audit_event where ${ofChain} and number = ${number})`;

test('R80: events whose time is up go, and the rest is whole and agrees with every head that was kept, before and after', async () => {
  expect(await collecting((db) => countOldEvents(db, yearsAgo(11)))).toBe(16);
  expect(await cut(11)).toBe(16);
  await keepHead('after.json', new Date());
  await record(organisation);
  const state = await collecting(verify);
  expect(state).toMatchObject({ contradictions: [], brokenFiles: [], files: 3 });
  expect(state.chains).toMatchObject(chains.map(() => ({ brokenAt: undefined, cut: 8, checkpointFault: undefined })));
  expect(files.at(-1)!.heads!.list.heads).toMatchObject(chains.map(() => ({ number: 13, events: 13, checkpoint: { number: 8 } })));
  expect(await place.ask(`select number::int, details from audit_event where kind = 'audit.cut' and ${ofChain}`)).toEqual([
    { number: 13, details: { events: 8, upTo: 8, mac: expect.stringMatching(/^[0-9a-f]{64}$/) } },
  ]);
});

test('R80: run twice and by several at once, each event goes once and is told of once; later the next go', async () => {
  const counts = await Promise.all([cut(15), cut(15), cut(15), cut(15)]);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(8);
  expect(await cut(15)).toBe(0);
  const told = () => place.ask(`select details->'upTo' as up_to from audit_event where kind = 'audit.cut' and ${ofChain} order by number`);
  expect(await told()).toEqual([{ up_to: 4 }]);
  expect(await cut(11)).toBe(8);
  expect(await told()).toEqual([{ up_to: 4 }, { up_to: 8 }]);
  expect(await after('select 1')).toEqual(whole);
});

test('R80: an organisation of which nothing has been heard for ten years keeps its chain, which goes on from the checkpoint', async () => {
  const gone = randomUUID();
  for (let turn = 0; turn < 3; turn += 1) await record(gone, yearsAgo(12));
  expect(await cut(11)).toBe(19);
  await record(gone);
  expect(
    (await place.ask(`select number::int from audit_event where organisation_id = '${gone}' order by number`)).map((row) => row['number']),
  ).toEqual([4, 5]);
  expect((await collecting(verify)).chains.filter(({ brokenAt, checkpointFault }) => brokenAt ?? checkpointFault)).toEqual([]);
});

test('R80: events that a superuser deletes without a checkpoint are missed, from the first on or from the last checkpoint on', async () => {
  const { pathname } = new URL(place.ownerUrl);
  await askAt(
    Object.assign(new URL(inject('cluster').adminUrl), { pathname }).href,
    `begin; ${withoutTriggers} create table kept as select * from audit_event; grant select on kept to public; ${removed(8)} commit`,
  );
  expect(await after('select 1')).toMatchObject({ brokenAt: 1, goneUpTo: 8 });
  await place.ask(`insert into audit_event select * from kept where ${ofChain} and number <= 8`);
  expect(await after('select 1')).toEqual(whole);
  await cut(15);
  expect(await after(removed(8, 5))).toMatchObject({ brokenAt: 5, goneUpTo: 8 });
  expect(await after(removed(10, 9))).toMatchObject({ brokenAt: 9, goneUpTo: 10 });
  expect(await after(`insert into audit_event select * from kept where ${ofChain} and number = 4`)).toMatchObject({ brokenAt: 4 });
});

test('R80: a checkpoint that somebody without the keys has made, changed or moved is found, and covers nothing', async () => {
  const forged = { brokenAt: 1, goneUpTo: 8, checkpointFault: 'forged' };
  const own = createHash('sha256').update('x').digest();
  expect(await after(`${checkpoint(8, macOfEvent(8), hex(own))} ${removed(8)}`)).toMatchObject(forged);
  expect(await after(`insert into audit_checkpoint values ('${organisation}', 8, ''::bytea, now()); ${removed(8)}`)).toMatchObject(forged);
  await cut(15);
  const later = { brokenAt: 5, goneUpTo: 8, checkpointFault: 'forged' };
  expect(await after(`${checkpoint(8, macOfEvent(8), hex(own))} ${removed(8, 5)}`)).toMatchObject(later);
  const seal = `(select mac from audit_checkpoint_seal where organisation_id = '${noOrganisation}')`;
  expect(await after(`${checkpoint(8, macOfEvent(8), seal)} ${removed(8, 5)}`)).toMatchObject(later);
  for (const content of ['mac = sha256(mac)', `at = at + interval '1 microsecond'`, `at = at - interval '1 year'`])
    expect(await after(`update audit_checkpoint set ${content} where ${ofChain}`), content).toMatchObject({ ...forged, goneUpTo: 4 });
  expect(await after(`update audit_checkpoint_seal set mac = sha256(mac) where ${ofChain}`)).toMatchObject({ ...forged, goneUpTo: 4 });
  // Sealed with the keys, but the log does not tell of it.
  const silent = await tampered(owner, 'select 1', async (db) => {
    const { mac, at } = (await db.maybe<{ mac: Buffer; at: Date }>(
      sql`select mac, date_trunc('milliseconds', now()) as at from audit_event where organisation_id = ${organisation} and number = 8`,
    ))!;
    const sealed = sealOf(keys, { organisationId: organisation, number: 8, mac, at }, 'k1');
    await runEach(db, `${checkpoint(8, hex(mac), hex(sealed))} ${removed(8, 5)}`);
    return verify(db);
  });
  expect(silent.chains.find(({ organisationId }) => organisationId === organisation)).toMatchObject({ checkpointFault: 'forged' });
});

test('R80: a checkpoint that was taken away or set back to an older one is found by the log itself, and by the heads outside', async () => {
  await place.ask(`create table kept as select * from audit_event`);
  await cut(15);
  await cut(11);
  await keepHead('after.json', new Date());
  const takenAway = (number: number) =>
    ['audit_checkpoint_seal', 'audit_checkpoint'].map((table) => `delete from ${table} where ${ofChain} and number >= ${number};`).join('');
  expect(await after(takenAway(8))).toMatchObject({ brokenAt: 5, goneUpTo: 8, checkpointFault: 'taken-back' });
  expect(await after(takenAway(1))).toMatchObject({ brokenAt: 1, goneUpTo: 8, checkpointFault: 'taken-back' });
  // Also when a copy has brought the events back, and when the end that tells of the cut is taken too.
  const putBack = `${takenAway(1)} insert into audit_event select * from kept where ${ofChain} and number <= 8;`;
  expect(await after(putBack, [])).toEqual({ ...whole, checkpointFault: 'taken-back' });
  const cutOff = `${putBack} delete from audit_event where ${ofChain} and number > 12;
    update audit_head set number = 12, mac = ${macOfEvent(12)} where ${ofChain};`;
  expect(await after(cutOff, [])).toEqual(whole);
  expect(await after(cutOff)).toEqual({ ...whole, checkpointFault: 'taken-back', contradictions: 1 });
});

test('R80: a checkpoint over young events, by somebody who has the keys and every right, contradicts the heads that were kept', async () => {
  await keepHead('now.json', new Date());
  await record(organisation);
  const state = await tampered(owner, 'select 1', async (db) => {
    const [{ mac, at }] = (await db.all(
      sql`select mac, date_trunc('milliseconds', now()) as at from audit_event where organisation_id = ${organisation} and number = 13`,
    )) as [{ mac: Buffer; at: Date }];
    const seal = sealOf(keys, { organisationId: organisation, number: 13, mac, at }, 'k1');
    await runEach(db, `${checkpoint(13, hex(mac), hex(seal))} ${removed(13)}`);
    await recordEvent(db, keys, new Date(), {
      organisationId: organisation,
      actor: 'system: retention',
      kind: 'audit.cut',
      object: organisation,
      outcome: 'done',
      details: { events: 13, upTo: 13, mac: mac.toString('hex') },
      origin: 'system',
    });
    return { seen: await verify(db), unseen: await verify(db, keys, []) };
  });
  const stateOf = ({ chains: states }: typeof state.seen) => states.find(({ organisationId }) => organisationId === organisation);
  expect(stateOf(state.seen)).toMatchObject({ checkpointFault: 'too-young' });
  expect(stateOf(state.unseen)).toMatchObject({ brokenAt: undefined, checkpointFault: undefined });
});

test('R80: the application can cut nothing but an old beginning, and nothing but through the one function', async () => {
  const call = (upTo: number, { mac = macOfEvent(upTo), at = `date_trunc('milliseconds', now())` } = {}) =>
    sql.raw(`select audit_cut('${organisation}', ${upTo}, ${mac}, ${at}, 'k1', ''::bytea)`);
  const refused = async (upTo: number, how = {}) =>
    expect(collecting((db) => db.all(call(upTo, how)))).rejects.toThrow('permission denied');
  for (const upTo of [9, 12, 13, 1000]) await refused(upTo);
  for (const upTo of [0, -1]) await refused(upTo);
  await refused(8, { mac: macOfEvent(7) });
  await refused(8, { at: `now() - interval '1 day'` });
  await expect(services.database.transaction({ organisation }, (db) => db.all(call(8)))).rejects.toThrow('permission denied');
  for (const statement of [
    'insert into audit_checkpoint select organisation_id, number, mac, at from audit_event where number = 8',
    'delete from audit_event where number <= 8',
    'delete from audit_checkpoint',
    `update audit_checkpoint_seal set key_id = 'k2'`,
    'delete from audit_checkpoint_seal',
    'alter table audit_event disable trigger user',
  ])
    await expect(
      collecting((db) => db.run(sql.raw(statement))),
      statement,
    ).rejects.toThrow(/permission denied|must be owner/);
  expect(await cut(0)).toBe(16); // a time that is set too short, or a clock that is ahead
  await refused(8);
  await refused(10);
  for (const statement of [
    'delete from audit_event',
    'truncate audit_event',
    'delete from audit_checkpoint',
    'truncate audit_checkpoint_seal',
    'update audit_checkpoint set number = number',
    'update audit_checkpoint_seal set mac = mac',
  ])
    await expect(place.ask(`set session_replication_role = replica; ${statement}`), statement).rejects.toThrow('permission denied');
  expect(await after('select 1')).toEqual(whole);
});

test('R80: a chain that is broken where it would be cut is left as it is, and the operator is told', async () => {
  await place.ask(
    `${withoutTriggers} update audit_event set actor = 'p-x' where ${ofChain} and number = 3; update audit_event set actor = 'p-x' where ${ofChain} and number = 12`,
  );
  expect(await cut(11)).toBe(8);
  expect(errors).toMatchObject([[{ organisationId: organisation }, expect.stringContaining('left as it is')]]);
  expect(await after('select 1')).toMatchObject({ brokenAt: 3, checkpointFault: undefined });
});

test('R80: keys are changed over checkpoints, and what is left is proved when the old key is gone', async () => {
  await cut(15);
  await cut(11);
  await keepHead('after.json', new Date());
  const next = { id: 'k2', bytes: new Uint8Array(randomBytes(32)) };
  const [both, alone] = [keyRing([next, secret]), keyRing([next])];
  expect(await collecting((db) => checkpointsUnderOtherKeys(db, both))).toBe(4);
  const inTime = await collecting((db) => verify(db, alone, []));
  expect(inTime.chains.map(({ checkpointFault }) => checkpointFault)).toEqual(['forged', 'forged']);
  expect(await renewMacs(services.database, both)).toEqual({ events: 12, checkpoints: 4, broken: [] });
  expect(await renewMacs(services.database, both)).toEqual({ events: 0, checkpoints: 0, broken: [] });
  expect(await collecting((db) => checkpointsUnderOtherKeys(db, both))).toBe(0);
  const signedAnew = files.map(({ name, heads }) => ({ name, heads: addSignature(both, heads!) }));
  const state = await collecting((db) => verify(db, alone, signedAnew));
  expect(state).toMatchObject({ contradictions: [], brokenFiles: [], files: 3 });
  expect(state.chains).toMatchObject(chains.map(() => ({ brokenAt: undefined, cut: 8, checkpointFault: undefined })));
  expect(await cutOldEvents({ ...services, keys: alone }, yearsAgo(11), 'system: retention')).toBe(0);
});

test('R80: more than goes in one step goes in several, each behind a checkpoint of its own', { timeout: 60_000 }, async () => {
  const long = randomUUID();
  let previous: Buffer = Buffer.alloc(0);
  const rows = Array.from({ length: 5000 }, (_, index) => {
    const row = {
      organisationId: long,
      number: index + 1,
      at: yearsAgo(12),
      actor: 'p-1',
      unitId: null,
      kind: 'delivery.submitted',
      object: 'x',
      outcome: 'done',
      details: {},
      origin: 'x',
      keyId: 'k1',
      previous,
    };
    previous = macOf(keys, row);
    return { ...row, mac: previous };
  });
  await owner.transaction({}, async (db) => {
    await db.run(sql`
      insert into audit_event (organisation_id, number, at, actor, kind, object, outcome, details, origin, key_id, previous, mac)
      select ${long}, one.number, one.at, 'p-1', 'delivery.submitted', 'x', 'done', '{}', 'x', 'k1', one.previous, one.mac
        from unnest(${rows.map((row) => row.number)}::bigint[], ${rows.map((row) => row.at)}::timestamptz[],
                    ${rows.map((row) => row.previous)}::bytea[], ${rows.map((row) => row.mac)}::bytea[]) as one (number, at, previous, mac)`);
    await db.run(sql`insert into audit_head values (${long}, ${rows.length}, ${previous})`);
  });
  expect(await cut(11)).toBe(5016);
  expect(await place.ask(`select number::int from audit_checkpoint where organisation_id = '${long}' order by number`)).toEqual([
    { number: 2000 },
    { number: 4000 },
    { number: 5000 },
  ]);
  expect((await collecting(verify)).chains.filter(({ brokenAt, checkpointFault }) => brokenAt ?? checkpointFault)).toEqual([]);
});
