import { noteWithoutRole } from '../../accounts/index.ts';
import type { Services } from '../../context.ts';
import { recordEvent } from '../../platform/audit/index.ts';
import { dayOf } from '../../platform/clock.ts';
import { retentionActor, retentionKinds } from './kinds.ts';

/**
 * Erases what has been kept for its time, kind by kind, with one event for each kind of which something went: how many, and how
 * old. Run again it goes on with what is left, and finds nothing when all is gone.
 */
export async function applyRetention(services: Services): Promise<void> {
  const { clock, config, database, keys } = services;
  await database.transaction({ side: 'collecting' }, (db) => noteWithoutRole(db, clock.now()));
  for (const { name, before, erase } of retentionKinds) {
    const limit = before(config.keep, clock.now());
    const erased = limit ? await erase(services, limit) : 0;
    if (limit && erased > 0)
      await database.transaction({}, (db) =>
        recordEvent(db, keys, clock.now(), {
          actor: retentionActor,
          kind: 'retention.applied',
          object: name,
          outcome: 'done',
          details: { erased, before: dayOf(limit) },
          origin: 'system',
        }),
      );
  }
}
