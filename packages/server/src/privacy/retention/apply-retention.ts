import { noteWithoutRole } from '../../accounts/index.ts';
import type { Services } from '../../context.ts';
import { recordEvent } from '../../platform/audit/index.ts';
import { dayOf } from '../../platform/clock.ts';
import type { Writer } from '../../platform/db/index.ts';
import { collecting, retentionActor, retentionKinds, type RetentionName } from './kinds.ts';

/**
 * Erases what has been kept for its time, kind by kind, with one event for each kind of which something went: how many, and how
 * old. Run again it goes on with what is left, and finds nothing when all is gone.
 */
export async function applyRetention(services: Services): Promise<void> {
  const { clock, config, database } = services;
  await database.transaction(collecting, (db) => noteWithoutRole(db, clock.now()));
  for (const kind of retentionKinds) {
    const before = kind.before(config, clock.now());
    if (!before) continue;
    if ('erase' in kind)
      await database.transaction(collecting, async (db) => tell(db, services, kind.name, before, await kind.erase(db, before)));
    else {
      const erased = await kind.eraseInSteps(services, before);
      await database.transaction({}, (db) => tell(db, services, kind.name, before, erased));
    }
  }
}

async function tell(db: Writer, { keys, clock }: Services, name: RetentionName, before: Date, erased: number): Promise<void> {
  if (erased === 0) return;
  await recordEvent(db, keys, clock.now(), {
    actor: retentionActor,
    kind: 'retention.applied',
    object: name,
    outcome: 'done',
    details: { erased, before: dayOf(before) },
    origin: 'system',
  });
}
