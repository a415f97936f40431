import type { Services } from '../../context.ts';
import { sql } from '../db/index.ts';

/** Prunes what every reader has heard or will never ask for; by the database's clock, which wrote the time. */
export async function forgetOldEvents({ config, database }: Pick<Services, 'config' | 'database'>): Promise<void> {
  await database.transaction({}, (db) =>
    db.run(sql`delete from live_event where at < now() - make_interval(mins => ${config.keep.liveEventMinutes})`),
  );
}
