import { randomUUID } from 'node:crypto';
import { correctionsPath, endpoints, filePath, findingsPath, receiptPath, type EndpointName } from '@insamling/contract';
import { eventKinds } from '@insamling/texts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { routes } from './routes.ts';
import { appCode } from './testing/browser.ts';
import { testDatabase, type TestDatabase } from './testing/database.ts';
import { checked, novemberFile, upload, type Change } from './testing/delivery.ts';
import { ask, browserHeaders, startPortal, type Portal, type TestPerson } from './testing/portal.ts';

/** Whatever changes something leaves an event; whatever is read of persons does so once an hour. */
const unit = '0488';
let database: TestDatabase;
let portal: Portal;
let rut: TestPerson;
let ada: TestPerson;
let submissionId: string;
beforeAll(async () => {
  database = await testDatabase();
  portal = await startPortal({ database, at: '2026-11-25T10:00:00Z' });
  ({ submissionId } = await portal.round({}));
  await portal.unit(unit);
  rut = await portal.person({ name: 'Rut Testberg', units: [{ code: unit, role: 'unitAdministrator' }] });
  ada = await portal.person({ name: 'Ada Testsson', collectingRole: 'administrator' });
});
afterAll(async () => {
  await portal.close();
  await database.drop();
});

type Event = { readonly kind: string; readonly actor: string; readonly details: Record<string, unknown> };
const [label, salary] = [9, 27];
const pseudonymOf = ({ accountId }: TestPerson) => `p-${accountId}`;
const ofSystem = (actor: string) => actor.startsWith('system');

/** The events of persons that something led to, in their order. */
async function eventsOf<T>(work: () => Promise<T>): Promise<{ readonly answer: T; readonly events: readonly Event[] }> {
  const all = async () =>
    (await database.ask(
      `select kind, actor, details, organisation_id || ' ' || number as id from audit_event order by at, number`,
    )) as unknown as (Event & { id: string })[];
  const before = new Set((await all()).map(({ id }) => id));
  const answer = await work();
  return { answer, events: (await all()).filter(({ id, actor }) => !before.has(id) && !ofSystem(actor)) };
}
const seen = new Set<EndpointName>();

/** Does one thing, which must leave exactly one event of the person who did it. */
async function does<Name extends EndpointName>(person: TestPerson, name: Name, request: Parameters<typeof person.ask<Name>>[1]) {
  const { answer, events } = await eventsOf(() => person.ask(name, request));
  expect(events, name).toMatchObject([{ actor: pseudonymOf(person) }]);
  expect(Object.keys(eventKinds), name).toContain(events[0]!.kind);
  seen.add(name);
  return answer;
}

/** Change nothing that another could see: a challenge that is handed out, a way to a provider (its answer is an event), how far somebody has read. */
const unlogged: readonly EndpointName[] = ['beginPasskey', 'askForPasskey', 'linkProvider', 'stepUpAtProvider', 'markThreadRead'];

test('R78: every story that changes something says what its event is', () => {
  const silent = routes(portal.services).operations.filter(({ name, audit }) => endpoints[name].method !== 'GET' && !audit);
  expect(silent.map(({ name }) => name)).toEqual(unlogged);
});

test('R78: everything a person of a unit changes leaves one event, of that person', async () => {
  await does(rut, 'changeMyProfile', { name: 'Rut Testberg', phone: '' });
  await does(rut, 'changePayrollSystem', { unit, payrollSystem: 'Annat' });
  const { accountId } = await does(rut, 'invitePerson', { unit, email: 'ny@example.se', name: 'Ny Nysson', role: 'reader' });
  await does(rut, 'changePerson', { unit, accountId, role: 'respondent', isContact: true });
  await does(rut, 'removePerson', { unit, accountId });
  await does(rut, 'startThread', { unit, subject: 'Ämne', text: 'Text', requestId: randomUUID() });
  const [thread] = await rut.ask('listThreads', { unit });
  await does(ada, 'reply', { unit, thread: thread!.id, text: 'Svar', requestId: randomUUID() });
  const { id: request } = await does(rut, 'requestExtension', { unit, wishedDueOn: '2027-01-10', reason: 'illness', comment: '' });
  await does(ada, 'decideExtension', { unit, request, grant: false, answer: 'Nej.' });
  await does(ada, 'exportEvents', {});
  const [elsewhere] = await database.ask(`
    insert into session (token_hash, account_id, created_at, last_seen_at)
    values (sha256('elsewhere'), '${rut.accountId}', '2026-11-25T10:00:00Z', '2026-11-25T10:00:00Z') returning id`);
  await does(rut, 'endMySession', { session: elsewhere!['id'] as string });
  await does(rut, 'endMyOtherSessions', {});
  await does(rut, 'dismissSignInWarning', { seenAt: '2026-11-25T10:00:00.000Z' });
  await does(rut, 'exportMyData', {});
  await does(rut, 'askAddressChange', { email: 'rut.ny@example.se' });
  await does(rut, 'confirmAddressChange', { code: 'ingen kod' });
  expect(seen.size).toBe(16);
});

