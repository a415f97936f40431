import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { endpoints, type EndpointName } from '@insamling/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inviteAccount } from './accounts/index.ts';
import { sql } from './platform/db/index.ts';
import { appCode, mailedCode, openBrowser, walkTo, type Browser } from './testing/browser.ts';
import { checked, novemberFile, upload } from './testing/delivery.ts';
import { dumpOf, tracesIn } from './testing/dump.ts';
import { databaseWithLog } from './testing/own-cluster.ts';
import { ask, browserHeaders, startPortal, type Portal, type TestPerson } from './testing/portal.ts';

/**
 * Values that stand nowhere else are planted through a whole story, and everything that the portal lets out is searched for them:
 * its log, the database's own log, letters, addresses and headers of answers, error texts, the audit log, jobs, live events and
 * the names and bytes of files.
 */
const unit = '0488';
const user = { userName: 'Kvickrot Kanariefågel', email: 'kvickrot.kanarie@example.se', phone: '070-98 76 543' };
const employee = { employeeName: 'Gulsparv Zebrafink' };
const written = { comment: 'Kommentaren om tornseglaren.', message: 'Frågan gäller rödhakens lön.', reason: 'Sjukdom hos koltrasten.' };
const password = 'Kornknarr-och-vipor-77!';
/** Six digits stand by chance in hexadecimal too, so they are looked for with no letter or digit beside them. */
const salary = '0714233';

let database: Awaited<ReturnType<typeof databaseWithLog>>;
let portal: Portal;
let reviewer: TestPerson;
let personal: Record<string, string>;
const secrets: Record<string, string> = {};
/** What the job that met a fault of the database wrote down; it is tried again, and then forgets it. */
let failedJob = '';
const codes: string[] = [];
/** Set while the test itself puts the values where they do not belong. */
let isNonsense = false;
const answers: {
  readonly address: string;
  readonly status: number;
  readonly headers: string;
  readonly body: string;
  readonly isNonsense: boolean;
}[] = [];

beforeAll(async () => {
  database = await databaseWithLog();
  portal = await startPortal({ database, at: '2026-11-25T10:00:00Z', settings: { LOG_LEVEL: 'trace' } });
  listen(portal);
  await portal.round({});
  await portal.unit(unit);
  reviewer = await portal.person({ collectingRole: 'reviewer' });
  await story();
}, 300_000);
afterAll(async () => {
  await portal?.close();
  await database?.drop();
});

/** Remembers every answer of the portal: where it was asked, its headers (but the cookies), and its body when it refuses. */
function listen({ app }: Portal): void {
  const inject = app.inject.bind(app) as (options: { url: string }) => Promise<{ statusCode: number; headers: object; body: string }>;
  Object.assign(app, {
    inject: async (options: { url: string }) => {
      const answer = await inject(options);
      const { 'set-cookie': cookies = [], ...headers } = answer.headers as Record<string, string[] | string>;
      for (const line of [cookies].flat()) {
        const [, name, token] = /^([^=]+)=([^;]{20,})/.exec(line) ?? [];
        if (name && token) secrets[`${name} ${Object.keys(secrets).length}`] = token;
      }
      const body = answer.statusCode >= 400 ? answer.body : '';
      answers.push({ address: options.url, status: answer.statusCode, headers: JSON.stringify(headers), body, isNonsense });
      return answer;
    },
  });
}

