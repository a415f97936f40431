import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { createTransport } from 'nodemailer';
import type { Config } from '../../config.ts';
import type { Database, Writer } from '../db/index.ts';
import type { Jobs } from '../jobs/index.ts';
import type { KeyRing } from '../keys.ts';
import type { SealedColumn } from '../sealed-column.ts';
import { recipientMac } from './recipient.ts';
import { plainText, simpleHtml, type Letter } from './letter.ts';

/**
 * Puts a letter in the outbox in the caller's transaction; a worker sends it. `to` is an address as stored, never as typed.
 * With `to: null` a row is written all the same and thrown away by the worker: the same work for an address nobody has.
 */
export async function postLetter(
  db: Writer,
  services: { keys: KeyRing; jobs: Jobs },
  now: Date,
  kind: string,
  to: string | null,
  letter: Letter,
): Promise<void> {
  const id = randomUUID();
  const { keyId, sealed } = services.keys.seal('outbox', Buffer.from(JSON.stringify({ to, letter })), id);
  await db.run(
    sql`insert into mail_outbox (id, kind, key_id, sealed, recipient_mac, created_at)
        values (${id}, ${kind}, ${keyId}, ${sealed}, ${recipientMac(services.keys, to ?? '')}, ${now})`,
  );
  await services.jobs.enqueue(db, 'send-mail', { mailId: id });
}

export const outboxSealedColumn: SealedColumn = {
  name: 'mail_outbox.key_id',
  sealed: 'sealed',
  purpose: 'outbox',
  place: sql`id::text`,
};

export type SendMail = (mailId: string) => Promise<void>;

/**
 * The worker's half: sends a letter and deletes it. A letter already gone is a job that ran before. The message id is the
 * outbox id, so that a mail server can see that a repeated letter is the same one.
 * @throws Error when the mail server does not take it; the queue tries again later
 */
export function mailSender(config: Config, database: Database, keys: KeyRing): SendMail {
  const transport = createTransport(config.smtpUrl, { from: config.mailFrom });
  const domain = new URL(config.publicUrl).hostname;
  return async (mailId) => {
    const row = await database.transaction({}, (db) =>
      db.maybe<{ keyId: string; sealed: Buffer }>(
        sql`update mail_outbox set attempts = attempts + 1 where id = ${mailId} returning key_id, sealed`,
      ),
    );
    if (!row) return;
    const { to, letter } = JSON.parse(keys.open('outbox', row, mailId).toString()) as { to: string | null; letter: Letter };
    if (to !== null) {
      try {
        await transport.sendMail({
          to: { name: '', address: to },
          subject: letter.subject,
          text: plainText(letter),
          html: simpleHtml(letter),
          messageId: `<${mailId}@${domain}>`,
          disableFileAccess: true,
          disableUrlAccess: true,
        });
      } catch (error) {
        const reason = (error as { code?: string }).code ?? 'unknown';
        await database.transaction({}, (db) => db.run(sql`update mail_outbox set last_error = ${reason} where id = ${mailId}`));
        throw new Error(`the mail server did not take the letter (${reason})`, { cause: undefined });
      }
    }
    await database.transaction({}, (db) => db.run(sql`delete from mail_outbox where id = ${mailId}`));
  };
}
