import { randomUUID } from 'node:crypto';
import {
  correctionsPath,
  endpoints,
  filePath,
  findingsPath,
  receiptPath,
  receiptProofPath,
  uploadHeaders,
  uploadPath,
  type EndpointName,
} from '@insamling/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from './testing/database.ts';
import { delivered, novemberFile } from './testing/delivery.ts';
import { pairedTiming } from './testing/paired-timing.ts';
import { browserHeaders, startPortal, type Portal, type TestPerson } from './testing/portal.ts';
import { sampleBody, sampleRequest, slotsOf, type Slot } from './testing/sample-request.ts';
import { wholeDatabase } from './testing/whole-database.ts';
import { untilSent } from './testing/until-sent.ts';

/**
 * Two organisations with everything in them. Whoever names a thing of the other one, in whatever place of whatever request the
 * contract has, is answered as if there were no such thing, and changes nothing.
 */
const [theirs, ours] = ['0488', '0331'] as const;
/** More than a person's share is asked for here. */
const manyRequests = { REQUESTS_PER_MINUTE: '1000000' };
let database: TestDatabase;
let portal: Portal;
/** Administers the unit 0331 and has no part in 0488. */
let outsider: TestPerson;
beforeAll(async () => {
  database = await testDatabase();
  portal = await startPortal({ database, at: '2026-11-25T10:00:00Z', settings: manyRequests });
  const { submissionId } = await portal.round({ test: ['2027-01-10', '2027-01-20'] });
  period = submissionId;
  for (const code of [theirs, ours]) await portal.unit(code);
  things[theirs] = await fill(theirs, await portal.person({ units: [{ code: theirs, role: 'unitAdministrator' }] }));
  outsider = await portal.person({ units: [{ code: ours, role: 'unitAdministrator' }] });
  things[ours] = await fill(ours, outsider);
  await untilSent(database);
});
afterAll(async () => {
  await portal.close();
  await database.drop();
});

/** Ids of a unit's things, by the name under which a request takes them. A new kind of id needs a line in `fill`. */
interface Things {
  readonly delivery: string;
  readonly fileId: string;
  readonly thread: string;
  readonly upTo: string;
  readonly request: string;
  readonly accountId: string;
  readonly session: string;
  readonly passkey: string;
  readonly receipt: string;
  readonly uploadId: string;
}
const things: Record<string, Things> = {};
let period: string;

async function fill(code: string, person: TestPerson): Promise<Things> {
  const clean = await delivered(portal, person, code, novemberFile(code, 10));
  const explained = await person.ask('listChecks', { unit: code, delivery: clean.id });
  for (const { rule, severity } of explained.checks)
    if (severity === 'warning')
      await person.ask('explainFindings', {
        unit: code,
        delivery: clean.id,
        fileId: clean.file!.id,
        rule,
        findings: 'all',
        reason: 'verified',
        text: 'Stämmer.',
      });
  const { version } = await person.ask('showDelivery', { unit: code });
  const receipt = await person.ask('submitDelivery', {
    unit: code,
    delivery: clean.id,
    expectedVersion: version,
    sha256: clean.file!.sha256,
    confirmed: true,
  });
  // Open for change again, so that a request is not refused for its state before its ids are looked at.
  const submitted = await person.ask('showDelivery', { unit: code });
  await person.ask('withdrawSubmission', { unit: code, delivery: clean.id, expectedVersion: submitted.version });
  await person.ask('correctCell', {
    unit: code,
    delivery: clean.id,
    fileId: clean.file!.id,
    record: 2,
    variable: 'agreedEmploymentRate',
    text: '09000',
    seenText: null,
    requestId: randomUUID(),
  });
  const thread = await person.ask('startThread', { unit: code, subject: 'Ämne', text: 'Text', requestId: randomUUID(), rule: null });
  const request = await person.ask('requestExtension', { unit: code, wishedDueOn: '2027-01-10', reason: 'illness', comment: '' });
  const [upload] = await database.ask(`select request_id as id from delivery_file where id = '${clean.file!.id}'`);
  const [session] = await database.ask(`
    insert into session (token_hash, account_id, created_at, last_seen_at)
    select decode(md5(random()::text), 'hex'), account_id, created_at, last_seen_at from session where account_id = '${person.accountId}' limit 1
    returning id`);
  const [passkey] = await database.ask(`
    insert into passkey (id, account_id, credential_id, public_key, counter, is_backup_eligible, is_backed_up, transports, aaguid, name, created_at)
    values (gen_random_uuid(), '${person.accountId}', decode(md5(random()::text), 'hex'), '\\x00', 0, false, false, '{}', gen_random_uuid(), 'Nyckel', now())
    returning id`);
  return {
    delivery: clean.id,
    fileId: clean.file!.id,
    thread: thread.id,
    upTo: thread.messages[0]!.id,
    request: request.id,
    accountId: (await portal.person({ units: [{ code }] })).accountId,
    session: session!['id'] as string,
    passkey: passkey!['id'] as string,
    receipt: receipt.number,
    uploadId: upload!['id'] as string,
  };
}

