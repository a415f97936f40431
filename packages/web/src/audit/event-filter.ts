import type { RequestTo } from '@insamling/contract';
import type { EventsSearch } from '../paths.ts';

/** What the address says, as the question wants it. */
export const filterOf = ({ fran, till, person, enhet, handelse, resultat }: EventsSearch): RequestTo<'exportEvents'> =>
  Object.fromEntries(
    Object.entries({ from: fran, to: till, person, unit: enhet, kind: handelse, outcome: resultat }).filter(
      ([, value]) => value !== undefined,
    ),
  );
