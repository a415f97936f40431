import type { LiveTopic } from '@insamling/contract';
import { sql } from 'kysely';
import type { Writer } from '../db/database.ts';

/** Says that something changed; written in the transaction of the change, so nobody is told of what was rolled back. */
export async function publish(
  db: Writer,
  topic: LiveTopic,
  unit?: { readonly organisationId: string; readonly code: string },
): Promise<void> {
  await db.run(
    sql`insert into live_event (organisation_id, unit_code, topic) values (${unit?.organisationId ?? null}, ${unit?.code ?? null}, ${topic})`,
  );
  await db.all(sql`select pg_notify('live', '')`);
}

/** The same for the streams of one person alone. */
export async function publishToAccount(db: Writer, topic: LiveTopic, accountId: string): Promise<void> {
  await db.run(sql`insert into live_event (account_id, topic) values (${accountId}, ${topic})`);
  await db.all(sql`select pg_notify('live', '')`);
}
