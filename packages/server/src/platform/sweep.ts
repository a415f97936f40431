import { sql, type Reader, type Writer } from './db/index.ts';

/** Rows that are of no use when their time is up, whoever they are about. */
export interface Sweep {
  /** How many would go. */
  readonly count: (db: Reader, before: Date) => Promise<number>;
  /** @returns how many went */
  readonly erase: (db: Writer, before: Date) => Promise<number>;
}

/** Of each table the rows whose instant in the column named is earlier; the same rows are counted and removed. */
export const sweepOf = (columns: Readonly<Record<string, string>>): Sweep => {
  const rows = (before: Date) =>
    Object.entries(columns).map(([table, column]) => sql`from ${sql.id(table)} where ${sql.id(column)} < ${before}`);
  return {
    async count(db, before) {
      const counts = rows(before).map((from) => sql`(select count(*) ${from})`);
      return (await db.maybe<{ count: number }>(sql`select ${sql.join(counts, sql` + `)} as count`))!.count;
    },
    async erase(db, before) {
      let erased = 0;
      for (const from of rows(before)) erased += await db.run(sql`delete ${from}`);
      return erased;
    },
  };
};
