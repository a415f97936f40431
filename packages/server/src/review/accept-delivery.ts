import { recountYearAfter, stepDelivery } from '../deliveries/index.ts';
import { unitOperation } from '../platform/operation.ts';
import { insistReviewer } from './reviewer.ts';
import { tellUnit } from './tell-unit.ts';

/** Accepts a delivery under review: it is locked and enters the statistics. */
export const acceptDelivery = unitOperation('acceptDelivery', {
  audit: ({ delivery }) => ['delivery.accepted', delivery],
  async run(call, { delivery, expectedVersion }) {
    insistReviewer(call);
    await stepDelivery(call.db, call, delivery, { to: 'accepted', from: ['inReview'], expectedVersion, note: '' });
    await recountYearAfter(call.services, call.db, call.unit, delivery);
    await tellUnit(call, 'accepted');
    return { done: true as const };
  },
});
