import { sumOf } from './sums.ts';

const share = (part: number, whole: number): number => part / (whole || Number.NaN);

/** Missing/delivered records, of one field; NaN without records. */
export const itemNonresponseRate = (missing: number, records: number): number => share(missing, records);

/** fail/(pass + fail) of a rule; NaN where it decided nothing. */
export const failureRate = ({ pass, fail }: { readonly pass: number; readonly fail: number }): number => share(fail, pass + fail);

/** Not evaluable among all that the rule applies to. */
export const notEvaluableRate = (outcomes: { readonly pass: number; readonly fail: number; readonly notEvaluable: number }): number =>
  share(outcomes.notEvaluable, sumOf(Object.values(outcomes)));

/** Fields changed/fields delivered. */
export const correctionRate = (changed: number, delivered: number): number => share(changed, delivered);

/** |final − raw|/final of one total: what editing meant for it. */
export const editChangeImpact = (raw: number, final: number): number => share(Math.abs(final - raw), Math.abs(final));
