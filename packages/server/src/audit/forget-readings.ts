import type { Services } from '../context.ts';
import { forgetOldReadings } from '../platform/audit/index.ts';

/** Housekeeping: may run at any time and as often as one likes. */
export const forgetReadings = ({ clock, database }: Services): Promise<number> =>
  database.transaction({ side: 'collecting' }, (db) => forgetOldReadings(db, clock.now()));
