import {
  columnRemedyOf,
  findingsOf,
  openDelivery,
  receiptOf,
  remediesOf,
  ruleEffectsOf,
  type Aggregates,
  type CellAddress,
  type CellChange,
  type DeliveryFacts,
  type Finding,
  type FindingSummary,
  type LastYear,
  type OpenedDelivery,
  type Receipt,
  type Remedies,
  type RuleEffect,
  type SystematicFinding,
} from '@insamling/survey';
import { november2026, novemberOf } from '@insamling/survey/editions/november-2026';

/** A change that was made to a file, as the log tells it. */
export interface LoggedCorrection extends CellAddress {
  readonly text: string;
}

/** A finding with what a list shows beside it. */
export interface FindingRow {
  readonly finding: Finding;
  readonly row: number | null;
  readonly cells: readonly { readonly variable: string; readonly text: string }[];
  readonly context: string;
}

/** A systematic question without its list of records. */
export interface Question extends Omit<SystematicFinding, 'records'> {
  readonly records: number;
  /** Cells its remedy would change, and one of them. */
  readonly cells: number;
  readonly example: { readonly before: string; readonly after: string } | undefined;
}

export interface Checked {
  readonly encoding: string;
  readonly records: number;
  readonly isFatal: boolean;
  readonly summary: FindingSummary;
}

export interface Corrected {
  readonly before: string;
  readonly after: string;
  readonly resolved: readonly Finding[];
  readonly raised: readonly FindingRow[];
  readonly summary: FindingSummary;
}

/** A change that wakes a finding on the whole file can touch every record; the page then asks for its list again. */
const mostListed = 200;

/** Corrections that are replayed one by one; more are replayed together. */
const fewAtATime = 200;

/** Opened files that are kept at a time in one thread: a file of 60,000 records takes some 35 MB, and 80 beside last year's. */
const mostOpen = 6;
/** Measures of deliveries of last year that are kept at a time in one thread: some 100 kB each. */
const mostMeasured = 50;

type MeasuredFile = Extract<LastYear, { readonly file: Uint8Array }>;

interface OpenFile {
  readonly delivery: OpenedDelivery;
  /** Which delivery of last year it was opened beside; undefined: none. */
  readonly lastYear: string | undefined;
  /** How many corrections of the log it holds. */
  version: number;
  /** Asked for since the last tidying. */
  isUsed: boolean;
  effects?: { readonly version: number; readonly of: readonly RuleEffect[] };
}

/**
 * The files that lie open in one thread, the one used last at the end. What is asked of a file that does not lie here is
 * answered `undefined`: the caller brings the file and asks again.
 */
export class Desk {
  readonly #open = new Map<string, OpenFile>();
  readonly #measured = new Map<string, Aggregates>();