/** Made by the client for one request; it names nothing that is there. */
const madeByTheClient = new Set(['requestId']);
/** Belongs to everybody: rounds and periods are the same for every organisation. */
const ofEverybody = new Set(['period']);

const names = Object.keys(endpoints) as EndpointName[];
/** The collecting side sees every organisation; who of it may do what is in the matrix. */
const isOfOrganisation = (name: EndpointName) => !endpoints[name].path.startsWith('/api/collecting/');
const isOfUnit = (name: EndpointName) => endpoints[name].path.includes(':unit');

/** Asks with everything of one's own but what is given; a proof that it is the person is there when it is asked for. */
async function ask(name: EndpointName, slot: Slot | undefined, value: string, unit: string = ours) {
  const own = things[ours] as unknown as Record<string, string>;
  const given = {
    path: { ...own, unit, period, rule: 'P14-01', correction: 1 } as Record<string, unknown>,
    query: {} as Record<string, unknown>,
    body: Object.fromEntries(
      slotsOf(name).flatMap((one) => (one.place === 'body' && own[one.name] ? [[one.name, own[one.name]]] : [])),
    ) as Record<string, unknown>,
  };
  if ('rule' in (sampleBody(name) ?? {})) given.body['rule'] = 'P14-01';
  if (slot) given[slot.place][slot.name] = Array.isArray(sampleBody(name)?.[slot.name]) && slot.place === 'body' ? [value] : value;
  const { method, url, payload } = sampleRequest(name, given);
  const send = () =>
    portal.app.inject({
      method,
      url,
      headers: { ...browserHeaders, cookie: outsider.cookie, ...(method === 'GET' ? {} : { 'content-type': 'application/json' }) },
      ...(method === 'GET' ? {} : { payload: JSON.stringify(payload ?? {}) }),
    });
  const answer = await send();
  if (answer.json<{ code?: string }>().code !== 'account.step-up-needed') return answer;
  const { purpose } = answer.json<{ details: { purpose: string } }>().details;
  await database.ask(
    `update session set elevated_until = '${new Date(portal.clock.now().getTime() + 300_000).toISOString()}', elevated_for = '${purpose}' where account_id = '${outsider.accountId}'`,
  );
  return send();
}
const told = (answer: { statusCode: number; json: () => unknown }) => {
  const { reference: _, ...rest } = answer.json() as Record<string, unknown>;
  return { status: answer.statusCode, ...rest };
};

const slots = names.filter(isOfOrganisation).flatMap((name) =>
  slotsOf(name)
    .filter((slot) => !madeByTheClient.has(slot.name) && !ofEverybody.has(slot.name))
    .map((slot) => [name, slot.place, slot.name] as const),
);

test('every id that a request takes is one that this file knows a foreign one of', () => {
  const known = Object.keys(things[theirs]!);
  expect(slots.filter(([, , slot]) => !known.includes(slot)).map(([name, place, slot]) => `${name}: ${slot} in the ${place}`)).toEqual([]);
});

