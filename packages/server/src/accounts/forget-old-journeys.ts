import type { Services } from '../context.ts';
import { deviceDays } from './device.ts';
import { forgetChallenges } from './passkeys/writer.ts';
import { rewrapProviderLinks } from './providers/rewrap-links.ts';
import { forgetOldVisits } from './providers/writer.ts';
import { forgetOld } from './writer.ts';

/** Housekeeping: removes what has run out, and keeps what is sealed under the present key. May run at any time and as often as one likes. */
export const forgetOldJourneys = ({ clock, config, database, keys }: Services): Promise<void> =>
  database.transaction({}, async (db) => {
    await forgetOld(db, clock.now(), {
      sessionSeconds: config.limits.sessionHours * 3600,
      countSeconds: config.keep.countHours * 3600,
      deviceDays,
    });
    await forgetChallenges(db, clock.now());
    await forgetOldVisits(db, clock.now());
    await rewrapProviderLinks(db, keys);
  });
