import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endpoints } from '@insamling/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from './testing/database.ts';
import { delivered, novemberFile } from './testing/delivery.ts';
import { browserHeaders, startPortal, type Portal, type TestPerson } from './testing/portal.ts';
import { routesOf, type Route } from './testing/routes.ts';
import { untilSent } from './testing/until-sent.ts';
import { wholeDatabase } from './testing/whole-database.ts';

/**
 * Every route that the server really has, by every method, asked by somebody who is not signed in, by somebody of another
 * organisation and by somebody who may only read. Whatever lets one of them in stands in the lists below, and nothing else.
 */
let database: TestDatabase;
let portal: Portal;
let routes: readonly Route[];
let clients: Readonly<Record<Client, string>>;
let things: Readonly<Record<string, string>>;
let web: string;

type Client = 'nobody' | 'foreign' | 'reader' | 'unitAdministrator' | 'administrator';
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'] as const;
const code = '0488';

/** Open to everybody: what is needed to come in, what anybody may read, and what machines ask. */
const open = new Set([
  ...[
    '/logga-in',
    '/konto/inbjudan',
    '/hjalp',
    '/personuppgifter',
    '/tillganglighet',
    '/sakerhet',
    '/postbeskrivning',
    '/exempelfil.csv',
    '/.well-known/security.txt',
  ].map((path) => `GET ${path}`),
  ...['/healthz', '/readyz', '/api/openapi.json', '/tokens.css'].map((path) => `GET ${path}`),
  // Asked with an empty form they show themselves again, or sign out nobody.
  'POST /logga-ut',
  // Begins a journey: a question to sign, which only a passkey of somebody's can answer.
  'POST /logga-in/passkey/fraga',
  // The same, waiting in the address field: it begins nothing.
  'POST /logga-in/passkey/forslag/fraga',
]);
/** Sends who is not signed in, or stands at no step, to where that is mended: nobody is let in by it. */
const leadsToTheDoor = (location: unknown) => /^\/(logga-in|logga-in\/kod|konto\/kod|konto\/bekrafta)(\?|$)/.test(String(location));

beforeAll(async () => {
  web = await mkdtemp(join(tmpdir(), 'web-'));
  await writeFile(join(web, 'index.html'), '<!doctype html><title>x</title>');
  await writeFile(join(web, 'tokens.css'), ':root{}');
  database = await testDatabase();
  routes = await routesOf(async () => {
    portal = await startPortal({ at: '2026-11-25T10:00:00Z', database, webFolder: web, settings: { REQUESTS_PER_MINUTE: '1000000' } });
  });
  const { submissionId } = await portal.round({ test: ['2027-01-10', '2027-01-20'] });
  for (const unit of [code, '0331']) await portal.unit(unit);
  const person: TestPerson = await portal.person({ units: [{ code, role: 'unitAdministrator' }] });
  const delivery = await delivered(portal, person, code, novemberFile(code, 10));
  const thread = await person.ask('startThread', { unit: code, subject: 'Ämne', text: 'Text', requestId: randomUUID(), rule: null });
  const request = await person.ask('requestExtension', { unit: code, wishedDueOn: '2027-01-10', reason: 'illness', comment: '' });
  things = {
    unit: code,
    delivery: delivery.id,
    file: delivery.file!.id,
    thread: thread.id,
    request: request.id,
    accountId: person.accountId,
    period: submissionId,
    rule: 'P14-01',
    record: '1',
    correction: '1',
    number: '2026-0488-AAAAAA',
  };
  clients = {
    nobody: '',
    unitAdministrator: person.cookie,
    administrator: (await portal.person({ collectingRole: 'administrator' })).cookie,
    foreign: (await portal.person({ units: [{ code: '0331', role: 'unitAdministrator' }] })).cookie,
    reader: (await portal.person({ units: [{ code, role: 'reader' }] })).cookie,
  };
});
afterAll(async () => {
  await portal.close();
  await database.drop();
  await rm(web, { recursive: true, force: true });
});

const addressOf = (path: string) => path.replace(/:([A-Za-z]+)/g, (_, name: string) => things[name] ?? randomUUID()).replace('*', 'fel');
const ask = (client: Client, method: string, path: string) =>
  portal.app.inject({
    method: method as 'GET',
    url: addressOf(path),
    headers: {
      ...browserHeaders,
      ...(clients[client] ? { cookie: clients[client] } : {}),
      ...(['POST', 'PUT', 'PATCH', 'DELETE'].includes(method)
        ? { 'content-type': path.startsWith('/api/') ? 'application/json' : 'application/x-www-form-urlencoded' }
        : {}),
    },
    ...(['POST', 'PUT', 'PATCH', 'DELETE'].includes(method) ? { payload: path.startsWith('/api/') ? '{}' : '' } : {}),
  });
const paths = () => [...new Set(routes.map(({ path }) => path))].filter((path) => path !== '/api/events');
const registered = (method: string, path: string) => routes.some((route) => route.method === method && route.path === path);

