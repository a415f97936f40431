import { hasCollectingRole, type UnitCall } from '../platform/operation.ts';
import { insist } from '../platform/problem.ts';
import { mayWrite } from './policy.ts';
import type { Side } from './thread.ts';

/** Which side of a unit's threads somebody is on: who has a role in the unit is a respondent there, whatever else they are. */
export const sideOf = ({ unit }: Pick<UnitCall, 'unit'>): Side => (unit.role === null ? 'collecting' : 'respondent');

/** Refuses who may read a unit's threads but not write in them. */
export function insistMayWrite({ actor, unit }: Pick<UnitCall, 'actor' | 'unit'>): void {
  insist(
    mayWrite({ role: unit.role, reviews: hasCollectingRole(actor.collectingRole, 'reviewer') }),
    unit.role === null ? 'account.not-allowed' : 'unit.not-allowed',
  );
}
