import type { TestDatabase } from './database.ts';

/** Everything the database holds, as text: every row of every table, also of the jobs; bytes as hexadecimal digits. */
export async function dumpOf(database: TestDatabase): Promise<string> {
  const tables = await database.ask(`
    select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema') order by 1`);
  const parts: string[] = [];
  for (const { name } of tables) {
    const rows = await database.ask(`select row_to_json(one)::text as row from ${String(name)} as one`);
    parts.push(`# ${String(name)}`, ...rows.map(({ row }) => String(row)));
  }
  return parts.join('\n');
}

/** The values of which a text holds a trace: as they are, in another case, as the bytes in hexadecimal, in base64 or in an address. */
export function tracesIn(text: string, values: Readonly<Record<string, string>>): string[] {
  const all = text.toLowerCase();
  return Object.entries(values).flatMap(([name, value]) => {
    const bytes = Buffer.from(value);
    // In base64 three bytes at a time: what stands before decides which of three spellings it is.
    const spelled = [0, 1, 2].map((shift) =>
      Buffer.concat([Buffer.alloc(shift, 'x'), bytes])
        .toString('base64')
        .slice(shift === 0 ? 0 : 4, -4)
        .toLowerCase(),
    );
    const forms = [
      value.toLowerCase(),
      bytes.toString('hex'),
      encodeURIComponent(value).toLowerCase(),
      ...spelled.filter((one) => one.length > 7),
    ];
    return forms.some((form) => all.includes(form)) ? [name] : [];
  });
}
