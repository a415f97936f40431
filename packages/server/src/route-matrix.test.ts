import { randomBytes, randomUUID } from 'node:crypto';
import {
  abilities,
  endpoints,
  correctionsPath,
  filePath,
  findingsPath,
  receiptPath,
  receiptProofPath,
  uploadHeaders,
  uploadPath,
  type EndpointName,
} from '@insamling/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from './platform/db/index.ts';
import { delivered, novemberFile } from './testing/delivery.ts';
import { browserHeaders, startPortal, type Portal, type TestPerson } from './testing/portal.ts';

/** Who may ask what: every endpoint of the contract times every role. A new endpoint without a row fails. */
const roles = [
  'reader',
  'respondent',
  'unitAdministrator',
  'stranger',
  'collectingReader',
  'reviewer',
  'collectionManager',
  'administrator',
] as const;
type Role = (typeof roles)[number];

const everybody: readonly Role[] = roles;
const ofUnit: readonly Role[] = [
  'reader',
  'respondent',
  'unitAdministrator',
  'collectingReader',
  'reviewer',
  'collectionManager',
  'administrator',
];
const acting: readonly Role[] = ['respondent', 'unitAdministrator'];
const reviewing: readonly Role[] = ['reviewer', 'collectionManager', 'administrator'];
const managing: readonly Role[] = ['collectionManager', 'administrator'];
const collecting: readonly Role[] = ['collectingReader', ...reviewing];

const code = '0488';
const other = '0331';
let portal: Portal;
let people: Readonly<Record<Role, TestPerson>>;
/** Ids of things that belong to the unit 0488. */
const own: Record<
  | 'delivery'
  | 'fileId'
  | 'thread'
  | 'message'
  | 'request'
  | 'accountId'
  | 'period'
  | 'receipt'
  | 'session'
  | 'reset'
  | 'administratorRequest',
  string
> = {
  delivery: '',
  fileId: '',
  thread: '',
  message: '',
  request: '',
  accountId: '',
  period: '',
  receipt: '2026-0488-AAAAAA',
  session: '',
  reset: '',
  administratorRequest: '',
};
const texts = { heading: 'Rubrik', paragraphs: ['Text'], nextHeading: 'Nästa', nextParagraphs: ['Text'] };

