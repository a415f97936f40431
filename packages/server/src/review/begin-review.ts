import { stepDelivery } from '../deliveries/index.ts';
import { unitOperation } from '../platform/operation.ts';
import { insistReviewer } from './reviewer.ts';

/** Takes a submitted delivery up for review: from now on the unit cannot take it back. */
export const beginReview = unitOperation('beginReview', {
  audit: ({ delivery }) => ['delivery.review-begun', delivery],
  async run(call, { delivery, expectedVersion }) {
    insistReviewer(call);
    await stepDelivery(call.db, call, delivery, { to: 'inReview', from: ['submitted'], expectedVersion, note: '' });
    return { done: true as const };
  },
});
