/** Why a value is thought to be the one that was meant: how such an error arises, or what is known otherwise. */
export type Mechanism =
  | 'unit10'
  | 'unit100'
  | 'unit1000'
  | 'unit12'
  /** Decimals have a sign and are written without one, or have the other one. */
  | 'decimalSign'
  | 'decimalComma'
  | 'decimalPoint'
  | 'hoursForPercent'
  | 'transposed'
  | 'mistyped'
  | 'leadingZero'
  | 'capital'
  | 'dayAndMonth'
  | 'swapped'
  | 'sign'
  | 'lastYear'
  /** The list was corrected within the year. */
  | 'listCorrected'
  /** The rules leave no other. */
  | 'determined';
