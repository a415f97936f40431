import { hasCollectingRole, type UnitCall } from '../platform/operation.ts';
import type { Asker } from './policy.ts';

/** Who asks, in the policy's terms. */
export const askerOf = ({ actor, unit }: Pick<UnitCall, 'actor' | 'unit'>): Asker => ({
  role: unit.role,
  managesCollection: hasCollectingRole(actor.collectingRole, 'collectionManager'),
});