async function story(): Promise<void> {
  const { services, clock } = portal;
  await services.database.transaction({}, (db) =>
    inviteAccount(db, services, clock.now(), { email: user.email, name: user.userName, invitedBy: null }),
  );
  const browser = openBrowser(portal);
  await browser.post('/konto/inbjudan', { epost: user.email });
  codes.push(await mailedCode(portal, user.email));
  await browser.post('/konto/kod', { kod: '00000x' });
  const key = await walkTo(portal, browser, user.email, 'app', password);
  const [{ id }] = (await database.ask(`select id from account where email_normalised = '${user.email}'`)) as [{ id: string }];
  await services.database.transaction({ side: 'collecting' }, (db) =>
    db.run(sql`insert into unit_access (organisation_id, unit_id, account_id, role, since)
               select organisation_id, id, ${id}, 'unitAdministrator', ${clock.now()} from reporting_unit where code = ${unit}`),
  );
  await browser.post('/logga-in', { epost: user.email, losenord: `${password}x` });
  clock.advance(60);
  const person = personOf(browser, key);
  Object.assign(secrets, { password, appKey: key });

  await person.ask('changeMyProfile', { name: user.userName, phone: user.phone });
  const file = novemberFile(unit, 12, { record: 2, field: 8, text: employee.employeeName }, { record: 2, field: 21, text: '15000' });
  const cells = file
    .toString('latin1')
    .split('\r\n')
    .map((row) => row.split(';'));
  cells[1]![24] = salary;
  personal = { number: cells[1]![6]!, ...employee };
  const bytes = Buffer.from(cells.map((row) => row.join(';')).join('\r\n'), 'latin1');
  await upload(portal, person, unit, bytes, { name: 'löner 2026.csv' });
  const view = await checked(person, unit);
  const delivery = { unit, delivery: view.id! };
  const place = { ...delivery, fileId: view.file!.id };
  const cell = { ...place, record: 2, requestId: randomUUID(), seenText: null };
  await person.ask('correctCell', { ...cell, variable: 'agreedEmploymentRate', text: '10000' });
  await person.ask('correctCell', { ...cell, variable: 'name', text: `${employee.employeeName}X`, requestId: randomUUID() });
  for (const { rule, severity } of (await person.ask('listChecks', delivery)).checks) {
    await person.ask('listFindings', { ...delivery, rule, reveal: 'true' });
    if (severity === 'error') await person.ask('listProposals', { ...delivery, rule, record: 2 });
    if (severity === 'warning')
      await person.ask('explainFindings', { ...place, rule, findings: 'all', reason: 'verified', text: written.comment });
  }
  await person.ask('listRecords', { ...delivery, reveal: 'true' });
  await person.ask('showCell', { ...delivery, record: 2, variable: 'personalNumber' });
  await person.ask('startThread', { unit, subject: 'En fråga', text: written.message, requestId: randomUUID() });
  await person.ask('requestExtension', { unit, wishedDueOn: '2027-01-15', reason: 'illness', comment: written.reason });
  await reviewer.ask('listRecords', { ...delivery, reveal: 'true' });
  await person.ask('exportMyData', {});
  await person.ask('askAddressChange', { email: 'ny.kanarie@example.se' });
  codes.push(await mailedCode(portal, 'ny.kanarie@example.se'));
  isNonsense = true;
  await nonsense(person, place);
  isNonsense = false;
  for (const code of ['000000', 'ABC', appCode(portal, key)]) {
    codes.push(code);
    await person.ask('stepUp', { purpose: '', code });
  }
  await provokeTheDatabase(id);
  await until(async () => (await database.ask('select 1 from mail_outbox')).length === 0);
  codes.push(await mailedCode(portal, user.email));
}

