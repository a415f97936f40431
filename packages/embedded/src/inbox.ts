import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { inboxStyle, listPage, mailPage, missingPage } from './inbox-page.ts';
import { openMailFolder, type CapturedMail, type MailFolder } from './mail-folder.ts';
import { storedPort } from './postgres.ts';

export interface Inbox {
  readonly smtpUrl: string;
  /** Address of the page where the letters are read. */
  readonly webUrl: string;
  /** Letters to an address, oldest first. */
  mailsTo(address: string): Promise<CapturedMail[]>;
  stop(): Promise<void>;
}

/**
 * Takes every letter and keeps it: an SMTP server on loopback and a page to read the letters on. Ports are chosen once and
 * kept in the folder, unless given (0: any free one).
 */
export async function startInbox(options: {
  readonly folder: string;
  readonly smtpPort?: number;
  readonly webPort?: number;
}): Promise<Inbox> {
  await mkdir(options.folder, { recursive: true, mode: 0o700 });
  const mails = await openMailFolder(join(options.folder, 'letters'));
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: 2_000_000,
    disableReverseLookup: true,
    onData(stream, session, done) {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        mails
          .add(
            Buffer.concat(pieces),
            session.envelope.rcptTo.map((recipient) => recipient.address),
          )
          .then(() => done(), done);
      });
    },
  });
  smtp.on('error', () => undefined); // a client that hangs up is no fault of ours
  const web = createServer((request, response) => void answer(mails, request, response).catch(() => response.writeHead(500).end()));
  const smtpPort = await listen(smtp.server, options.smtpPort ?? (await storedPort(join(options.folder, 'smtp-port'))));
  const webPort = await listen(web, options.webPort ?? (await storedPort(join(options.folder, 'web-port'))));
  return {
    smtpUrl: `smtp://127.0.0.1:${smtpPort}`,
    webUrl: `http://localhost:${webPort}`,
    async mailsTo(address) {
      return (await mails.list()).filter((mail) => mail.to.includes(address));
    },
    async stop() {
      web.closeAllConnections();
      await Promise.all([
        new Promise<void>((resolve) => smtp.close(() => resolve())),
        new Promise<void>((resolve) => web.close(() => resolve())),
      ]);
    },
  };
}

async function answer(mails: MailFolder, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const host = (request.headers.host ?? '').replace(/:\d+$/, '');
  response.setHeader(
    'content-security-policy',
    "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  );
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('referrer-policy', 'no-referrer');
  response.setHeader('cache-control', 'no-store');
  const send = (status: number, type: string, content: string) =>
    void response.writeHead(status, { 'content-type': `${type}; charset=utf-8` }).end(content);
  // Another name for this machine would let a web page elsewhere read the letters.
  if (!['localhost', '127.0.0.1', '[::1]'].includes(host)) return send(421, 'text/plain', 'Fel adress.');
  if (request.method !== 'GET') return send(405, 'text/plain', 'Inkorgen går bara att läsa.');
  if (url.pathname === '/inbox.css') return send(200, 'text/css', inboxStyle);
  const to = (url.searchParams.get('to') ?? '').trim();
  const all = await mails.list();
  const shown = to ? all.filter((mail) => mail.to.some((address) => address.toLowerCase() === to.toLowerCase())) : all;
  if (url.pathname === '/api/mails') return send(200, 'application/json', JSON.stringify([...shown].reverse()));
  if (url.pathname === '/') return send(200, 'text/html', listPage(shown, to));
  const [, wanted, asWebPage] = /^\/mejl\/([0-9-]+)(\/webbsida)?$/.exec(url.pathname) ?? [];
  const mail = all.find((one) => one.id === wanted);
  if (!mail || (asWebPage && !mail.html)) return send(404, 'text/html', missingPage());
  if (!asWebPage) return send(200, 'text/html', mailPage(mail));
  // The letter's own HTML, in a place of its own where nothing runs and nothing is fetched.
  response.setHeader(
    'content-security-policy',
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  );
  return send(200, 'text/html', mail.html);
}

const listen = (
  server: {
    listen(port: number, host: string): unknown;
    once(event: 'error' | 'listening', listener: (error?: Error) => void): unknown;
    address(): unknown;
  },
  port: number,
) =>
  new Promise<number>((resolve, reject) => {
    server.once('error', (error) => reject(error ?? new Error('the port could not be opened')));
    server.once('listening', () => resolve((server.address() as { port: number }).port));
    server.listen(port, '127.0.0.1');
  });
