import { sql } from 'kysely';
import type { Reader } from '../db/database.ts';
import { sameBytes, type KeyRing } from '../keys.ts';

/** The last event of a chain that went when its time was up. What is left of the chain goes on from it. */
export interface Checkpoint {
  readonly organisationId: string;
  readonly number: number;
  /** Mac of that event. */
  readonly mac: Buffer;
  /** When it was made, by the database's clock. */
  readonly at: Date;
}

export interface Checkpoints {
  /** Those that hold, the newest first. */
  readonly holding: readonly Checkpoint[];
  /** True when there is one that no key has sealed as it is. */
  readonly isForged: boolean;
}

/** The database removes no event that is younger, whoever asks (`audit_cut_floor`). */
export const leastYears = 10;

/** The keyed hash of a checkpoint. */
export const sealOf = (keys: KeyRing, { organisationId, number, mac, at }: Checkpoint, keyId: string): Buffer =>
  keys.mac('audit', `checkpoint ${JSON.stringify([organisationId, number, mac.toString('hex'), at.toISOString(), keyId])}`, keyId);

interface StoredCheckpoint extends Checkpoint {
  /** False when its instant is more exact than any that is ever written. */
  readonly isExact: boolean;
  readonly keyIds: readonly string[];
  readonly seals: readonly Buffer[];
}

/** The checkpoints of a chain, each held against every seal of it that can be checked: there must be one, and all must hold. */
export async function checkpointsOf(db: Reader, keys: KeyRing, organisationId: string): Promise<Checkpoints> {
  const rows = await db.all<StoredCheckpoint>(sql`
    select checkpoint.organisation_id, checkpoint.number, checkpoint.mac, checkpoint.at,
           checkpoint.at = date_trunc('milliseconds', checkpoint.at) as is_exact,
           coalesce(array_agg(seal.key_id order by seal.key_id) filter (where seal.key_id is not null), '{}') as key_ids,
           coalesce(array_agg(seal.mac order by seal.key_id) filter (where seal.key_id is not null), '{}') as seals
      from audit_checkpoint checkpoint
      left join audit_checkpoint_seal seal on seal.organisation_id = checkpoint.organisation_id and seal.number = checkpoint.number
                                          and seal.key_id = any(${[...keys.keyIds]}::text[])
     where checkpoint.organisation_id = ${organisationId}
     group by checkpoint.organisation_id, checkpoint.number
     order by checkpoint.number desc`);
  const holding = rows.filter((row) => row.isExact && row.seals.length > 0 && row.keyIds.every(isSealedBy(keys, row)));
  return { holding, isForged: holding.length < rows.length };
}

const isSealedBy = (keys: KeyRing, row: StoredCheckpoint) => (keyId: string, place: number) =>
  sameBytes(sealOf(keys, row, keyId), row.seals[place]!);