interface Row {
  readonly may: readonly Role[];
  readonly body?: () => object;
  /** What it does to a person cannot be done twice: each role tries it on somebody new. */
  readonly isOnce?: true;
}
const step = () => ({ expectedVersion: 999 });
const table: Readonly<Record<EndpointName, Row>> = {
  whoAmI: { may: everybody },
  listMySessions: { may: everybody },
  endMySession: { may: everybody },
  endMyOtherSessions: { may: everybody },
  showSignInWarning: { may: everybody },
  dismissSignInWarning: { may: everybody, body: () => ({ seenAt: '2026-11-01T00:00:00.000Z' }) },
  stepUp: { may: everybody, body: () => ({ purpose: '', code: 'ingen kod' }) },
  showMyFactors: { may: everybody },
  declineRecoveryCodes: { may: everybody },
  beginPasskey: { may: everybody },
  addPasskey: {
    may: everybody,
    body: () => ({ name: 'Ny', answer: { id: 'AAAA', clientDataJSON: 'AAAA', attestationObject: 'AAAA', transports: [] } }),
  },
  renamePasskey: { may: everybody, body: () => ({ name: 'Annan' }) },
  removePasskey: { may: everybody },
  askForPasskey: { may: everybody, body: () => ({ purpose: '' }) },
  stepUpWithPasskey: {
    may: everybody,
    body: () => ({
      purpose: '',
      answer: { id: 'AAAA', clientDataJSON: 'AAAA', authenticatorData: 'AAAA', signature: 'AAAA', userHandle: null },
    }),
  },
  changeMyProfile: { may: everybody, body: () => ({ name: 'Test Testsson', phone: '' }) },
  listMyProviders: { may: everybody },
  linkProvider: { may: everybody, body: () => ({ returnPath: '/' }) },
  unlinkProvider: { may: everybody, body: () => ({}) },
  stepUpAtProvider: { may: everybody, body: () => ({ purpose: '', returnPath: '/' }) },
  askAddressChange: { may: everybody, body: () => ({ email: `${randomUUID()}@example.se` }) },
  confirmAddressChange: { may: everybody, body: () => ({ code: 'ingen kod' }) },
  showMyData: { may: everybody },
  exportMyData: { may: everybody, body: () => ({}) },
  previewRetention: { may: ['administrator'] },
  showUnit: { may: ofUnit },
  showSignInPolicy: { may: managing },
  changeSignInPolicy: { may: managing, body: () => ({ provider: null, requiresPasskey: false }) },
  changePayrollSystem: { may: [...acting, ...managing], body: () => ({ payrollSystem: 'Annat' }) },
  invitePerson: {
    may: ['unitAdministrator', ...managing],
    body: () => ({ email: `${randomUUID()}@example.se`, name: 'Ny Nysson', role: 'reader' }),
  },
  changePerson: { may: ['unitAdministrator', ...managing], body: () => ({ role: 'respondent', isContact: true }) },
  removePerson: { may: ['unitAdministrator', ...managing], body: () => ({}), isOnce: true },
  resendPersonInvitation: { may: ['unitAdministrator', ...managing] },
  listUsers: { may: managing, body: () => ({ search: 'Testsson' }) },
  showUser: { may: managing },
  inviteUser: {
    may: managing,
    body: () => ({ email: `${randomUUID()}@example.se`, name: 'Ny Nysson', units: [{ unit: code, role: 'reader' }] }),
  },
  resendInvitation: { may: managing, isOnce: true },
  withdrawInvitation: { may: managing, isOnce: true },
  changeCollectingRole: { may: ['administrator'], body: () => ({ role: 'reader' }), isOnce: true },
  blockUser: { may: managing, isOnce: true },
  unblockUser: { may: managing, isOnce: true },
  endUser: { may: ['administrator'], isOnce: true },
  endUserSessions: { may: managing, isOnce: true },
  resetUser: { may: managing, body: () => ({ reason: 'Tappat telefonen.' }), isOnce: true },
  approveReset: { may: ['administrator'] },
  declineReset: { may: ['administrator'] },
  approveAdministrator: { may: ['administrator'] },
  declineAdministrator: { may: ['administrator'] },
  showUnitPeriods: { may: ofUnit },
  listRounds: { may: collecting },
  changePeriod: {
    may: managing,
    body: () => ({
      opensOn: '2026-10-28',
      dueOn: '2026-11-19',
      lastUploadOn: '2026-11-19',
      closesOn: '2026-11-19',
      texts,
      expectedVersion: 999,
    }),
  },
  listExtensions: { may: ofUnit },
  requestExtension: { may: acting, body: () => ({ wishedDueOn: '2027-01-15', reason: 'illness' }) },
  listWaitingExtensions: { may: collecting },
  decideExtension: { may: reviewing, body: () => ({ grant: false, answer: 'Nej.' }) },
  showDelivery: { may: ofUnit },
  showLastYear: { may: ofUnit },
  listChecks: { may: ofUnit },
  listQuestions: { may: ofUnit },
  applyRemedy: {
    may: acting,
    body: () => ({ fileId: own.fileId, key: 'P27-05 agreedFullTimeSalary', choice: null, requestId: randomUUID() }),
  },
  undoRemedy: { may: acting, body: () => ({ fileId: own.fileId, first: 900, last: 901, requestId: randomUUID() }) },
  explainQuestion: {
    may: acting,
    body: () => ({ fileId: own.fileId, key: 'P09-03 aidLabel 991199', reason: 'verified', text: 'Stämmer.' }),
  },
  listFindings: { may: ofUnit },
  listProposals: { may: ofUnit },
  applyProposal: { may: acting, body: () => ({ fileId: own.fileId, key: '0 unit100 agreedFullTimeSalary', requestId: randomUUID() }) },
  correctCell: {
    may: acting,
    body: () => ({
      fileId: own.fileId,
      record: 1,
      variable: 'agreedEmploymentRate',
      text: '10000',
      seenText: null,
      requestId: randomUUID(),
    }),
  },
  undoCorrection: { may: acting, body: () => ({ requestId: randomUUID() }) },
  listCorrections: { may: ofUnit },
  explainFindings: {
    may: acting,
    body: () => ({ fileId: own.fileId, rule: 'P14-01', findings: 'all', reason: 'verified', text: 'Stämmer.' }),
  },
  withdrawExplanation: { may: acting, body: () => ({ fileId: own.fileId, rule: 'P14-01', finding: 'x' }) },
  submitDelivery: { may: acting, body: () => ({ ...step(), sha256: '0'.repeat(64), confirmed: true }) },
  withdrawSubmission: { may: acting, body: step },
  listRecords: { may: ofUnit },
  showCell: { may: ofUnit },
  listThreads: { may: ofUnit },
  showThread: { may: ofUnit },
  startThread: { may: [...acting, ...reviewing], body: () => ({ subject: 'Ämne', text: 'Text', requestId: randomUUID() }) },
  reply: { may: [...acting, ...reviewing], body: () => ({ text: 'Svar', requestId: randomUUID() }) },
  markThreadRead: { may: ofUnit, body: () => ({ upTo: own.message }) },
  listAllThreads: { may: collecting },
  showOverview: { may: collecting },
  listUnits: { may: collecting },
  beginReview: { may: reviewing, body: step },
  acceptDelivery: { may: reviewing, body: step },
  returnDelivery: { may: reviewing, body: () => ({ ...step(), text: 'Komplettera.' }) },
  listEvents: { may: ['administrator'] },
  listEventFilters: { may: ['administrator'] },
  exportEvents: { may: ['administrator'], body: () => ({ outcome: 'refused' }) },
  reopenDelivery: { may: reviewing, body: () => ({ ...step(), reason: 'Öppna.' }) },
};

