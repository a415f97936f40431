/** Why a value is thought to be the one that was meant: how such an error arises, or what is known otherwise. */
export type Mechanism =
  | 'unit10'
  | 'unit100'
  | 'unit1000'
  | 'unit12'
  | 'decimalSign'
  | 'hoursForPercent'
  | 'transposed'
  | 'mistyped'
  | 'leadingZero'
  | 'capital'
  | 'dayAndMonth'
  | 'swapped'
  | 'sign'
  | 'lastYear'
  /** The rules leave no other. */
  | 'determined';
