import type { UsualGrowth } from './remedy/usual-growth.ts';
import type { Validation } from './validation/validation.ts';

/** What stands behind an opened delivery. */
export interface Inside {
  readonly validation: Validation;
  /** Hangs on every record: worked out when it is asked for, and anew after a correction. */
  growth(): UsualGrowth;
  /** From 1 to 0-based. @throws RangeError for a record that does not exist */
  insistOnRecord(record: number): number;
}

/**
 * What stands inside is kept by the delivery itself, under a name that nobody else knows: in a table of all deliveries it would
 * outlive many of those that are opened one after the other.
 */
const key = Symbol('inside');

export const keepInside = (delivery: object, inside: Inside): unknown => Object.defineProperty(delivery, key, { value: inside });

/** @throws Error for a delivery that openDelivery has not made */
export function insideOf(delivery: object): Inside {
  const inside = (delivery as { readonly [key]?: Inside })[key];
  if (!inside) throw new Error('The delivery was not opened here');
  return inside;
}
