import type { DeliveryState } from '@insamling/contract';

/** States in which the unit has done its part: what remains is ours. */
const handedIn: readonly DeliveryState[] = ['submitted', 'inReview', 'accepted'];

/** A unit is late when its due date has passed and it has not handed in, or has been asked to hand in again. */
export const isLate = (state: DeliveryState, dueOn: string | null, today: string): boolean =>
  dueOn !== null && dueOn < today && !handedIn.includes(state);