beforeAll(async () => {
  portal = await startPortal({ at: '2026-11-25T10:00:00Z' });
  const { submissionId } = await portal.round({});
  await portal.unit(code);
  await portal.unit(other);
  const inUnit = (role: 'reader' | 'respondent' | 'unitAdministrator') => portal.person({ units: [{ code, role }] });
  people = {
    reader: await inUnit('reader'),
    respondent: await inUnit('respondent'),
    unitAdministrator: await inUnit('unitAdministrator'),
    stranger: await portal.person({ units: [{ code: other, role: 'unitAdministrator' }] }),
    collectingReader: await portal.person({ collectingRole: 'reader' }),
    reviewer: await portal.person({ collectingRole: 'reviewer' }),
    collectionManager: await portal.person({ collectingRole: 'collectionManager' }),
    administrator: await portal.person({ collectingRole: 'administrator' }),
  };
  const { respondent } = people;
  const delivery = await delivered(portal, respondent, code, novemberFile(code, 10, { record: 7, field: 14, text: '' }));
  await respondent.ask('correctCell', {
    unit: code,
    delivery: delivery.id,
    fileId: delivery.file!.id,
    record: 2,
    variable: 'agreedEmploymentRate',
    text: '09000',
    seenText: null,
    requestId: randomUUID(),
  });
  own.delivery = delivery.id;
  own.fileId = delivery.file!.id;
  const thread = await respondent.ask('startThread', { unit: code, subject: 'Ämne', text: 'Text', requestId: randomUUID(), rule: null });
  own.thread = thread.id;
  own.message = thread.messages[0]!.id;
  own.request = (await respondent.ask('requestExtension', { unit: code, wishedDueOn: '2027-01-10', reason: 'illness', comment: '' })).id;
  own.accountId = (await portal.person({ units: [{ code }] })).accountId;
  own.period = submissionId;
  await havePasskeys();
  const [asking, losing] = [
    await portal.person({ collectingRole: 'administrator' }),
    await portal.person({ collectingRole: 'administrator' }),
  ];
  await asking.ask('resetUser', { accountId: losing.accountId, reason: 'Tappat telefonen.' });
  own.reset = (await asking.ask('showUser', { accountId: losing.accountId })).resets[0]!.id;
  const { accountId: promoted } = await portal.person({ collectingRole: 'reviewer' });
  await asking.ask('changeCollectingRole', { accountId: promoted, role: 'administrator' });
  own.administratorRequest = (await asking.ask('showUser', { accountId: promoted })).administratorRequests[0]!.id;
});
afterAll(() => portal.close());