test.each(slots)(
  'R54: %s with a foreign id in the %s, «%s», is answered as with one that nobody has, and changes nothing',
  async (name, place, slot) => {
    const before = await wholeDatabase(database);
    const foreign = await ask(name, { place, name: slot }, (things[theirs] as unknown as Record<string, string>)[slot]!);
    const nothing = await ask(name, { place, name: slot }, randomUUID());
    expect(told(foreign)).toEqual(told(nothing));
    expect(foreign.statusCode).toBeGreaterThanOrEqual(400);
    expect(foreign.statusCode).toBeLessThan(500);
    expect(await wholeDatabase(database)).toEqual(before);
  },
);

test('R54: the same requests with ids of one’s own are answered otherwise: the ids are looked at', async () => {
  const asBefore: string[] = [];
  for (const [name, place, slot] of slots) {
    const nothing = await ask(name, { place, name: slot }, randomUUID());
    // What the outsider may do in no unit at all is refused before any id is looked at.
    if (nothing.statusCode === 403) continue;
    const own = await ask(name, { place, name: slot }, (things[ours] as unknown as Record<string, string>)[slot]!);
    if (JSON.stringify(told(own)) === JSON.stringify(told(nothing))) asBefore.push(`${name}: ${slot}`);
  }
  expect(asBefore).toEqual([]);
});

test.each(names.filter(isOfUnit))(
  'R54: %s of a foreign unit is answered as of one that there is not, and changes nothing',
  async (name) => {
    const before = await wholeDatabase(database);
    const foreign = await ask(name, undefined, '', theirs);
    const nothing = await ask(name, undefined, '', '9999');
    expect(foreign.statusCode).toBe(404);
    expect(told(foreign)).toEqual(told(nothing));
    expect(await wholeDatabase(database)).toEqual(before);
  },
);

const get = (url: string) => portal.app.inject({ url, headers: { ...browserHeaders, cookie: outsider.cookie } });
const bare = (body: string) => body.replace(/"reference":"[^"]+"|Felnummer [^.]+\.|nonce="[^"]+"/g, '');

test('R54: files, receipts and their proofs of a foreign unit, asked for in any unit, are not there', async () => {
  const { delivery, fileId, receipt } = things[theirs]!;
  const own = things[ours]!;
  const none = randomUUID();
  for (const [foreign, nothing] of [
    [filePath(theirs, delivery, fileId), filePath('9999', none, none)],
    [filePath(ours, delivery, fileId), filePath(ours, none, none)],
    [filePath(ours, own.delivery, fileId), filePath(ours, own.delivery, none)],
    [filePath(ours, delivery, own.fileId), filePath(ours, none, own.fileId)],
    [findingsPath(theirs, delivery), findingsPath('9999', none)],
    [findingsPath(ours, delivery), findingsPath(ours, none)],
    [correctionsPath(theirs, delivery, fileId, 'csv'), correctionsPath('9999', none, none, 'csv')],
    [correctionsPath(ours, delivery, fileId, 'json'), correctionsPath(ours, none, none, 'json')],
    [correctionsPath(ours, own.delivery, fileId, 'csv'), correctionsPath(ours, own.delivery, none, 'csv')],
    [correctionsPath(ours, delivery, own.fileId, 'json'), correctionsPath(ours, none, own.fileId, 'json')],
    [receiptPath(theirs, receipt), receiptPath('9999', receipt)],
    [receiptPath(ours, receipt), receiptPath(ours, '2026-0331-AAAAAA')],
    [receiptProofPath(theirs, receipt), receiptProofPath('9999', receipt)],
    [receiptProofPath(ours, receipt), receiptProofPath(ours, '2026-0331-AAAAAA')],
  ] as const) {
    const [one, other] = [await get(foreign), await get(nothing)];
    expect(one.statusCode, foreign).toBe(404);
    expect(bare(one.body), foreign).toBe(bare(other.body));
  }
  expect((await get(filePath(ours, own.delivery, own.fileId))).statusCode).toBe(200);
  expect((await get(correctionsPath(ours, own.delivery, own.fileId, 'csv'))).statusCode).toBe(200);
  expect((await get(findingsPath(ours, own.delivery))).statusCode).toBe(200);
  expect((await get(receiptPath(ours, own.receipt))).statusCode).toBe(200);
});

