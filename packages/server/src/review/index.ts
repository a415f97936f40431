/** The door of review: the statistician's desk. */
import type { Operation } from '../platform/operation.ts';
import { acceptDelivery } from './accept-delivery.ts';
import { beginReview } from './begin-review.ts';
import { listUnits } from './list-units.ts';
import { reopenDelivery } from './reopen-delivery.ts';
import { returnDelivery } from './return-delivery.ts';
import { showOverview } from './show-overview.ts';

export const reviewOperations: Operation[] = [showOverview, listUnits, beginReview, acceptDelivery, returnDelivery, reopenDelivery];
