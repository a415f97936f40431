import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { get } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startInbox, type Inbox } from './inbox.ts';
import type { CapturedMail } from './mail-folder.ts';

let folder: string;
let inbox: Inbox;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'inbox-'));
  inbox = await startInbox({ folder });
});
afterEach(async () => {
  await inbox.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('a letter in Swedish is kept as it was written, and only its receiver sees it', async () => {
  await send(inbox, 'anna@example.se', letter('anna@example.se', 'Välkommen', 'Hej!\r\nÅtta ärenden återstår.'));
  await send(inbox, 'bo@example.se', letter('bo@example.se', 'Annat', 'Något annat'));
  const [mail, ...others] = await inbox.mailsTo('anna@example.se');
  expect(others).toEqual([]);
  expect(mail).toMatchObject({ to: ['anna@example.se'], subject: 'Välkommen' });
  expect(mail?.text).toContain('Åtta ärenden återstår.');
});

test('letters and addresses outlive the inbox', async () => {
  const before = { smtpUrl: inbox.smtpUrl, webUrl: inbox.webUrl };
  await send(inbox, 'anna@example.se', letter('anna@example.se', 'Kvar', 'Kvar efter omstart'));
  await inbox.stop();
  inbox = await startInbox({ folder });
  expect({ smtpUrl: inbox.smtpUrl, webUrl: inbox.webUrl }).toEqual(before);
  expect(await inbox.mailsTo('anna@example.se')).toHaveLength(1);
});

test('the newest letter stands first, and the list can be narrowed to one receiver', async () => {
  await send(inbox, 'anna@example.se', letter('anna@example.se', 'Först', 'ett'));
  await send(inbox, 'anna@example.se', letter('anna@example.se', 'Sedan', 'två'));
  await send(inbox, 'bo@example.se', letter('bo@example.se', 'Till Bo', 'tre'));
  expect((await json<CapturedMail[]>('/api/mails?to=ANNA@example.se')).map((mail) => mail.subject)).toEqual(['Sedan', 'Först']);
  const page = await text('/?to=anna%40example.se');
  expect(page).toContain('Det här är en inkorg för provkörning. Inga mejl lämnar datorn.');
  expect(page.indexOf('Sedan')).toBeLessThan(page.indexOf('Först'));
  expect(page).not.toContain('Till Bo');
});

test('a letter full of markup is shown as text and runs nothing', async () => {
  await send(
    inbox,
    'anna@example.se',
    letter('anna@example.se', '<script>alert(1)</script>', '<img src=x onerror=alert(2)> http://localhost:3000/"onclick=alert(3)'),
  );
  const [mail] = await json<CapturedMail[]>('/api/mails');
  for (const path of ['/', `/mejl/${mail?.id}`]) {
    const response = await fetch(inbox.webUrl + path);
    const page = await response.text();
    expect(page).not.toMatch(/<script|<img|"onclick/);
    expect(page).toContain('&lt;script&gt;');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  }
});

test('a letter that is a web page is shown apart, where nothing in it runs or fetches', async () => {
  await send(
    inbox,
    'anna@example.se',
    letter('anna@example.se', 'Sida', '<!doctype html><p>Hej <b>Anna</b></p><script>alert(1)</script>', 'text/html'),
  );
  await send(inbox, 'anna@example.se', letter('anna@example.se', 'Bara text', 'Hej Anna'));
  const [plain, mail] = await json<CapturedMail[]>('/api/mails');
  expect(await text(`/mejl/${mail?.id}`)).toContain(`href="/mejl/${mail?.id}/webbsida"`);
  const response = await fetch(`${inbox.webUrl}/mejl/${mail?.id}/webbsida`);
  expect(await response.text()).toContain('<b>Anna</b>');
  expect(response.headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/);
  expect((await fetch(`${inbox.webUrl}/mejl/${plain?.id}/webbsida`)).status).toBe(404);
});

test('an address in a letter can be followed', async () => {
  await send(inbox, 'anna@example.se', letter('anna@example.se', 'Inbjudan', 'Gå till http://localhost:3000/logga-in och börja.'));
  const [mail] = await json<CapturedMail[]>('/api/mails');
  expect(await text(`/mejl/${mail?.id}`)).toContain('<a href="http://localhost:3000/logga-in" rel="noreferrer">');
});

test('a page elsewhere cannot read the letters by giving this machine another name', async () => {
  expect(await statusWithHost('localhost')).toBe(200);
  expect(await statusWithHost('ond.example')).toBe(421);
});

test('the inbox can only be read, and a letter that does not exist says so', async () => {
  expect((await fetch(`${inbox.webUrl}/`, { method: 'POST' })).status).toBe(405);
  expect((await fetch(`${inbox.webUrl}/mejl/123`)).status).toBe(404);
  expect((await fetch(`${inbox.webUrl}/mejl/..%2F..%2Fsmtp-port`)).status).toBe(404);
});

test('other users of the machine cannot open the folder of letters', () => {
  expect(statSync(join(folder, 'letters')).mode & 0o077).toBe(0);
});

const letter = (to: string, subject: string, body: string, type = 'text/plain') =>
  [
    `From: Portalen <portal@example.se>`,
    `To: ${to}`,
    `Subject: =?utf-8?B?${Buffer.from(subject).toString('base64')}?=`,
    'MIME-Version: 1.0',
    `Content-Type: ${type}; charset=utf-8`,
    '',
    body,
  ].join('\r\n');

/** Hands a letter over as any mail client would, line by line. */
async function send({ smtpUrl }: Inbox, to: string, content: string): Promise<void> {
  const socket = connect(Number(new URL(smtpUrl).port), '127.0.0.1');
  const answers = socket.setEncoding('utf8')[Symbol.asyncIterator]();
  const expectCode = async (code: string) => {
    const { value } = (await answers.next()) as { value?: string };
    expect(value?.slice(0, 3)).toBe(code);
  };
  await expectCode('220');
  for (const [line, code] of [
    ['EHLO test', '250'],
    ['MAIL FROM:<portal@example.se>', '250'],
    [`RCPT TO:<${to}>`, '250'],
    ['DATA', '354'],
    [`${content}\r\n.`, '250'],
    ['QUIT', '221'],
  ] as const) {
    socket.write(`${line}\r\n`);
    await expectCode(code);
  }
  socket.destroy();
}

const text = async (path: string) => (await fetch(inbox.webUrl + path)).text();
const json = async <T>(path: string) => (await (await fetch(inbox.webUrl + path)).json()) as T;

const statusWithHost = (host: string) =>
  new Promise<number | undefined>((resolve, reject) => {
    get(`${inbox.webUrl}/`, { headers: { host } }, (response) => resolve(response.resume().statusCode)).once('error', reject);
  });
