import type { Services } from '../../context.ts';
import { sql } from '../db/index.ts';
import { Problem } from '../problem.ts';
import { sweepOf } from '../sweep.ts';

/** A process books its requests in lots of this share of the limit, so that counting costs next to nothing. */
const share = 1 / 20;

interface Counted {
  /** Of all processes, as known when this one last booked. */
  booked: number;
  unbooked: number;
}

/**
 * Counts the requests of signed-in persons, all their sessions and all processes together. Several processes overshoot the limit
 * by a lot each at most.
 */
export function requestQuota({ config, database, log }: Services) {
  const most = config.limits.requestsPerMinute;
  const lot = Math.max(1, Math.floor(most * share));
  let counts = new Map<string, Counted>();
  let newest = 0;

  /** @throws Problem request.too-many with the seconds left of the minute */
  return async function count(accountId: string, now: Date): Promise<void> {
    const minute = Math.floor(now.getTime() / 60_000);
    if (minute !== newest) {
      counts = new Map();
      newest = minute;
    }
    const counted = counts.get(accountId) ?? { booked: 0, unbooked: 0 };
    counts.set(accountId, counted);
    counted.unbooked += 1;
    if (counted.unbooked >= lot && counted.booked <= most) {
      const lots = counted.unbooked;
      counted.unbooked = 0;
      counted.booked += lots;
      const total = await book(accountId, minute, lots);
      counted.booked = Math.max(counted.booked, total);
    }
    if (counted.booked + counted.unbooked <= most) return;
    const seconds = Math.max(1, 60 - Math.floor((now.getTime() % 60_000) / 1000));
    throw new Problem('request.too-many', { seconds }, seconds);
  };

  /** @returns requests of the minute in all processes; 0 when the database does not say */
  async function book(accountId: string, minute: number, requests: number): Promise<number> {
    const row = await database
      .transaction({}, (db) =>
        db.maybe<{ requests: number }>(sql`
          insert into request_count as counted (account_id, minute, requests) values (${accountId}, ${new Date(minute * 60_000)}, ${requests})
          on conflict (account_id, minute) do update set requests = counted.requests + excluded.requests
          returning requests`),
      )
      .catch((error: Error) => {
        log.warn({ reason: error.name }, 'requests could not be counted');
        return undefined;
      });
    return row?.requests ?? 0;
  }
}

/** Requests of minutes that no limit looks at any more. */
export const requestCounts = sweepOf({ request_count: 'minute' });
