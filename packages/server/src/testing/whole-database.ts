import type { TestDatabase } from './database.ts';

/** Written by requests that are refused or only read: they say that it was so, and change nothing that anybody owns. */
const alwaysWritten = new Set(['audit_event', 'audit_head', 'audit_reading', 'audit_heads_written', 'live_event']);

/** A checksum of every table's rows as they are now, by name, but for what notes that somebody asked. */
export async function wholeDatabase({ ask }: TestDatabase): Promise<Readonly<Record<string, unknown>>> {
  const tables = (
    await ask(`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`)
  )
    .map(({ name }) => name as string)
    .filter((name) => !alwaysWritten.has(name));
  const sums = tables.map((name) => {
    // When a session was last used is no change, and tests give it the proof that is asked for.
    const row = `(${name === 'session' ? `to_jsonb(t) - '{last_seen_at,elevated_until,elevated_for}'::text[]` : 'to_jsonb(t)'})::text`;
    return `(select md5(coalesce(string_agg(${row}, ',' order by ${row}), '')) from "${name}" t) as "${name}"`;
  });
  return (await ask(`select ${sums.join(', ')}`))[0]!;
}
