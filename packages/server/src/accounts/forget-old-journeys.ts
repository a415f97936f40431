import type { Services } from '../context.ts';
import { deviceDays } from './device.ts';
import { forgetChallenges } from './passkeys/writer.ts';
import { forgetOld } from './writer.ts';

/** Housekeeping: removes what has run out. May run at any time and as often as one likes. */
export const forgetOldJourneys = ({ clock, config, database }: Services): Promise<void> =>
  database.transaction({}, async (db) => {
    await forgetOld(db, clock.now(), { sessionSeconds: config.limits.sessionHours * 3600, deviceDays });
    await forgetChallenges(db, clock.now());
  });