test('R78: everything that is done with a delivery leaves one event', async () => {
  const plain = novemberFile(unit, 60).toString('latin1').split('\r\n');
  const salaries = plain.flatMap((row, index): Change[] => {
    const amount = Number(row.split(';')[salary - 1]);
    return amount > 0 ? [{ record: index + 1, field: salary, text: String(amount * 100) }] : [];
  });
  const labels = Array.from({ length: 20 }, (_, index): Change => ({ record: index + 1, field: label, text: '991199' }));
  const first = await eventsOf(() => upload(portal, rut, unit, novemberFile(unit, 60, ...salaries, ...labels)));
  expect(first.events).toMatchObject([{ kind: 'delivery.file-uploaded', actor: pseudonymOf(rut) }]);
  const view = await checked(rut, unit);
  const here = { unit, delivery: view.id! };
  const place = { ...here, fileId: view.file!.id };
  const fetched = await eventsOf(() =>
    portal.app.inject({ url: filePath(unit, view.id!, view.file!.id), headers: { ...browserHeaders, cookie: rut.cookie } }),
  );
  expect(fetched.events).toMatchObject([{ kind: 'delivery.file-fetched' }]);
  const corrections = await eventsOf(() =>
    portal.app.inject({
      url: correctionsPath(unit, view.id!, view.file!.id, 'csv'),
      headers: { ...browserHeaders, cookie: rut.cookie },
    }),
  );
  expect(corrections.events).toMatchObject([{ kind: 'delivery.corrections-fetched', actor: pseudonymOf(rut) }]);
  const list = await eventsOf(() =>
    portal.app.inject({ url: findingsPath(unit, view.id!), headers: { ...browserHeaders, cookie: rut.cookie } }),
  );
  expect(list.events).toMatchObject([{ kind: 'delivery.findings-fetched', actor: pseudonymOf(rut) }]);

  // What is read first within an hour leaves its own events; they are looked at below.
  const { questions } = await rut.ask('listQuestions', here);
  const inOre = questions.find(({ cause }) => cause === 'timesHundred')!;
  const mended = await does(rut, 'applyRemedy', { ...place, key: inOre.key, choice: null, requestId: randomUUID() });
  await does(rut, 'undoRemedy', { ...place, first: mended.first, last: mended.last, requestId: randomUUID() });
  await does(rut, 'applyRemedy', { ...place, key: inOre.key, choice: null, requestId: randomUUID() });
  const { record, text } = salaries[0]!;
  const cell = { ...place, record, variable: 'agreedFullTimeSalary', seenText: null };
  await does(rut, 'correctCell', { ...cell, text, requestId: randomUUID() });
  const finding = { ...place, rule: 'P27-05', record };
  const { remedy } = await rut.ask('listProposals', { ...here, rule: 'P27-05', record });
  await does(rut, 'applyProposal', { ...finding, key: remedy!.sets[0]!.ways[0]!.key, requestId: randomUUID() });
  const { correction } = await does(rut, 'correctCell', { ...cell, text, requestId: randomUUID() });
  await does(rut, 'undoCorrection', { ...here, correction, requestId: randomUUID() });
  const unknown = questions.find(({ cause }) => cause === 'oneCodeEverywhere')!;
  await does(rut, 'explainQuestion', { ...place, key: unknown.key, reason: 'verified', text: 'Ny etikett hos oss.' });
  const { findings } = await rut.ask('listFindings', { ...here, rule: 'P09-03', limit: 1 });
  await does(rut, 'withdrawExplanation', { ...place, rule: 'P09-03', finding: findings[0]!.id });
  for (const { rule } of (await rut.ask('listChecks', here)).checks.filter(
    ({ severity, count, handled }) => severity === 'warning' && count > handled,
  ))
    await does(rut, 'explainFindings', { ...place, rule, findings: 'all', reason: 'verified', text: 'Det stämmer.' });

  const now = async () => ({ unit, delivery: view.id!, expectedVersion: (await rut.ask('showDelivery', { unit })).version });
  const submit = async () => does(rut, 'submitDelivery', { ...(await now()), sha256: view.file!.sha256, confirmed: true });
  await submit();
  await does(rut, 'withdrawSubmission', await now());
  const receipt = await submit();
  await does(ada, 'beginReview', await now());
  await does(ada, 'returnDelivery', { ...(await now()), text: 'Komplettera.' });
  await submit();
  await does(ada, 'beginReview', await now());
  await does(ada, 'acceptDelivery', await now());
  await does(ada, 'reopenDelivery', { ...(await now()), reason: 'Öppna.' });
  const shown = await eventsOf(() =>
    portal.app.inject({ url: receiptPath(unit, receipt.number), headers: { ...browserHeaders, cookie: rut.cookie } }),
  );
  expect(shown.events).toEqual([]);
});

