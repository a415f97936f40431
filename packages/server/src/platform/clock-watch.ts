import type { Logger } from 'pino';
import { sql, type Database } from './db/index.ts';

/** App codes are taken half a minute to either side: well before that is used up, somebody must know. */
const mostSeconds = 5;
const tellEvery = 10 * 60_000;

/**
 * Compares this machine's clock with the database's, which all processes share. A difference means that app codes are refused,
 * or that processes disagree about what has run out; it is told to the log as an error, at most every ten minutes.
 * @param machine  milliseconds since 1970 by this machine's own clock
 * @returns a look, that gives the difference in seconds: positive when this machine is ahead
 */
export function clockWatch(database: Database, log: Logger, machine: () => number = Date.now): () => Promise<number> {
  let toldAt = Number.NEGATIVE_INFINITY;
  return async () => {
    const askedAt = machine();
    const row = await database.transaction({}, (db) => db.maybe<{ at: Date }>(sql`select clock_timestamp() as at`));
    const answeredAt = machine();
    // The database looked at its clock somewhere between the two.
    const ahead = askedAt - row!.at.getTime();
    const behind = row!.at.getTime() - answeredAt;
    const seconds = ahead > 0 ? ahead / 1000 : behind > 0 ? -behind / 1000 : 0;
    if (Math.abs(seconds) > mostSeconds && answeredAt - toldAt >= tellEvery) {
      toldAt = answeredAt;
      log.error(
        { alarm: 'clock', seconds: Math.round(seconds) },
        "this machine's clock and the database's differ; check time synchronisation",
      );
    }
    return seconds;
  };
}
