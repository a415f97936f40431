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

export interface CodeList {
  readonly id: string;
  readonly name: string;
  /** `incomplete`: codes are known to be missing (the label list). `preliminary`: complete, but with placeholder codes. */
  readonly completeness: 'complete' | 'incomplete' | 'preliminary';
  readonly codes: readonly Code[];
}
