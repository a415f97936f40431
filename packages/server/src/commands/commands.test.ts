import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPortal, testKey, type Portal } from '../testing/portal.ts';
import { letterTo } from '../testing/letter-to.ts';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { applyRetention } from '../privacy/index.ts';
import { recordEvent } from '../platform/audit/index.ts';
import { withoutTriggers } from '../testing/tampering.ts';

/** The operator's commands in processes of their own, beside a portal that runs. */
let database: TestDatabase;
let portal: Portal;
let folder: string;
beforeAll(async () => {
  database = await testDatabase();
  portal = await startPortal({ database });
  folder = await mkdtemp(join(tmpdir(), 'operator-'));
});
afterAll(async () => {
  await portal.close();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

/** Milliseconds for a test that starts a handful of processes on a busy machine. */
const severalProcesses = 240_000;

interface Outcome {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}
const settings = () => ({
  DATABASE_URL: database.applicationUrl,
  MIGRATION_DATABASE_URL: database.ownerUrl,
  SECRET_KEYS: testKey,
  SMTP_URL: portal.services.config.smtpUrl,
  PUBLIC_URL: 'http://localhost:3000',
});
function run(words: readonly string[], env: Readonly<Record<string, string>> = settings()): Promise<Outcome> {
  return new Promise((done) => {
    execFile(
      process.execPath,
      [join(import.meta.dirname, 'main.ts'), ...words],
      {
        env: { PATH: process.env['PATH'], NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'], DATA_DIR: folder, ...env },
        timeout: 100_000,
      },
      (fault, stdout, stderr) => done({ exit: fault ? Number(fault.code ?? Number.NaN) : 0, stdout, stderr }),
    );
  });
}

test('admin invite makes the first administrator and a letter, and again is harmless', async () => {
  expect(await run(['admin', 'invite', 'Ada.Testsson@Example.se', '--name', 'Ada Testsson'])).toEqual({
    exit: 0,
    stdout: 'ada.testsson@example.se är inbjuden som administratör. Inbjudan skickas med e-post och gäller i 30 dagar.\n',
    stderr: '',
  });
  const [letter] = await portal.mailsTo('ada.testsson@example.se');
  expect(letter?.subject).toBe('Välkommen till personalstatistiken');
  expect((await run(['admin', 'invite', 'ada.testsson@example.se'])).exit).toBe(0);
  expect(await database.ask(`select name, status, collecting_role from account`)).toEqual([
    { name: 'Ada Testsson', status: 'invited', collecting_role: 'administrator' },
  ]);
  expect(await database.ask(`select count(*)::int as n from audit_event where kind = 'account.invited'`)).toEqual([{ n: 2 }]);
});

test('somebody with a finished account becomes administrator at once', async () => {
  const { email } = await portal.person({ email: 'bo.klar@example.se' });
  expect((await run(['admin', 'invite', email])).stdout).toBe('bo.klar@example.se har redan ett konto och är nu administratör.\n');
  expect(await database.ask(`select collecting_role from account where email_normalised = 'bo.klar@example.se'`)).toEqual([
    { collecting_role: 'administrator' },
  ]);
});

test(
  'whom the operator makes an administrator the others are told of by letter, once, without a name in it',
  { timeout: severalProcesses },
  async () => {
    const subject = 'Personalstatistik har fått en ny administratör';
    const astrid = await portal.person({ email: 'astrid.admin@example.se', collectingRole: 'administrator' });
    await portal.person({ email: 'granska@example.se', collectingRole: 'reviewer' });
    expect((await run(['admin', 'invite', 'Cissi.Ny@example.se', '--name', 'Cissi Nysson'])).exit).toBe(0);
    const letter = await letterTo(portal, astrid.email, subject);
    expect(letter.text).not.toMatch(/Cissi|Nysson/);

    // Who is one already, or is invited again, is no news; the next one is.
    for (const email of [astrid.email, 'cissi.ny@example.se', 'david.ny@example.se'])
      expect((await run(['admin', 'invite', email])).exit).toBe(0);
    const ids = await database.ask(
      `select id from account where email_normalised in ('cissi.ny@example.se', 'david.ny@example.se') order by email_normalised`,
    );
    const lettersTo = async (email: string, atLeast: number) =>
      (await portal.mailsTo(email, atLeast)).filter((one) => one.subject === subject);
    const links = (await lettersTo(astrid.email, 2)).map(({ text }) => text.match(/https?:\/\/\S+/g)?.join(' ') ?? '');
    expect(links.toSorted()).toEqual(ids.map(({ id }) => `http://localhost:3000/granskning/anvandare/${String(id)}`).toSorted());
    for (const email of ['cissi.ny@example.se', 'granska@example.se']) expect(await lettersTo(email, 0)).toEqual([]);
  },
);

test.each([
  [['admin', 'invite', 'ingen adress'], 'ingen adress är ingen e-postadress.'],
  [['admin', 'invite'], 'Kommandot går inte att tolka.'],
  [['admin', 'invite', 'a@example.se', 'b@example.se'], 'Kommandot går inte att tolka.'],
  [['audit', 'verify', '--nonsense'], 'Kommandot går inte att tolka.'],
])('%j is refused in Swedish, with exit 2', async (words, sentence) => {
  const { exit, stdout, stderr } = await run(words);
  expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
  expect(stderr).toContain(sentence);
});

test('without a database, or with one that is down, the operator is told what to do', async () => {
  const none = await run(['audit', 'verify'], {});
  expect(none.exit).toBe(1);
  expect(none.stderr).toContain('Ingen databas hittades. Starta portalen med npm start, eller ange DATABASE_URL');
  const down = await run(['admin', 'invite', 'a@example.se'], { ...settings(), DATABASE_URL: 'postgres://nobody:x@127.0.0.1:1/none' });
  expect(down.exit).toBe(1);
  expect(down.stderr).toContain('Databasen går inte att nå (ECONNREFUSED)');
  expect(down.stderr).not.toContain('    at ');
});

test('migrate finds nothing to do on a database that is up to date', async () => {
  expect(await run(['migrate'])).toEqual({ exit: 0, stdout: 'Databasens tabeller är aktuella.\n', stderr: '' });
});

test('retention preview says what would be erased, and erases nothing', async () => {
  const { accountId } = await portal.person({});
  await database.ask(`update account set without_role_since = now() - interval '31 days' where id = '${accountId}'`);
  const { exit, stdout, stderr } = await run(['retention', 'preview'], { ...settings(), KEEP_MESSAGE_YEARS: '0' });
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
  expect(stdout).toMatch(/^Konton utan roll: 1 skulle gallras \(äldre än \d{4}-\d\d-\d\d\)\.$/m);
  expect(stdout).toMatch(/^Meddelandetrådar: gallras inte\.$/m);
  expect(await database.ask(`select status from account where id = '${accountId}'`)).toEqual([{ status: 'active' }]);
});

test(
  'audit verify says that the log is whole, and names the first event that somebody changed, removed or cut off',
  { timeout: severalProcesses },
  async () => {
    const whole = await run(['audit', 'verify']);
    expect(whole).toMatchObject({ exit: 0, stderr: '' });
    expect(whole.stdout).toMatch(/^Händelseloggen är hel: \d+ händelser i \d+ kedj(a|or), och stämmer med 0 filer med huvuden\.\n$/);
    await database.ask(
      `${withoutTriggers} create table kept as select * from audit_event; create table kept_head as select * from audit_head`,
    );
    for (const [change, number] of [
      [`update audit_event set actor = 'somebody else' where number = 2`, 2],
      [`delete from audit_event where number = 1`, 1],
      [`delete from audit_event where number = (select max(number) from audit_event)`, 7],
      [`truncate audit_event`, 1],
    ] as const) {
      await database.ask(change);
      const broken = await run(['audit', 'verify']);
      expect(broken.exit, change).toBe(1);
      expect(broken.stderr, change).toContain(`är bruten vid händelse ${number}.`);
      await database.ask(`truncate audit_event; insert into audit_event select * from kept`);
    }
    expect((await run(['audit', 'verify'])).exit).toBe(0);
  },
);

test(
  'R80: audit head writes the heads beside the database; audit verify then finds a log that was cut off with its head',
  { timeout: severalProcesses },
  async () => {
    const written = await run(['audit', 'head']);
    expect(written).toMatchObject({ exit: 0, stderr: '' });
    expect(written.stdout).toMatch(/^Händelseloggens signerade huvuden är skrivna till .*audit-heads.*\.json\.\n$/);
    expect((await run(['audit', 'verify'])).stdout).toContain('stämmer med 1 fil med huvuden');
    await database.ask(`delete from audit_event where number > 1; update audit_head set number = 1, mac = (select mac from audit_event)`);
    const cut = await run(['audit', 'verify']);
    expect(cut).toMatchObject({ exit: 1, stdout: '' });
    expect(cut.stderr).toContain('den är ändrad efter händelse 0, senast vid händelse 7');
    // Without what was kept outside nobody would see it.
    expect((await run(['audit', 'verify', '--heads', join(folder, 'nothing')])).exit).toBe(0);
    await database.ask(
      `truncate audit_event, audit_head; insert into audit_event select * from kept; insert into audit_head select * from kept_head`,
    );
    expect((await run(['audit', 'verify'])).exit).toBe(0);
  },
);

test('audit verify says how many events have gone with their time, and names those that somebody removed without', async () => {
  const chain = '00000000-0000-0000-0000-0000000000aa';
  for (let turn = 0; turn < 3; turn += 1)
    await portal.services.database.transaction({}, (db) =>
      recordEvent(db, portal.services.keys, new Date('2014-03-01T10:00:00Z'), {
        organisationId: chain,
        actor: 'p-1',
        kind: 'delivery.submitted',
        object: 'd-1',
        outcome: 'done',
        origin: '127.0.0.1',
      }),
    );
  expect((await run(['retention', 'preview'])).stdout).toMatch(
    /^Händelser i händelseloggen: 3 skulle gallras \(äldre än \d{4}-\d\d-01\)\.$/m,
  );
  await applyRetention(portal.services);
  const verify = ['audit', 'verify', '--heads', join(folder, 'nothing')];
  expect((await run(verify)).stdout).toMatch(/\nAv dem har 3 händelser gallrats när tiden var ute\.\n$/);
  await database.ask(`${withoutTriggers} delete from audit_checkpoint_seal; delete from audit_checkpoint`);
  const { exit, stderr } = await run(verify);
  expect(exit).toBe(1);
  expect(stderr).toContain(`Kedjan ${chain} har gallrats senare än dess kontrollpunkt säger`);
  expect(stderr).toContain(`Kedjan ${chain}: händelserna 1 till 3 är borta, och ingen gallring som går att lita på har tagit dem.`);
});

test('audit key shows the public half of the signing key', async () => {
  expect((await run(['audit', 'key'])).stdout).toMatch(/^k1\n-----BEGIN PUBLIC KEY-----\n[A-Za-z0-9+/=]+\n-----END PUBLIC KEY-----\n$/);
});