  /** Opens a file of a year with its log. */
  open(
    fileId: string,
    bytes: Uint8Array,
    facts: DeliveryFacts,
    referenceYear: number,
    log: readonly LoggedCorrection[],
    lastYear?: string,
  ): Checked {
    const delivery = openDelivery(novemberOf(referenceYear), bytes, facts, log);
    const file: OpenFile = { delivery, lastYear, version: log.length, isUsed: true };
    this.#open.delete(fileId);
    this.#open.set(fileId, file);
    for (const oldest of this.#open.keys()) if (this.#open.size > mostOpen) this.#open.delete(oldest);
    return this.checked(fileId)!;
  }

  /** Number of corrections the open file holds; undefined when it does not lie here beside that delivery of last year. */
  versionOf(fileId: string, lastYear?: string): number | undefined {
    const file = this.#open.get(fileId);
    if (!file || file.lastYear !== lastYear) return undefined;
    this.#open.delete(fileId);
    this.#open.set(fileId, file);
    file.isUsed = true;
    return file.version;
  }

  replay(fileId: string, from: number, log: readonly LoggedCorrection[]): void {
    const file = this.#open.get(fileId);
    if (!file || file.version !== from) return;
    // Many at once cost one check of the file: a whole column may have been mended.
    if (log.length > fewAtATime) file.delivery.correctMany(log);
    else for (const correction of log) file.delivery.correct(correction, correction.text);
    file.version += log.length;
  }

  /** What the aggregate rules measure of a delivery of last year; undefined when it has not been measured here. */
  measured(version: string): Aggregates | undefined {
    return this.#measured.get(version);
  }

  /** Measures a delivery of last year as it is compared with a file of the reference year. */
  measure(version: string, { file, corrections = [] }: MeasuredFile, facts: DeliveryFacts, referenceYear: number): Aggregates {
    const delivery = openDelivery(novemberOf(referenceYear), file, facts, corrections);
    const measures = delivery.measures();
    this.#measured.set(version, measures);
    for (const oldest of this.#measured.keys()) if (this.#measured.size > mostMeasured) this.#measured.delete(oldest);
    return measures;
  }

  drop(fileId: string): void {
    this.#open.delete(fileId);
  }

  /** Puts away what nobody has asked for since the last call: persons of an erased period do not lie here longer than two calls. */
  tidy(): void {
    for (const [fileId, file] of this.#open) {
      if (!file.isUsed) this.#open.delete(fileId);
      file.isUsed = false;
    }
  }

  checked(fileId: string): Checked | undefined {
    const delivery = this.#open.get(fileId)?.delivery;
    return (
      delivery && {
        encoding: delivery.file.encoding,
        records: delivery.file.records,
        isFatal: delivery.isFatal,
        summary: delivery.summary(),
      }
    );
  }

  /** The first finding of each rule that has any, in words. */
  examples(fileId: string): Record<string, string> {
    const delivery = this.#opened(fileId);
    return Object.fromEntries(
      delivery
        .summary()
        .counts.map(({ rule, severity }) => [
          `${rule} ${severity}`,
          delivery.told({ rules: [rule], severity, limit: 1 })[0]?.message ?? '',
        ]),
    );
  }

  /** What was checked, with its digest, as the file stands now. */
  receipt(fileId: string): Receipt {
    return receiptOf(this.#opened(fileId));
  }

  /** Keys of all findings of a rule, in their order: what tells whether they are explained. */
  keys(fileId: string, rules: readonly string[]): { readonly rule: string; readonly key: string }[] {
    const { delivery } = this.#file(fileId);
    return delivery.findings({ rules }).map(({ rule, key }) => ({ rule, key }));
  }

  /** Places of a rule's findings, those that mean most for the sum of their field first; in their order where that is not known. */
  byEffect(fileId: string, rule: string): number[] {
    const file = this.#file(fileId);
    const records = file.delivery.told({ rules: [rule] }).map(({ record }) => record);
    const order = new Map(
      this.#effects(file)
        .find((one) => one.rule === rule)
        ?.records.map(({ record }, place) => [record, place]),
    );
    const rankOf = (place: number) => order.get(records[place] ?? 0) ?? Number.POSITIVE_INFINITY;
    const places = records.map((_, place) => place);
    return order.size === 0 ? places : places.sort((one, other) => compared(rankOf(one), rankOf(other)) || one - other);
  }

  /** What the findings of each rule may mean for the sum of a field, in percent of it. */
  effects(fileId: string): Omit<RuleEffect, 'records'>[] {
    return this.#effects(this.#file(fileId)).map(({ records: _, ...effect }) => effect);
  }

  findings(fileId: string, rule: string, places: readonly number[]): FindingRow[] {
    const delivery = this.#opened(fileId);
    return places.map((place) => rowOf(delivery, delivery.findings({ rules: [rule], offset: place, limit: 1 })[0]!));
  }

  records(
    fileId: string,
    offset: number,
    limit: number,
  ): { readonly record: number; readonly row: number; readonly texts: readonly string[] }[] {
    const delivery = this.#opened(fileId);
    const last = Math.min(delivery.file.records, offset + limit);
    return Array.from({ length: Math.max(0, last - offset) }, (_, index) => ({
      record: offset + index + 1,
      row: delivery.rowOf(offset + index + 1),
      texts: delivery.record(offset + index + 1),
    }));
  }

  /** Findings of all rules, worst first, some at a time, with how many corrections the file held then. */
  allFindings(fileId: string, offset: number, limit: number): { readonly version: number; readonly rows: readonly FindingRow[] } {
    const { delivery, version } = this.#file(fileId);
    return { version, rows: delivery.findings({ offset, limit }).map((finding) => rowOf(delivery, finding)) };
  }

  /** Rows in the file of some records. */
  rowsOf(fileId: string, records: readonly number[]): number[] {
    const delivery = this.#opened(fileId);
    return records.map((record) => delivery.rowOf(record));
  }

  /** Text of a cell now. @throws RangeError for a cell that does not exist */
  text(fileId: string, { record, variable }: CellAddress): string {
    const index = november2026.variables.findIndex(({ id }) => id === variable);
    if (index < 0) throw new RangeError(`There is no variable ${variable}`);
    return this.#opened(fileId).record(record)[index] ?? '';
  }

  /** Questions that stand instead of many findings, each with what its remedy would do to one cell. */
  questions(fileId: string): Question[] {
    const delivery = this.#opened(fileId);
    return delivery.systematic().map(({ records, ...question }) => {
      const { remedy } = question;
      const changes = remedy && !('from' in remedy) ? columnRemedyOf(delivery, { ...question, records }) : [];
      const first = changes[0];
      return {
        ...question,
        records: records.length,
        cells: remedy && 'from' in remedy ? records.length : changes.length,
        example: first ? { before: this.text(fileId, first), after: first.text } : undefined,
      };
    });
  }

  /** Keys of the findings that a question stands for. @throws RangeError when nobody asks it any more */
  keysOfQuestion(fileId: string, key: string): { readonly rule: string; readonly key: string }[] {
    const found = findingsOf(this.#opened(fileId), this.#question(fileId, key));
    return found.map((finding) => ({ rule: finding.rule, key: finding.key }));
  }

  /** @throws RangeError when nobody asks the question any more, or the choice does not fit */
  remedyOf(fileId: string, key: string, choice: string | null): readonly CellChange[] {
    return columnRemedyOf(this.#opened(fileId), this.#question(fileId, key), choice ?? undefined);
  }

  /** What can be done about a finding, with the record as it stands. @throws RangeError for a record that does not exist */
  remedies(fileId: string, record: number, rule: string): Remedies & { readonly texts: readonly string[] } {
    const delivery = this.#opened(fileId);
    return { ...remediesOf(delivery, record, rule), texts: delivery.record(record) };
  }

  /** @returns what each cell held before. @throws RangeError for a cell that does not exist or cannot be corrected */
  correctMany(
    fileId: string,
    changes: readonly CellChange[],
  ): { readonly before: readonly CellChange[]; readonly summary: FindingSummary } {
    const file = this.#open.get(fileId)!;
    const before = file.delivery.correctMany(changes);
    file.version += changes.length;
    return { before, summary: file.delivery.summary() };
  }

  /** @throws RangeError for a cell that does not exist or cannot be corrected */
  correct(fileId: string, cell: CellAddress, text: string): Corrected {
    const file = this.#open.get(fileId)!;
    const effect = file.delivery.correct(cell, text, mostListed);
    file.version += 1;
    return { ...effect, raised: effect.raised.map((finding) => rowOf(file.delivery, finding)) };
  }

  #question(fileId: string, key: string): SystematicFinding {
    const question = this.#opened(fileId)
      .systematic()
      .find((one) => one.key === key);
    if (!question) throw new RangeError('There is no such question');
    return question;
  }

  #opened(fileId: string): OpenedDelivery {
    return this.#file(fileId).delivery;
  }

  #file(fileId: string): OpenFile {
    const file = this.#open.get(fileId);
    if (!file) throw new Error('the file does not lie open here');
    return file;
  }

  /** Worked out once for each state of the file. */
  #effects(file: OpenFile): readonly RuleEffect[] {
    if (file.effects?.version !== file.version) file.effects = { version: file.version, of: ruleEffectsOf(file.delivery) };
    return file.effects.of;
  }
}

/** Both may be endless: neither comes first then. */
const compared = (one: number, other: number): number => (one === other ? 0 : one < other ? -1 : 1);

const place = new Map(november2026.variables.map(({ id }, index) => [id as string, index]));

function rowOf(delivery: OpenedDelivery, finding: Finding): FindingRow {
  if (finding.record === null) return { finding, row: null, cells: [], context: '' };
  const texts = delivery.record(finding.record);
  const textIn = (id: string) => texts[place.get(id)!] ?? '';
  const cells = [...finding.fields]
    .sort((one, other) => place.get(one)! - place.get(other)!)
    .map((variable) => ({ variable, text: textIn(variable) }));
  return {
    finding,
    row: delivery.rowOf(finding.record),
    cells,
    context: ['positionTitle', 'organisationUnit', 'employmentId'].map(textIn).filter(Boolean).join(' · '),
  };
}
