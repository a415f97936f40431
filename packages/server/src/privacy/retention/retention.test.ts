import { randomUUID } from 'node:crypto';
import { retentionTexts } from '@insamling/texts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordEvent, verifyLog } from '../../platform/audit/index.ts';
import { postLetter } from '../../platform/mail/index.ts';
import { testDatabase, type TestDatabase } from '../../testing/database.ts';
import { delivered, novemberFile } from '../../testing/delivery.ts';
import { startPortal, type Portal, type TestPerson } from '../../testing/portal.ts';
import { applyRetention, previewRetention } from '../index.ts';

let database: TestDatabase;
let portal: Portal;
let admin: TestPerson;
const unit = '0488';
beforeAll(async () => {
  database = await testDatabase();
  portal = await startPortal({ database, at: '2026-11-25T10:00:00Z' });
  await portal.round({});
  await portal.unit(unit);
  admin = await newAdmin();
});
afterAll(async () => {
  await portal.close();
  await database.drop();
});
const newAdmin = () => portal.person({ units: [{ code: unit, role: 'unitAdministrator' }] });
const run = () => applyRetention(portal.services);
const wouldGo = async () =>
  Object.fromEntries(
    (await portal.services.database.transaction({ side: 'collecting' }, (db) => previewRetention(db, portal.services)))
      .filter(({ count }) => count > 0)
      .map(({ name, count }) => [name, count]),
  );
const statusOf = async (accountId: string) => (await database.ask(`select status from account where id = '${accountId}'`))[0]?.['status'];
const told = (kind: string) => database.ask(`select object, details from audit_event where kind = '${kind}' order by number`);

test('an administrator is told how long each kind is kept, where a setting decides it', async () => {
  const preview = await (await portal.person({ collectingRole: 'administrator' })).ask('previewRetention', {});
  const kept = Object.fromEntries(preview.map((one) => [one.name, one.kept]));
  const { keep, limits } = portal.services.config;
  expect(kept).toMatchObject({ 'account-without-role': keep.withoutRoleDays, session: limits.sessionHours, reading: null });
  for (const { name, kept: time } of preview) expect(retentionTexts.keptFor[name](time ?? 0)).not.toMatch(/[A-Z]{3}|^0 /);
});

test('R84: who has lost the last role is erased after the days of grace; who got one again in time is not', async () => {
  const gone = await portal.person({ units: [{ code: unit }] });
  const back = await portal.person({ units: [{ code: unit }] });
  const staff = await portal.person({ collectingRole: 'reader', units: [{ code: unit }] });
  for (const { accountId } of [gone, back, staff]) await admin.ask('removePerson', { unit, accountId });
  await run();
  portal.clock.set('2026-12-20T10:00:00Z');
  expect(await wouldGo()).not.toHaveProperty('account-without-role');
  await run();
  admin = await newAdmin();
  await admin.ask('invitePerson', { unit, email: back.email, name: 'Åter', role: 'reader' });
  portal.clock.set('2026-12-25T10:10:00Z');
  expect(await wouldGo()).toMatchObject({ 'account-without-role': 1 });
  await run();
  expect([await statusOf(gone.accountId), await statusOf(back.accountId), await statusOf(staff.accountId)]).toEqual([
    'ended',
    'active',
    'active',
  ]);
  expect(await told('account.ended')).toEqual([{ object: gone.accountId, details: { because: 'without-role' } }]);
  const ofAccounts = async () => (await told('retention.applied')).filter(({ object }) => object === 'account-without-role');
  expect(await ofAccounts()).toEqual([{ object: 'account-without-role', details: { erased: 1, before: '2026-11-25' } }]);
  await run();
  expect(await ofAccounts()).toHaveLength(1);
});

test('an invitation that nobody used, and a letter that no server took, go when their time is up', async () => {
  const { services, clock } = portal;
  admin = await newAdmin();
  const { accountId } = await admin.ask('invitePerson', { unit, email: 'aldrig@example.se', name: 'Aldrig', role: 'reader' });
  await portal.mailsTo('aldrig@example.se');
  await services.database.transaction({}, (db) =>
    postLetter(db, services, clock.now(), 'message', 'nagon@example.se', { subject: 'x', paragraphs: [] }).then(() =>
      db.executeSql('delete from jobs.job', []),
    ),
  );
  clock.advance(8 * 86_400);
  expect(await wouldGo()).toMatchObject({ letter: 1 });
  await run();
  expect(await database.ask('select 1 from mail_outbox')).toEqual([]);
  clock.advance(190 * 86_400);
  expect(await statusOf(accountId)).toBe('invited');
  clock.advance(15 * 86_400);
  await run();
  expect(await statusOf(accountId)).toBe('ended');
});

test('deliveries and threads are kept for their years and then erased, also when the run was cut off; the log stays whole', async () => {
  portal.clock.set('2026-12-01T10:00:00Z');
  const officer = await portal.person({ units: [{ code: unit }] });
  await delivered(portal, officer, unit, novemberFile(unit, 5));
  await officer.ask('startThread', { unit, subject: 'Fråga', text: 'Hur?', requestId: randomUUID() });
  await officer.ask('requestExtension', { unit, wishedDueOn: '2027-01-15', reason: 'illness' });
  portal.clock.set('2031-11-30T10:00:00Z');
  expect(await wouldGo()).not.toHaveProperty('delivery');
  portal.clock.set('2032-01-02T10:00:00Z');
  expect(await wouldGo()).toMatchObject({ delivery: 1, thread: 1, 'extension-request': 1 });
  await Promise.all([run(), run()]);
  await run();
  expect(await wouldGo()).toEqual({});
  for (const table of [
    'delivery',
    'delivery_file',
    'rule_count',
    'receipt',
    'message',
    'message_thread',
    'thread_read',
    'extension_request',
  ])
    expect(await database.ask(`select 1 from ${table}`), table).toEqual([]);
  const details = await database.ask(`select details from audit_event where kind = 'delivery.erased'`);
  expect(details).toMatchObject([{ details: { deliveries: 1, files: 1 } }]);
  const { chains } = await portal.services.database.transaction({ side: 'collecting' }, (db) => verifyLog(db, portal.services.keys, []));
  expect(chains.filter(({ brokenAt }) => brokenAt !== undefined)).toEqual([]);
});