/** Asks with the browser's cookies, and takes the new ones. */
function personOf(browser: Browser, appKey: string): TestPerson {
  return {
    accountId: '',
    email: user.email,
    appKey,
    get cookie() {
      return [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    },
    confirm: () => Promise.reject(new Error('this person types a code')),
    ask: (name, request) => ask(portal.app, [...browser.cookies].map(([one, value]) => `${one}=${value}`).join('; '), name, request),
  };
}

/** Every question with the values where they do not belong: in the path, the query and the body. */
async function nonsense(person: TestPerson, place: { readonly unit: string; readonly delivery: string }): Promise<void> {
  for (const name of Object.keys(endpoints) as EndpointName[]) {
    const { method, path } = endpoints[name];
    for (const value of [personal['number']!, employee.employeeName, salary, user.email]) {
      const url = path.replace(/:([A-Za-z]+)/g, (_, parameter: string) =>
        parameter === 'unit' ? place.unit : parameter === 'delivery' ? place.delivery : encodeURIComponent(value),
      );
      // What a client puts in an address is in its own hands; what is asked for here must not come back in the answer.
      const headers = { ...browserHeaders, cookie: person.cookie, 'content-type': 'application/json' };
      await portal.app.inject({
        method,
        url,
        headers,
        ...(method === 'GET'
          ? {}
          : {
              payload: JSON.stringify({
                text: value,
                email: value,
                record: value,
                variable: value,
                name: [value],
                code: value,
                rule: value,
                fileId: value,
              }),
            }),
      });
    }
  }
  for (const broken of [`{"text": "${employee.employeeName}`, `"${personal['number']!}"`, `[${salary}`])
    await portal.app.inject({
      method: 'PUT',
      url: '/api/me',
      headers: { ...browserHeaders, cookie: person.cookie, 'content-type': 'application/json' },
      payload: broken,
    });
}

/** Faults of the database whose texts quote values: two accounts of one address, a broken constraint, a job that fails of one. */
async function provokeTheDatabase(accountId: string): Promise<void> {
  const { services } = portal;
  const attempts = [
    sql`insert into account (id, pseudonym, email_normalised, name, status, invited_at, created_at)
        values (${randomUUID()}, 'p-canary', ${user.email}, ${user.userName}, 'invited', now(), now())`,
    sql`update account set status = ${user.userName}, name = ${employee.employeeName} where email_normalised = ${user.email}`,
    sql`insert into message (organisation_id, thread_id, id, side, author, text, at)
        values (${randomUUID()}, ${randomUUID()}, ${randomUUID()}, 'respondent', ${accountId}, ${written.message}, now())`,
  ];
  for (const statement of attempts)
    await expect(services.database.transaction({ side: 'collecting' }, (db) => db.run(statement))).rejects.toThrow();
  const original = services.database.transaction;
  const failing: typeof original = (scope, work) =>
    original(scope, async (db) => {
      await db.run(attempts[0]!);
      return work(db);
    });
  Object.assign(services.database, { transaction: failing });
  // The worker works with the same services: a check that meets the fault writes what it met into its job.
  await services.jobs.enqueue(
    { executeSql: async (text: string, values: unknown[]) => ({ rows: (await services.database.pool.query(text, values)).rows }) } as never,
    'check-delivery',
    { organisationId: randomUUID(), deliveryId: randomUUID(), fileId: randomUUID() },
  );
  const failed = `select output::text from jobs.job where name = 'check-delivery' and output is not null and state <> 'completed'`;
  await until(async () => (failedJob = String((await database.ask(failed))[0]?.['output'] ?? '')) !== '');
  Object.assign(services.database, { transaction: original });
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('waited 30 s');
}

const digits = (text: string, wanted: string) => new RegExp(`(?<![0-9A-Za-z])${wanted}(?![0-9A-Za-z])`).test(text);
/** Names of the values of which the text holds a trace. */
function found(text: string, values: Readonly<Record<string, string>>): string[] {
  return [
    ...tracesIn(text, values),
    ...(digits(text, salary) || digits(text, salary.replace(/^0/, '')) ? ['salary'] : []),
    ...codes.filter((code) => code !== '000000' && digits(text, code)),
  ];
}
const everything = () => ({ ...user, ...personal, ...written, ...secrets });

test('R79: the log holds none of the values, at its most talkative', () => {
  expect(portal.log.length).toBeGreaterThan(20);
  expect(found(portal.log.join('\n'), everything())).toEqual([]);
});

test("R79: the database's own log tells of faults and quotes nothing", async () => {
  const log = await database.log();
  expect(log).toContain('duplicate key value violates unique constraint');
  expect(log).toContain('violates check constraint');
  expect(found(log, everything())).toEqual([]);
});

test('R21, R79: the database holds them sealed, and what names the user in the account alone', async () => {
  const dump = await dumpOf(database);
  expect(found(dump, { ...personal, ...secrets, comment: written.comment })).toEqual([]);
  const outsideAccount = dump.replace(/# public\.(account|address_change)\n[^#]*/g, '');
  expect(outsideAccount.length).toBeLessThan(dump.length);
  expect(found(outsideAccount, { ...user, newEmail: 'ny.kanarie@example.se' })).toEqual([]);
});

test('R79: audit events, jobs and live events hold none of them, not even what the user wrote', async () => {
  const dump = await dumpOf(database);
  const parts = dump.split(/^# /m).filter((part) => /^(public\.(audit_event|live_event|mail_outbox)|jobs\.)/.test(part));
  expect(parts.filter((part) => part.split('\n').length > 1).map((part) => part.split('\n')[0])).toEqual(
    expect.arrayContaining(['public.audit_event', 'public.live_event']),
  );
  expect(failedJob).toContain('23505');
  expect(found(`${parts.join('\n')} ${failedJob}`, everything())).toEqual([]);
});

test('R81: refusals, headers and addresses of answers hold none of them, also when the question did', () => {
  // The pages of the account journey show people what they have just typed; they are their own.
  const refused = answers.filter(({ status, address }) => status >= 400 && !/^\/(konto|logga-in)/.test(address));
  expect(refused.length).toBeGreaterThan(100);
  for (const { body, address, headers } of refused)
    expect({ address: address.split('?')[0]!.replace(/%.*|\d{7,}.*/, ''), found: found(body + headers, everything()) }).toMatchObject({
      found: [],
    });
  const kept = answers.filter(({ status }) => status < 400);
  expect(
    found(kept.map(({ address, headers, isNonsense: isOurs }) => `${isOurs ? '' : address} ${headers}`).join('\n'), everything()),
  ).toEqual([]);
});

test('R79: a letter holds no more than the code that it is for, and its own address', async () => {
  const folder = join(portal.services.config.dataDir, 'mail');
  const letters = [
    ...(await portal.mailsTo(user.email)),
    ...(await portal.mailsTo('ny.kanarie@example.se')),
    ...(await portal.mailsTo(reviewer.email, 0)),
  ];
  expect(letters.length).toBeGreaterThan(3);
  for (const { subject, text, html } of letters) {
    const isCode = subject === 'Verifiera din e-postadress';
    const { email: _, ...others } = everything();
    expect(tracesIn(`${subject}\n${text}\n${html}`, others), subject).toEqual([]);
    expect(subject).not.toMatch(/\d{6}/);
    if (!isCode) expect(found(`${text}\n${html}`, everything()), subject).toEqual([]);
    expect(text.match(/(?<!\d)\d{6}(?!\d)/g)?.length ?? 0, subject).toBe(isCode ? 1 : 0);
  }
  expect((await readdir(folder)).length).toBeGreaterThan(0);
});

test('R73, R79: on disk neither the names nor the bytes of the stored files tell anything', async () => {
  const folder = join(portal.services.config.dataDir, 'files');
  const names = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  expect(names.length).toBe(1);
  for (const { name, parentPath } of names) {
    expect(found(name, everything())).toEqual([]);
    expect(name).not.toMatch(/löner|csv/);
    const bytes = await readFile(join(parentPath, name));
    expect(tracesIn(bytes.toString('latin1'), personal)).toEqual([]);
  }
});