test('R54: news of a foreign unit do not reach a stream that claims to have heard them before', async () => {
  const [first] = await database.ask(`select min(id)::int as id from live_event`);
  const url = new URL('/api/events', await portal.app.listen({ port: 0, host: '127.0.0.1' }));
  const stop = new AbortController();
  const response = await fetch(url, {
    headers: { cookie: outsider.cookie, 'last-event-id': String((first!['id'] as number) - 1) },
    signal: stop.signal,
  });
  let heard = '';
  const reading = (async () => {
    for await (const piece of response.body!) heard += Buffer.from(piece).toString();
  })().catch(() => undefined);
  await expect.poll(() => heard, { timeout: 5000 }).toContain(`"unit":"${ours}"`);
  stop.abort();
  await reading;
  expect(heard).not.toContain(`"unit":"${theirs}"`);
});

/** One of each place where something is looked for; statistic: see `pairedTiming`. */
const lookups: readonly (readonly [string, 'GET' | 'DELETE', (id: 'foreign' | 'nothing') => string])[] = [
  ['a unit', 'GET', (id) => `/api/e/${id === 'foreign' ? theirs : '9999'}`],
  ['a delivery', 'GET', (id) => `/api/e/${ours}/deliveries/${id === 'foreign' ? things[theirs]!.delivery : randomUUID()}/checks`],
  ['a thread', 'GET', (id) => `/api/e/${ours}/threads/${id === 'foreign' ? things[theirs]!.thread : randomUUID()}`],
  ['a file', 'GET', (id) => filePath(ours, things[ours]!.delivery, id === 'foreign' ? things[theirs]!.fileId : randomUUID())],
  ['a receipt', 'GET', (id) => receiptPath(ours, id === 'foreign' ? things[theirs]!.receipt : '2026-0488-ZZZZZZ')],
  ['a colleague', 'DELETE', (id) => `/api/e/${ours}/people/${id === 'foreign' ? things[theirs]!.accountId : randomUUID()}`],
  ['a sign-in', 'DELETE', (id) => `/api/me/sessions/${id === 'foreign' ? things[theirs]!.session : randomUUID()}`],
];
test.each(lookups)(
  'R54: %s of somebody else takes as long to be refused as one that nobody has',
  { timeout: 180_000 },
  async (_, method, url) => {
    const refusal = (id: 'foreign' | 'nothing') =>
      portal.app.inject({ method, url: url(id), headers: { ...browserHeaders, cookie: outsider.cookie } });
    expect((await refusal('foreign')).statusCode).toBe(404);
    const timing = await pairedTiming(
      200,
      () => refusal('foreign'),
      () => refusal('nothing'),
    );
    expect(timing).toMatchObject({ isEqual: true });
  },
);

test("R54: the id of somebody else's upload, in a header, says nothing of that upload and does nothing to it", async () => {
  const upload = (unit: string, requestId: string) =>
    portal.app.inject({
      method: 'POST',
      url: uploadPath(unit),
      headers: {
        ...browserHeaders,
        cookie: outsider.cookie,
        'content-type': 'application/octet-stream',
        [uploadHeaders.name]: 'x.csv',
        [uploadHeaders.requestId]: requestId,
      },
      payload: Buffer.from('x'),
    });
  const { uploadId, delivery, fileId } = things[theirs]!;
  const before = await wholeDatabase(database);
  expect(told(await upload(theirs, uploadId))).toEqual(told(await upload('9999', randomUUID())));
  expect(await wholeDatabase(database)).toEqual(before);
  // In one's own unit it is an id as good as any: a new file of one's own.
  const answer = await upload(ours, uploadId);
  expect(answer.statusCode).toBe(200);
  expect(answer.json()).toMatchObject({ deliveryId: things[ours]!.delivery, fileId: expect.not.stringContaining(fileId) });
  expect(await database.ask(`select id, request_id from delivery_file where delivery_id = '${delivery}'`)).toEqual([
    { id: fileId, request_id: uploadId },
  ]);
});
