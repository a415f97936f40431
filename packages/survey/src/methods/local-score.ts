/** w·(y − ŷ): what the domain total changes if the value is the expected one; w is 1 in a census. In the unit of the value. */
export const potentialImpact = (value: number, expected: number, weight = 1): number => weight * (value - expected);

/**
 * 100·suspicion·|impact|/T: percent of the expected total T of the domain that is at stake; 0 when T is 0. With suspicion 1 it
 * is the simple variant 100·w·|y − ŷ|/T (Statistical Method Specifications of ONS).
 */
export const localScore = (suspicion: number, impact: number, total: number): number =>
  total === 0 ? 0 : (100 * suspicion * Math.abs(impact)) / Math.abs(total);

/** One variable of a record, for the score of Latouche & Berthelot. */
export interface ScoredVariable {
  readonly value: number;
  /** Value of the last round. */
  readonly last: number;
  /** Σ w·y' of the variable over all records. */
  readonly total: number;
  /** Whether it is involved in a failed rule. */
  readonly isInvolved: boolean;
  /** Importance I, default 1. */
  readonly importance?: number;
  readonly weight?: number;
}

/** 100·Σ f·I·w·|y − y'|/Σ w·y' over the variables of a record; a variable whose total is 0 adds nothing. */
export const latoucheBerthelotScore = (variables: readonly ScoredVariable[]): number =>
  variables.reduce(
    (score, { value, last, total, isInvolved, importance = 1, weight = 1 }) =>
      isInvolved ? score + importance * localScore(1, potentialImpact(value, last, weight), total) : score,
    0,
  );