test('R78: dates of a period, and a fresh code, right or wrong, leave an event', async () => {
  const [round] = await ada.ask('listRounds', {});
  const period = round!.periods.find(({ id }) => id === submissionId)!;
  const { opensOn, dueOn, lastUploadOn, closesOn, texts, version } = period;
  await does(ada, 'changePeriod', { period: submissionId, opensOn, dueOn, lastUploadOn, closesOn, texts, expectedVersion: version });
  const fresh = await portal.person();
  const stepUp = (code: string) => eventsOf(() => ask(portal.app, fresh.cookie, 'stepUp', { purpose: '', code }));
  expect((await stepUp('000000')).events.map(({ kind }) => kind)).toEqual(['account.app-code-failed']);
  expect((await stepUp(appCode(portal, fresh.appKey))).events.map(({ kind }) => kind)).toEqual(['account.stepped-up']);
  seen.add('stepUp');
});

test('R78: nothing of what the portal of today can do was left out above', () => {
  const changes = (Object.keys(endpoints) as EndpointName[]).filter((name) => endpoints[name].method !== 'GET' && !unlogged.includes(name));
  expect(changes.filter((name) => !seen.has(name) && walkedElsewhere[name] === undefined)).toEqual([]);
});

/** Changes whose story names an event, as the first test asks, and that are done in a test of their own. */
const walkedElsewhere: Readonly<Partial<Record<EndpointName, string>>> = {
  declineRecoveryCodes: 'accounts/change-factors.test.ts',
  addPasskey: 'accounts/change-factors.test.ts',
  renamePasskey: 'accounts/change-factors.test.ts',
  removePasskey: 'accounts/change-factors.test.ts',
  stepUpWithPasskey: 'accounts/change-factors.test.ts',
  unlinkProvider: 'accounts/providers/link-provider.test.ts',
  changeSignInPolicy: 'units/sign-in-policy.test.ts',
  resendPersonInvitation: 'users/invitations.test.ts',
  inviteUser: 'users/invitations.test.ts',
  resendInvitation: 'users/invitations.test.ts',
  withdrawInvitation: 'users/invitations.test.ts',
  listUsers: 'users/users.test.ts',
  changeCollectingRole: 'users/users.test.ts',
  blockUser: 'users/users.test.ts',
  unblockUser: 'users/users.test.ts',
  endUser: 'users/users.test.ts',
  endUserSessions: 'users/users.test.ts',
  resetUser: 'users/reset.test.ts',
  approveReset: 'users/reset.test.ts',
  declineReset: 'users/reset.test.ts',
  approveAdministrator: 'users/administrator.test.ts',
  declineAdministrator: 'users/administrator.test.ts',
};

test('R78: a refusal of rights leaves an event with its code', async () => {
  const reader = await portal.person({ units: [{ code: unit, role: 'reader' }] });
  const refused = await eventsOf(() => reader.ask('changePayrollSystem', { unit, payrollSystem: 'x' }).catch(() => undefined));
  expect(refused.events).toMatchObject([{ kind: 'access.denied', actor: pseudonymOf(reader), details: { code: expect.any(String) } }]);
  const stranger = await portal.person();
  const unknown = await eventsOf(() => stranger.ask('showUnit', { unit }).catch(() => undefined));
  expect(unknown.events).toMatchObject([{ kind: 'access.denied', details: { code: 'request.not-found' } }]);
});

test('R78: who reads persons of a delivery is told once an hour for each way of reading, however much is turned', async () => {
  const iris = await portal.person({ collectingRole: 'reviewer' });
  const view = await iris.ask('showDelivery', { unit });
  const place = { unit, delivery: view.id! };
  const readings: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['delivery.checks-read', () => iris.ask('listChecks', place)],
    ['delivery.questions-read', () => iris.ask('listQuestions', place)],
    ['delivery.findings-read', () => iris.ask('listFindings', { ...place, rule: 'P09-03' })],
    ['delivery.corrections-read', () => iris.ask('listCorrections', place)],
    ['delivery.proposals-read', () => iris.ask('listProposals', { ...place, rule: 'P27-05', record: 1 })],
    ['records.read', () => iris.ask('listRecords', place)],
  ];
  for (const [kind, read] of readings) {
    const { events } = await eventsOf(() => Promise.all([read(), read(), read()]).then(read));
    expect(events.map((event) => event.kind)).toEqual([kind]);
    expect(Object.values(events[0]!.details).every((value) => typeof value === 'number' || /^P\d\d-\d\d$/.test(String(value)))).toBe(true);
  }
  const shown = await eventsOf(() => iris.ask('listRecords', { ...place, offset: 10, reveal: 'true' }));
  expect(shown.events.map(({ kind }) => kind)).toEqual(['records.personal-numbers-shown']);
  expect((await eventsOf(() => rut.ask('listRecords', place))).events.map(({ kind }) => kind)).toEqual(['records.read']);
});

test('R79: the log of all this holds no value, no name, no address and no text of anybody', async () => {
  const log = JSON.stringify(await database.ask('select * from audit_event'));
  for (const word of ['Rut', 'Testberg', 'Nysson', 'ny@example.se', '991199', '41000', 'stämmer', 'Komplettera', 'Svar', 'Ny etikett'])
    expect(log).not.toContain(word);
  const numbers =
    novemberFile(unit, 60)
      .toString('latin1')
      .match(/(?<=;)(19|20)\d{10}(?=;)/g) ?? [];
  for (const number of numbers) expect(log).not.toContain(number);
});