/** A passkey of each person's own; that of somebody else is not found, as `passkeys.test.ts` shows. */
const passkeyOf = new Map<Role, string>(roles.map((role) => [role, randomUUID()]));
const havePasskeys = () =>
  portal.services.database.transaction({}, async (db) => {
    for (const role of roles)
      await db.run(sql`
        insert into passkey (id, account_id, credential_id, public_key, counter, is_backup_eligible, is_backed_up, transports, aaguid, name, created_at)
        values (${passkeyOf.get(role)}, ${people[role].accountId}, ${Buffer.from(role)}, ${Buffer.alloc(1)}, 0, false, false, '{}',
                '00000000-0000-0000-0000-000000000000', 'x', ${portal.clock.now()})`);
  });

const ids = (): Readonly<Record<string, string>> => ({
  unit: code,
  delivery: own.delivery,
  thread: own.thread,
  request: own.request,
  accountId: own.accountId,
  period: own.period,
  session: own.session,
  reset: own.reset,
  administratorRequest: own.administratorRequest,
  rule: 'P14-01',
  correction: '1',
  record: '1',
  variable: 'personalNumber',
});

/** A request with nothing wrong in it but, perhaps, who makes it; who is asked to confirm does so. */
async function ask(name: EndpointName, { cookie, confirm }: Asker, replaced: Readonly<Record<string, string>> = {}) {
  const first = await send(name, cookie, replaced);
  const { code: refusal, details } = first.json<{ code?: string; details?: { purpose?: string } }>();
  if (refusal !== 'account.step-up-needed') return first;
  await confirm(details?.purpose ?? '');
  return send(name, cookie, replaced);
}

type Asker = Pick<TestPerson, 'cookie' | 'confirm'>;
const nobody: Asker = { cookie: '', confirm: async () => undefined };

async function send(name: EndpointName, cookie: string, replaced: Readonly<Record<string, string>>) {
  const { method, path } = endpoints[name];
  const body = table[name].body?.();
  return portal.app.inject({
    method,
    url: path.replace(/:([A-Za-z]+)/g, (_, parameter: string) => replaced[parameter] ?? ids()[parameter] ?? 'unknown'),
    headers: { ...browserHeaders, ...(cookie ? { cookie } : {}), ...(method === 'GET' ? {} : { 'content-type': 'application/json' }) },
    ...(method === 'GET' ? {} : { payload: JSON.stringify(body ?? {}) }),
  });
}
/** Signs a person in somewhere else. @returns the session's id */
const elsewhere = ({ accountId }: TestPerson): Promise<string> =>
  portal.services.database.transaction({}, async (db) => {
    const [row] = await db.all<{ id: string }>(sql`
      insert into session (token_hash, account_id, created_at, last_seen_at)
      values (${randomBytes(32)}, ${accountId}, ${portal.clock.now()}, ${portal.clock.now()}) returning id`);
    return row!.id;
  });
const names = Object.keys(endpoints) as EndpointName[];
const isOfUnit = (name: EndpointName) => endpoints[name].path.includes(':unit');

test('R53: every endpoint has a row', () => {
  expect(Object.keys(table).toSorted()).toEqual(names.toSorted());
});

