import { recountYearAfter, stepDelivery } from '../deliveries/index.ts';
import { unitOperation } from '../platform/operation.ts';
import { insistNoPersonalNumber } from '../platform/personal-number.ts';
import { insistReviewer } from './reviewer.ts';
import { tellUnit } from './tell-unit.ts';

/** Opens a delivery for change. What was submitted stays valid until the unit submits again. */
export const reopenDelivery = unitOperation('reopenDelivery', {
  audit: ({ delivery }) => ['delivery.reopened', delivery],
  async run(call, { delivery, expectedVersion, reason }) {
    insistReviewer(call);
    insistNoPersonalNumber([reason]);
    await stepDelivery(call.db, call, delivery, {
      to: 'validated',
      from: ['submitted', 'inReview', 'accepted'],
      expectedVersion,
      note: reason,
    });
    await recountYearAfter(call.services, call.db, call.unit, delivery);
    await tellUnit(call, 'reopened');
    return { done: true as const };
  },
});
