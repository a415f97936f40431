import { sql, type Database, type Writer } from '../platform/db/index.ts';

/** What somebody does first who has the owner's login and wants to change the log. */
export const withoutTriggers = `
  alter table audit_event disable trigger user;
  alter table audit_head disable trigger user;
  alter table audit_checkpoint disable trigger user;
  alter table audit_checkpoint_seal disable trigger user;`;

class Undone extends Error {
  readonly seen: unknown;
  constructor(seen: unknown) {
    super('undone');
    this.seen = seen;
  }
}

/** Runs statements one after the other: the portal's own way to the database takes one at a time. None may have a semicolon within. */
export async function runEach(db: Writer, statements: string): Promise<void> {
  for (const statement of statements.split(';').filter((text) => text.trim() !== '')) await db.run(sql.raw(statement));
}

/** Changes the log by SQL as the owner of the tables, looks at it, and takes the change back. */
export async function tampered<T>(owner: Database, statements: string, look: (db: Writer) => Promise<T>): Promise<T> {
  try {
    await owner.transaction({ side: 'collecting' }, async (db) => {
      await runEach(db, `${withoutTriggers}${statements}`);
      throw new Undone(await look(db));
    });
  } catch (error) {
    if (error instanceof Undone) return error.seen as T;
    throw error;
  }
  throw new Error('a change was not taken back');
}
