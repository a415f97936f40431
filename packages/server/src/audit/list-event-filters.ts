import { collectingOperation } from '../platform/operation.ts';
import { people, units } from './reader.ts';

/** Whom and what the log can be narrowed to. */
export const listEventFilters = collectingOperation('listEventFilters', 'administrator', {
  run: async ({ db }) => ({ people: await people(db), units: await units(db) }),
});
