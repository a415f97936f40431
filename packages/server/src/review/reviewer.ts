import { hasCollectingRole, type UnitCall } from '../platform/operation.ts';
import { insist } from '../platform/problem.ts';

/** Refuses everybody who may not judge deliveries, the unit's own people included. */
export const insistReviewer = ({ actor }: Pick<UnitCall, 'actor'>): void =>
  insist(hasCollectingRole(actor.collectingRole, 'reviewer'), 'account.not-allowed');
