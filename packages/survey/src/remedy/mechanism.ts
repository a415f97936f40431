/** How such an error arises. */
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
  | 'lastYear';