test('the list is the server’s own: it holds every endpoint of the contract, and pages, streams and files beside them', () => {
  for (const { method, path } of Object.values(endpoints)) expect(registered(method, path), `${method} ${path}`).toBe(true);
  for (const path of ['/logga-in', '/healthz', '/api/events', '/api/e/:unit/delivery/file', '/e/:unit/*', '/api/openapi.json'])
    expect(paths().concat('/api/events'), path).toContain(path);
  expect(routes.length).toBeGreaterThan(100);
});

test(
  'R02, R53: nobody who is not signed in is let in anywhere but at the doors, by any method, and nothing changes',
  { timeout: 120_000 },
  async () => {
    const before = await wholeDatabase(database);
    const letIn: string[] = [];
    for (const path of paths())
      for (const method of methods) {
        const { statusCode, headers, cookies } = await ask('nobody', method, path);
        const asked = `${method === 'HEAD' ? 'GET' : method} ${path}`;
        expect(
          cookies.filter(({ name }) => name === '__Host-session').filter(({ value }) => value !== ''),
          asked,
        ).toEqual([]);
        if (statusCode >= 400 || open.has(asked)) continue;
        if (statusCode === 303 && leadsToTheDoor(headers.location)) continue;
        letIn.push(`${asked}: ${statusCode} ${String(headers.location ?? '')}`);
      }
    expect(letIn).toEqual([]);
    const begun = { journey: '', passkey_challenge: '' };
    expect({ ...(await wholeDatabase(database)), ...begun }).toEqual({ ...before, ...begun });
  },
);

test(
  'R53, R54: somebody of another organisation is let in to nothing of the unit, by any method, and nothing changes',
  { timeout: 120_000 },
  async () => {
    const before = await wholeDatabase(database);
    const letIn: string[] = [];
    for (const path of paths().filter((one) => /:(unit|period)|collecting/.test(one) && one !== '/e/:unit' && one !== '/e/:unit/*'))
      for (const method of methods) {
        const { statusCode, headers } = await ask('foreign', method, path);
        if (statusCode < 400) letIn.push(`${method} ${path}: ${statusCode} ${String(headers.location ?? '')}`);
        else if (registered(method, path)) expect([400, 401, 403, 404, 405, 415], `${method} ${path}`).toContain(statusCode);
      }
    expect(letIn).toEqual([]);
    expect(await wholeDatabase(database)).toEqual(before);
  },
);

test(
  'R53: somebody who may only read changes nothing of the unit, by any method, and reads nothing of the collecting side',
  { timeout: 120_000 },
  async () => {
    const before = await wholeDatabase(database);
    const letIn: string[] = [];
    for (const path of paths().filter((one) => /^\/api\/(e\/:unit|collecting)/.test(one)))
      for (const method of methods) {
        if (['GET', 'HEAD'].includes(method) && path.includes(':unit')) continue;
        const { statusCode } = await ask('reader', method, path);
        if (statusCode < 400) letIn.push(`${method} ${path}: ${statusCode}`);
      }
    expect(letIn).toEqual([]);
    expect(await wholeDatabase(database)).toEqual(before);
  },
);

test('R58: whatever is only read changes nothing, whoever reads it', { timeout: 120_000 }, async () => {
  await untilSent(database);
  const before = await wholeDatabase(database);
  const broken: string[] = [];
  for (const client of Object.keys(clients) as Client[])
    for (const path of paths())
      for (const method of ['GET', 'HEAD', 'OPTIONS'])
        if ((await ask(client, method, path)).statusCode >= 500) broken.push(`${client}: ${method} ${path}`);
  expect(broken).toEqual([]);
  expect(await wholeDatabase(database)).toEqual(before);
});

test('R02: no answer but that of a last step opens a session, whatever is asked with a journey that has just begun', async () => {
  // Whoever holds no finished proofs: each address that exists, asked with every cookie an outsider can come by.
  const start = await portal.app.inject({
    method: 'POST',
    url: '/konto/inbjudan',
    headers: { ...browserHeaders, 'content-type': 'application/x-www-form-urlencoded' },
    payload: 'epost=nobody@example.se',
  });
  const journey = String(start.headers['set-cookie']).split(';')[0]!;
  const opened: string[] = [];
  for (const path of paths())
    for (const method of ['GET', 'POST', 'PUT', 'DELETE'] as const) {
      const answer = await portal.app.inject({
        method,
        url: addressOf(path),
        headers: {
          ...browserHeaders,
          cookie: `${journey}; __Host-session=${'A'.repeat(43)}`,
          'content-type': path.startsWith('/api/') ? 'application/json' : 'application/x-www-form-urlencoded',
        },
        ...(method === 'GET' ? {} : { payload: path.startsWith('/api/') ? '{}' : 'kod=123456&losenord=Aa1-aaaa&bekrafta=Aa1-aaaa' }),
      });
      if (answer.cookies.some(({ name, value }) => name === '__Host-session' && value !== '')) opened.push(`${method} ${path}`);
    }
  expect(opened).toEqual([]);
  expect(await database.ask(`select count(*)::int as n from session`)).toEqual([{ n: Object.keys(clients).length - 1 }]);
});