test.each(Object.entries(abilities))('what is said of «%s» is what the server does', (_, { roles: told, endpoints: asked }) => {
  for (const name of asked) expect(told.toSorted(), name).toEqual(table[name].may.filter((role) => role !== 'stranger').toSorted());
});

test.each(names)('R53: %s: nobody is let in without a session', async (name) => {
  const response = await ask(name, nobody);
  expect(response.statusCode).toBe(401);
  expect(response.json()).toMatchObject({ code: 'account.not-signed-in' });
});

test.each(names.flatMap((name) => roles.map((role) => [name, role] as const)))('R53: %s for %s', async (name, role) => {
  if (table[name].isOnce) own.accountId = (await portal.person({ units: [{ code }] })).accountId;
  if (name === 'endMySession') own.session = await elsewhere(people[role]);
  const { statusCode } = await ask(name, people[role], { passkey: passkeyOf.get(role) ?? '' });
  if (table[name].may.includes(role)) expect([401, 403, 404]).not.toContain(statusCode);
  else if (isOfUnit(name) && role === 'stranger') expect(statusCode).toBe(404);
  else expect(statusCode).toBe(403);
});

test.each(names.filter(isOfUnit))('R54: %s: a unit of somebody else answers exactly as one that does not exist', async (name) => {
  const [theirs, nothing] = await Promise.all([ask(name, people.stranger), ask(name, people.stranger, { unit: '9999' })]);
  expect(theirs.statusCode).toBe(nothing.statusCode);
  const { reference: _one, ...first } = theirs.json<Record<string, unknown>>();
  const { reference: _other, ...second } = nothing.json<Record<string, unknown>>();
  expect(first).toEqual(second);
});

test.each(names.filter((name) => isOfUnit(name) && /:(delivery|thread|request|accountId)/.test(endpoints[name].path)))(
  "R54: %s: another unit's thing in one's own unit is not found",
  async (name) => {
    // Who may do it in no unit at all is told so before anything is looked up.
    const isDenied = !table[name].may.includes('unitAdministrator');
    expect((await ask(name, people.stranger, { unit: other })).statusCode).toBe(isDenied ? 403 : 404);
  },
);

test('R53: files, their findings and corrections, receipts and the stream of news are for those of the unit only', async () => {
  const get = (url: string, cookie: string) => portal.app.inject({ url, headers: { ...browserHeaders, cookie } });
  for (const pathOf of [
    filePath,
    (unit: string, delivery: string) => findingsPath(unit, delivery),
    ...(['csv', 'json'] as const).map(
      (form) => (unit: string, delivery: string, file: string) => correctionsPath(unit, delivery, file, form),
    ),
  ]) {
    const file = pathOf(code, own.delivery, own.fileId);
    for (const role of ofUnit) expect((await get(file, people[role].cookie)).statusCode, `${role} ${file}`).toBe(200);
    expect((await get(file, people.stranger.cookie)).statusCode).toBe(404);
    expect((await get(pathOf(other, own.delivery, own.fileId), people.stranger.cookie)).statusCode).toBe(404);
    expect((await get(file, '')).statusCode).toBe(401);
  }
  for (const path of [receiptPath, receiptProofPath])
    expect((await get(path(code, own.receipt), people.stranger.cookie)).statusCode).toBe(404);
  const upload = (role: Role) =>
    portal.app.inject({
      method: 'POST',
      url: uploadPath(code),
      headers: {
        ...browserHeaders,
        cookie: people[role].cookie,
        'content-type': 'application/octet-stream',
        [uploadHeaders.name]: 'x.csv',
        [uploadHeaders.requestId]: randomUUID(),
      },
      payload: Buffer.from('x'),
    });
  expect((await upload('stranger')).statusCode).toBe(404);
  for (const role of ['reader', 'collectingReader', 'reviewer', 'administrator'] as const)
    expect((await upload(role)).statusCode, role).toBe(403);
  expect((await portal.app.inject({ url: '/api/events', headers: browserHeaders })).statusCode).toBe(401);
});
