import type { Reader } from '../platform/db/index.ts';
import type { ActingUnit, Actor } from '../platform/operation.ts';
import { unitsOfAccount, unitWithRole } from './reader.ts';

/**
 * The unit with this code, for who may know of it.
 * @returns the unit with the actor's role in it, null for the collecting side; undefined for a unit that does not exist and,
 *   no different, for one that the actor has no part in
 */
export async function findUnit(db: Reader, actor: Actor, code: string): Promise<ActingUnit | undefined> {
  const unit = await unitWithRole(db, code, actor.accountId);
  if (!unit || (unit.role === null && actor.collectingRole === null)) return undefined;
  const { organisationId, unitId, name, kind, role } = unit;
  return { organisationId, unitId, code: unit.code, name, kind, role };
}

/** Codes of the units that a person acts for. */
export const unitCodesOf = async (db: Reader, actor: Actor): Promise<string[]> =>
  (await unitsOfAccount(db, actor.accountId)).map(({ code }) => code);
