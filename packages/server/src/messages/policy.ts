import type { UnitRole } from '@insamling/contract';

/** Who would write, as far as a unit's threads are concerned. */
export interface Author {
  /** Role in the unit; null for the collecting side. */
  readonly role: UnitRole | null;
  /** True from granskare upwards. */
  readonly reviews: boolean;
}

/** Who only reads, on either side, does not write. */
export const mayWrite = ({ role, reviews }: Author): boolean => (role === null ? reviews : role !== 'reader');
