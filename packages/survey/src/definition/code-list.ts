/** One permitted value. `placeholder` marks a code of our own until the real list is loaded. */
export interface Code {
  readonly code: string;
  readonly name: string;
  readonly validFromYear?: number;
  readonly validToYear?: number;
  readonly placeholder?: true;
  /** Other facts of the row that rules look up, for example `staffGroup` or `sector` of a label. */
  readonly facts?: Readonly<Record<string, string | number>>;
}

/** What was found to be wrong in a list after it had been sent out, within its year. */
export interface CodeCorrection {
  /** Reference year in which it holds. */
  readonly year: number;
  /** Day it was told of, yyyy-mm-dd. */
  readonly on: string;
  /** The code that is not valid in the year, although the list was printed with it. */
  readonly code: string;
  /** What was meant; a code of the list. Left out: the code is withdrawn. */
  readonly becomes?: string;
  readonly why: string;
}

export interface CodeList {
  readonly id: string;
  readonly name: string;
  /** `incomplete`: codes are known to be missing (the label list). `preliminary`: complete, but with placeholder codes. */
  readonly completeness: 'complete' | 'incomplete' | 'preliminary';
  readonly codes: readonly Code[];
  /** Latest last: of a code that is corrected twice the last word stands. */
  readonly corrections?: readonly CodeCorrection[];
}

/** Whether a code of the list is valid in a year, what was corrected within the year taken into account. */
export const isValidIn = ({ corrections = [] }: CodeList, { code, validFromYear = 0, validToYear = 9999 }: Code, year: number): boolean =>
  validFromYear <= year && year <= validToYear && !corrections.some((correction) => correction.year === year && correction.code === code);

/** What a code that was corrected stands for now: the last correction of it. */
export const correctionOf = ({ corrections = [] }: CodeList, code: string): CodeCorrection | undefined =>
  corrections.findLast((correction) => correction.code === code);
