import { randomUUID } from 'node:crypto';
import type { Config } from '../config.ts';
import { sql, type Writer } from '../platform/db/index.ts';
import type { StreamCall } from '../platform/http/index.ts';
import type { UnitCall } from '../platform/operation.ts';
import { Problem } from '../platform/problem.ts';
import { sweepOf } from '../platform/sweep.ts';

/** What somebody, or an organisation, has taken of the limits. */
export interface Usage {
  readonly atOnce: number;
  readonly inHour: number;
  /** When the oldest upload of the hour was begun. */
  readonly oldestAt: Date | null;
}

/**
 * Takes a place among the uploads of the person and of the organisation, in the caller's transaction. One asker at a time, so
 * that the limits hold also for those who come together. The place is given back by `leaveUpload`.
 * @returns the place's id
 * @throws Problem 429 with Retry-After, or delivery.storage-full
 */
export async function enterUpload({ db, unit, actor, now, services }: UnitCall): Promise<string> {
  const { limits } = services.config;
  await db.all(sql`
    select pg_advisory_xact_lock(hashtextextended(key, 16)) from unnest(${[unit.organisationId, actor.accountId].sort()}::text[]) key`);
  const seconds = longestUpload(limits);
  const [person, organisation] = [
    await usageOf(db, sql`account_id = ${actor.accountId}`, now, seconds),
    await usageOf(db, sql`organisation_id = ${unit.organisationId}`, now, seconds),
  ];
  insistWithin(person, limits.uploadsAtOnce, limits.uploadsPerHour, now);
  insistWithin(organisation, limits.uploadsAtOncePerOrganisation, limits.uploadsPerHourPerOrganisation, now);
  if ((await storedBytes(db, unit.organisationId)) >= limits.storedBytesPerOrganisation)
    throw new Problem('delivery.storage-full', { gigabytes: Math.ceil(limits.storedBytesPerOrganisation / 1e9) });
  const id = randomUUID();
  await db.run(
    sql`insert into upload_slot (organisation_id, id, account_id, begun_at) values (${unit.organisationId}, ${id}, ${actor.accountId}, ${now})`,
  );
  return id;
}

/** Gives a place back, however the upload ended. A place that cannot be given back stops counting by its age. */
export async function leaveUpload({ transaction, services, unit }: StreamCall, id: string): Promise<void> {
  await transaction(({ db }) =>
    db.run(
      sql`update upload_slot set ended_at = ${services.clock.now()} where organisation_id = ${unit.organisationId} and id = ${id} and ended_at is null`,
    ),
  ).catch((error: Error) => services.log.warn({ reason: error.name }, 'the place of an upload could not be given back'));
}

/** Uploads that no limit looks at any more: none looks further back than an hour. */
export const uploadSlots = sweepOf({ upload_slot: 'begun_at' });

/** Refuses when either limit is reached, and says when it is worth coming back. */
export function insistWithin(usage: Usage, atOnce: number, inHour: number, now: Date): void {
  if (usage.atOnce >= atOnce) throw new Problem('delivery.too-many-uploads-at-once', {}, 15);
  if (usage.inHour < inHour) return;
  const freeAt = (usage.oldestAt?.getTime() ?? now.getTime()) + 3_600_000;
  const seconds = Math.max(1, Math.ceil((freeAt - now.getTime()) / 1000));
  throw new Problem('delivery.too-many-uploads', { minutes: Math.ceil(seconds / 60) }, seconds);
}

/** Seconds after which an upload has ended, whether its process could say so or not. */
const longestUpload = ({ uploadSeconds }: Config['limits']): number => uploadSeconds + 60;

async function usageOf(db: Writer, whose: ReturnType<typeof sql>, now: Date, seconds: number): Promise<Usage> {
  const alive = new Date(now.getTime() - seconds * 1000);
  const hourAgo = new Date(now.getTime() - 3_600_000);
  return (await db.maybe<Usage>(sql`
    select count(*) filter (where ended_at is null and begun_at > ${alive})::int as at_once,
           count(*) filter (where begun_at > ${hourAgo})::int as in_hour,
           min(begun_at) filter (where begun_at > ${hourAgo}) as oldest_at
      from upload_slot where ${whose}`))!;
}

const storedBytes = async (db: Writer, organisationId: string): Promise<number> =>
  Number(
    (await db.maybe<{ bytes: string }>(
      sql`select coalesce(sum(bytes), 0)::text as bytes from delivery_file where organisation_id = ${organisationId}`,
    ))!.bytes,
  );