test('R80, R84: what stands in the audit log for its years goes with a checkpoint and an event, once however many run, and the log stays whole', async () => {
  const { services, clock } = portal;
  clock.set('2026-12-02T10:00:00Z');
  for (const at of ['2014-03-01T10:00:00Z', '2014-04-30T23:59:59Z', '2016-12-01T00:00:00Z'])
    await services.database.transaction({}, (db) =>
      recordEvent(db, services.keys, new Date(at), {
        organisationId: '00000000-0000-0000-0000-0000000000aa',
        actor: 'p-1',
        kind: 'delivery.submitted',
        object: 'd-1',
        outcome: 'done',
        origin: '127.0.0.1',
      }),
    );
  const { length: before } = await told('retention.applied');
  expect(await wouldGo()).toMatchObject({ 'audit-event': 2 });
  await Promise.all([run(), run()]);
  await run();
  expect(await wouldGo()).not.toHaveProperty('audit-event');
  expect((await told('retention.applied')).slice(before)).toEqual([
    { object: 'audit-event', details: { erased: 2, before: '2016-12-01' } },
  ]);
  expect(await told('audit.cut')).toMatchObject([{ details: { events: 2, upTo: 2 } }]);
  const { chains } = await services.database.transaction({ side: 'collecting' }, (db) => verifyLog(db, services.keys, []));
  expect(chains.filter(({ brokenAt, checkpointFault }) => brokenAt ?? checkpointFault)).toEqual([]);
  expect(chains).toContainEqual(expect.objectContaining({ events: 4, cut: 2 }));
});

test('R84: sign-ins, unfinished steps and counts that have run out go with an event of how many, and nothing of whom', async () => {
  const { clock } = portal;
  clock.set('2026-12-03T10:00:00Z');
  await run();
  const { length: before } = await told('retention.applied');
  const person = await portal.person({});
  const at = (seconds: number) => `'${new Date(clock.now().getTime() + seconds * 1000).toISOString()}'`;
  await database.ask(`
    delete from session where account_id <> '${person.accountId}';
    insert into session (id, token_hash, account_id, created_at, last_seen_at, user_agent)
      select gen_random_uuid(), sha256('old'), account_id, ${at(-12 * 3600 - 1)}, ${at(0)}, '' from session limit 1;
    insert into journey (token_hash, kind, stage, address, created_at, expires_at) values
      (sha256('over'), 'invitation', 'code', 'x', ${at(-9)}, ${at(-1)}), (sha256('going'), 'invitation', 'code', 'x', ${at(-9)}, ${at(1)});
    insert into passkey_challenge (challenge, purpose, bound_to, expires_at) values (sha256('asked'), 'sign-in', '', ${at(-1)});
    insert into code_mail (id, address_mac, sent_at) values (gen_random_uuid(), 'x', ${at(-25 * 3600)}), (gen_random_uuid(), 'x', ${at(-3600)});
    insert into sign_in_try (address_mac, in_row, last_at, pauses) values ('x', 1, ${at(-25 * 3600)}, 0);
    insert into request_count values (gen_random_uuid(), ${at(-3 * 3600)}, 1), (gen_random_uuid(), ${at(-3600)}, 1);
    insert into device (token_hash, account_id, first_seen_at, last_seen_at)
      values (sha256('d'), '${person.accountId}', ${at(-401 * 86_400)}, ${at(-401 * 86_400)})`);
  const expected = { session: 1, 'unfinished-step': 2, device: 1, 'tries-of-address': 2, 'use-of-limits': 1 };
  expect(await wouldGo()).toMatchObject(expected);
  await Promise.all([run(), run(), run()]);
  await run();
  expect(await wouldGo()).toEqual({});
  const events = (await told('retention.applied')).slice(before);
  expect(Object.fromEntries(events.map(({ object, details }) => [object, (details as { erased: number }).erased]))).toMatchObject(expected);
  expect(new Set(events.map(({ object }) => object)).size).toBe(events.length);
  expect(
    events.every(
      ({ details }) =>
        Object.keys(details as object)
          .sort()
          .join() === 'before,erased',
    ),
  ).toBe(true);
  expect(await database.ask(`select count(*)::int as n from session where token_hash <> sha256('old')`)).toEqual([{ n: 1 }]);
  expect(await database.ask('select 1 from journey')).toHaveLength(1);
  expect(await database.ask('select 1 from code_mail')).toHaveLength(1);
});

test('no request of a person can erase what was written, whatever its statement', async () => {
  const thread = await (async () => {
    portal.clock.set('2026-12-01T10:00:00Z');
    const officer = await portal.person({ units: [{ code: unit }] });
    return officer.ask('startThread', { unit, subject: 'Kvar', text: 'Kvar.', requestId: randomUUID() });
  })();
  const [{ organisation_id: organisation }] = (await database.ask(
    `select organisation_id from message_thread where id = '${thread.id}'`,
  )) as [{ organisation_id: string }];
  await portal.services.database.transaction({ organisation }, async (db) => {
    expect((await db.executeSql('delete from message returning 1', [])).rows).toEqual([]);
  });
  expect(await database.ask(`select 1 from message where thread_id = '${thread.id}'`)).toHaveLength(1);
});
