/** Fatal: the file cannot be read. Error: blocks submission. Warning: correct or explain. Info: nothing to do. */
export type Severity = 'fatal' | 'error' | 'warning' | 'info';

/**
 * One rule that one subject did not satisfy. A value, never thrown.
 * The same shape in the browser, on the server and in the JSON of the command line.
 */
export interface Finding {
  /** Id of the rule in the catalogue, for example `P21-02`. */
  readonly rule: string;
  readonly severity: Severity;
  /** 1-based among the data records; null for a finding on the whole file. */
  readonly record: number | null;
  /** Ids of the variables concerned, as the rule names them. */
  readonly fields: readonly string[];
  /** Swedish sentence with its gaps filled: what is wrong, where, what to do. */
  readonly message: string;
  /**
   * Identifies the finding through re-upload and re-ordering: same rule, same record key, same values read → same key.
   * Plain text made for hashing; it holds values, so it never leaves the process unhashed.
   */
  readonly key: string;
  /** The same without the values: next round's finding of the rule on the record has it too. Never leaves the process unhashed either. */
  readonly recurrenceKey: string;
}

/** A finding as it is shown; nothing can be kept of it that would be found again. */
export type ToldFinding = Omit<Finding, 'key' | 'recurrenceKey'>;
