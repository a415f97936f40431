import { collectingOperation } from '../platform/operation.ts';
import { periodFor } from '../periods/index.ts';
import { unitsInPeriod } from './collection-status.ts';

/** Every unit with where it stands in the period of today; all rows at once, the page sorts and filters. */
export const listUnits = collectingOperation('listUnits', 'reader', {
  run: async ({ db, today }) => unitsInPeriod(db, await periodFor(db, today), today),
});
