import type { CellAddress, CorrectionEffect } from './correction/correction.ts';
import { correctCell } from './correction/correct-cell.ts';
import { correctCells, withLog } from './correction/correct-cells.ts';
import type { Aggregates } from './definition/aggregate.ts';
import type { Outcome } from './definition/rule-case.ts';
import type { Edition } from './definition/survey-definition.ts';
import type { DeliveryFacts } from './definition/unit.ts';
import { textsOf } from './engine/table.ts';
import type { Finding, Severity, ToldFinding } from './findings/finding.ts';
import type { FindingSummary } from './findings/summary.ts';
import type { FileFacts } from './reading/file-facts.ts';
import { openFile, type OpenedFile } from './reading/open-file.ts';
import type { WorkbookReader } from './reading/prepare-source.ts';
import { keepInside } from './inside.ts';
import type { CellChange, SystematicFinding } from './remedy/remedy.ts';
import { systematicFindings } from './remedy/systematic.ts';
import { UsualGrowth } from './remedy/usual-growth.ts';
import { fieldsAtHand } from './validation/ground.ts';
import { measuresOf } from './validation/last-year-measures.ts';
import { listFindings, listTold, recordsWith } from './validation/list-findings.ts';
import { countOutcomes, outcomeOf, type OutcomeCount } from './validation/outcomes.ts';
import { Validation } from './validation/validation.ts';

export { isZip } from './reading/is-zip.ts';
export type { FileFacts };

/** Why nothing of a file is a record; `fields`: every row has a wrong number of values. */
export type Unreadable = NonNullable<OpenedFile['fault']> | 'fields';

/** A row that no rule is asked of, for it has a wrong number of values. */
export interface Misfit {
  /** 1-based. */
  readonly record: number;
  readonly values: number;
}

export interface FindingFilter {
  readonly rules?: readonly string[];
  readonly severity?: Severity;
  readonly record?: number;
  readonly offset?: number;
  readonly limit?: number;
}

/**
 * A file that has been read and checked and can be corrected: columns, one bitset of findings per rule, groups.
 * Held by a web worker, a server worker or the command line; rebuilt anywhere from the bytes and the log of corrections.
 */
export interface OpenedDelivery {
  readonly edition: Edition;
  /** What was known beside the file when it was opened. */
  readonly facts: DeliveryFacts;
  readonly file: FileFacts;
  /** True when the file could not be read: then only findings on the file exist and nothing can be corrected. */
  readonly isFatal: boolean;
  /** Why nothing of the file could be read, whether the survey has a rule that says so or not; undefined when something could. */
  readonly unreadable: Unreadable | undefined;
  /** Ascending. */
  misfits(): Misfit[];
  summary(): FindingSummary;
  /** In stable order: severity (fatal first), rule, field, record (findings on the file have none). Without `limit`: all. */
  findings(filter?: FindingFilter): Finding[];
  /** The same for whoever shows them and keeps nothing of them: in half the time. */
  told(filter?: FindingFilter): ToldFinding[];
  /**
   * What a rule says of a record: it fails where it has a finding, and only there. Without a record: of the file as a whole.
   * Worked out when it is asked for. @throws RangeError for a rule that is not in force, or a record of a rule on the file
   */
  outcome(rule: string, record?: number): Outcome;
  /** How often each rule in force answered what. */
  outcomes(): readonly OutcomeCount[];
  /** What the aggregate rules measure: all that a check against this delivery next year needs, without a person in it. */
  measures(): Aggregates;
  /** Record numbers with at least one finding of the rule, ascending; empty for a finding on the file. */
  recordsOf(rule: string): Uint32Array;
  /** The current texts of a record in layout order, trimmed as the rules read them. @throws RangeError */
  record(record: number): readonly string[];
  /** Row of a record in the file, 1-based with the header counted. @throws RangeError */
  rowOf(record: number): number;
  /**
   * Changes one cell and re-checks what it can touch. To undo, correct the cell back to `before`. What was resolved and raised is
   * put into words when it is read, which must be before the next correction.
   * @param most findings that are listed of each kind, those of the record first; left out: all
   * @throws RangeError for a record or variable that does not exist, or a record with a wrong number of values
   */
  correct(cell: CellAddress, text: string, most?: number): CorrectionEffect;
  /**
   * Changes many cells at once, at the cost of one check of the file. @returns what each held before, in the order given
   * @throws RangeError as `correct` does, before anything is changed
   */
  correctMany(changes: readonly CellChange[]): readonly CellChange[];
  /** Questions that stand instead of many findings with one cause. */
  systematic(): readonly SystematicFinding[];
}

/**
 * Reads and checks a file in one pass, and keeps what is needed to correct it.
 * @param readBook reads workbooks; without it they cannot be read, which a page need not load before somebody has chosen one
 * @param bytes the file exactly as it came; kept, not changed
 * @param log   corrections that are made before anything is checked: what is found is what it would be after `correctMany`, in half the time
 * @throws RangeError for a correction that has no place in the file
 */
export function openDeliveryWith(
  readBook: WorkbookReader | undefined,
  edition: Edition,
  bytes: Uint8Array,
  facts: DeliveryFacts = {},
  log: readonly CellChange[] = [],
): OpenedDelivery {
  const opened = withLog(openFile(bytes, edition, readBook, fieldsAtHand(edition, facts)), log);
  const validation = new Validation(edition, opened, facts, readBook);
  const insistOnRecord = (record: number): number => {
    if (!Number.isInteger(record) || record < 1 || record > opened.table.records) throw new RangeError(`There is no record ${record}`);
    return record - 1;
  };
  // Hangs on every record: worked out when it is asked for, and anew after a correction.
  let usual: UsualGrowth | undefined;
  const growth = (): UsualGrowth => (usual ??= new UsualGrowth(validation));
  const { records, misfitFields } = opened.table;
  const unreadable = opened.fault ?? (misfitFields.size === records ? 'fields' : undefined);
  const isFatal = validation.isFatal || unreadable !== undefined;
  const delivery: OpenedDelivery = {
    edition,
    facts,
    file: opened.facts,
    isFatal,
    unreadable,
    misfits: () => [...misfitFields].map(([record, values]) => ({ record: record + 1, values })),
    summary: () => validation.summary(),
    findings: (filter) => listFindings(validation, filter),
    told: (filter) => listTold(validation, filter),
    outcome: (rule, record) => outcomeOf(validation, rule, record === undefined ? undefined : insistOnRecord(record)),
    outcomes: () => countOutcomes(validation),
    measures: () => (isFatal ? {} : measuresOf(edition, validation.around)),
    recordsOf: (rule) => recordsWith(validation, rule),
    record: (record) => textsOf(opened.table, insistOnRecord(record)),
    rowOf: (record) => opened.table.rowOf(insistOnRecord(record)),
    correct({ record, variable }, text, most) {
      usual = undefined;
      return correctCell(validation, insistOnRecord(record), variable, text, most);
    },
    correctMany(changes) {
      usual = undefined;
      return correctCells(validation, changes);
    },
    systematic: () => (isFatal ? [] : systematicFindings(validation)),
  };
  keepInside(delivery, { validation, growth, insistOnRecord });
  return delivery;
}
