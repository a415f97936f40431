import { sql, type Writer } from '../platform/db/index.ts';

/** Takes the writing of a day's heads upon oneself. @returns false when somebody has written them */
export const claimDay = async (db: Writer, day: string, at: Date): Promise<boolean> =>
  (await db.run(sql`insert into audit_heads_written (day, at) values (${day}, ${at}) on conflict do nothing`)) === 1;
