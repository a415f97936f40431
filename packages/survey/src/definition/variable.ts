/** How a variable is written in the file: `A/N` alphanumeric, `N` digits only. */
export type VariableForm = 'A/N' | 'N';

/** M = mandatory, V = expected, K = conditional, F = optional, - = not used by that type of unit. */
export type Requirement = 'M' | 'V' | 'K' | 'F' | '-';

/**
 * One field of the record layout (GSIM Instance Variable).
 * `decimals` are implied: with two decimals `7500` is read as 75,00.
 */
export interface Variable<Id extends string = string> {
  readonly id: Id;
  /** Place in the record, 1-based: the number a payroll vendor knows the field by. */
  readonly number: number;
  readonly name: string;
  readonly form: VariableForm;
  /** Most characters allowed after trimming. */
  readonly length: number;
  readonly unit:
    | 'code'
    | 'number'
    | 'text'
    | 'date'
    | 'percent'
    | 'hours'
    | 'hoursPerWeek'
    | 'sek'
    | 'sekPerHour'
    | 'year'
    | 'amount'
    | 'count';
  readonly decimals: 0 | 1 | 2 | 3 | 4 | 5 | 6;
  readonly required: { readonly municipality: Requirement; readonly region: Requirement };
  /** Id of the code list that holds its values, where there is one. */
  readonly codeList?: string;
  /** What the field means, one Swedish sentence. */
  readonly meaning: string;
  /** `found` in a public source or `assumed` by us: shown until the real layout is loaded. */
  readonly status: 'found' | 'derived' | 'assumed';
}
