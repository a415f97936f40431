import type { Edition } from '../definition/survey-definition.ts';
import type { Rule, Need } from '../definition/rule.ts';
import type { DeliveryFacts } from '../definition/unit.ts';
import type { FindingSummary } from '../findings/summary.ts';
import { hasBlanksAround, textOf, writeCorrection, writeText, type Table } from '../engine/table.ts';
import type { OpenedFile } from '../reading/open-file.ts';
import type { WorkbookReader } from '../reading/prepare-source.ts';
import { reachOf, type Everything, type Reach } from './reach.ts';
import type { RecordCount } from './record-count.ts';
import type { Mask, Surroundings } from './surroundings.ts';
import { groundOf } from './ground.ts';
import type { GroupTest } from './group-rules.ts';
import { inOrder } from './asking-order.ts';
import { answersAmong } from './group-condition.ts';
import { Groups } from './groups.ts';
import { MeasuredOnce } from './measured-once.ts';
import { measuresOfLastYear } from './last-year-measures.ts';
import { isForUnit, slotsOf } from './make-slots.ts';
import { isKnown, needsOf } from './needs.ts';
import { lastYearOf, panelOf } from './panel.ts';
import { Summaries } from './summaries.ts';
import { evaluate, isSilencedOnFile, silences, type AskedOfRecords, type FileHit, type Slot } from './slot.ts';
import { recordsIn, type Bitset } from '../engine/bitset.ts';
import { everyRecord, Masks } from '../engine/masks.ts';

/** Records whose answer to a slot came or went, 0-based. */
export type Changes = Map<Slot, Set<number>>;

/** What a cell holds, and whether that is a correction. */
export interface CellState {
  readonly text: string;
  readonly isCorrected: boolean;
}

/** What the change of a cell did. */
export interface Correction {
  readonly before: CellState;
  readonly changes: Changes;
  /** Findings on the file from before, of the slots whose findings are others now. */
  readonly onFile: ReadonlyMap<Slot, readonly FileHit[]>;
}

/** A file with every rule of the edition asked of it, kept so that a corrected cell asks only what it can touch. */
export class Validation {
  readonly edition: Edition;
  readonly table: Table;
  readonly around: Surroundings;
  /** In the order findings are listed: severity, rule, column. */
  readonly slots: readonly Slot[];
  readonly notEvaluable: readonly { readonly rule: string; readonly needs: Need }[];
  readonly groupTests = new Map<Slot, GroupTest>();
  readonly #groups: Groups;
  readonly #all: Everything;
  /** What a cell of each column that has been corrected can touch. */
  readonly #reaches: Reach[] = [];
  /** Masks whose answers are what a slot finds, unless it is silenced. */
  readonly #written: readonly (readonly [Mask, Bitset])[];
  readonly #summaries: Summaries;
  #trimmedCells: number;
  #latest: Correction | undefined;
  /** From the second time on it is told what changed. */
  #hasAsked = false;

  /** @param readBook reads last year's file when it is a workbook */
  constructor(edition: Edition, opened: OpenedFile, facts: DeliveryFacts, readBook: WorkbookReader | undefined) {
    this.edition = edition;
    this.table = opened.table;
    this.#groups = new Groups(opened.table);
    const ground = groundOf(edition);
    const now = {
      ...ground,
      ground,
      table: opened.table,
      facts,
      masks: new Masks(ground.questions, opened.table.records, () => this.around),
      personalNumbers: new Map(),
    };
    const last = opened.fault === undefined && edition.roles?.person !== undefined ? lastYearOf(edition, facts, readBook) : undefined;
    const panel = last && panelOf(now, last, this.#groups);
    this.around = panel ? { ...now, panel } : now;
    this.#trimmedCells = opened.trimmedCells;
    const asked = edition.rules.filter(
      (rule) => rule.status === 'active' && isForUnit(rule, this.around) && (opened.fault === undefined || isAboutReadability(rule)),
    );
    const missing: { readonly rule: string; readonly needs: Need }[] = [];
    for (const rule of asked) {
      const needs = needsOf(rule).find((need) => !isKnown(need, rule, this.around));
      if (needs !== undefined) missing.push({ rule: rule.id, needs });
    }
    const lacking = new Set(missing.map(({ rule }) => rule));
    this.notEvaluable = missing;
    const counts: RecordCount[] = [];
    const workshop = {
      opened,
      around: this.around,
      groups: this.#groups,
      trimmedCells: () => this.#trimmedCells,
      lastYear: measuresOfLastYear(edition, facts, last),
      groupTests: this.groupTests,
      counts,
      once: new MeasuredOnce(),
    };
    const slots = asked.filter((rule) => !lacking.has(rule.id)).flatMap((rule) => slotsOf(rule, workshop));
    const { asking, listing } = inOrder(slots, edition);
    this.#all = {
      ofFile: asking.filter(({ onFile }) => onFile !== undefined),
      ofRecords: asking.filter((slot): slot is AskedOfRecords => isAskedOfRecords(slot, this.table)),
      ofGroups: [...this.groupTests],
      counts,
      indexOf: this.table.indexOf,
    };
    this.#written = slots.flatMap(({ mask, bits }) => (mask && bits ? [[mask, bits] as const] : []));
    this.slots = listing;
    this.#summaries = new Summaries(this.slots, missing);
    this.#askAll();
  }

  get isFatal(): boolean {
    return this.slots.some((slot) => slot.severity === 'fatal' && (slot.fileHits.length > 0 || (slot.bits?.count() ?? 0) > 0));
  }

  /** Exact counts of what is found now. */
  summary(): FindingSummary {
    return this.#summaries.now();
  }

  /** Records, 0-based, that a record shares groups with, for the group rules that are wanted and read a column. */
  groupsOf(record: number, column: number, isWanted: (slot: Slot) => boolean): Map<Slot, Iterable<number>> {
    const members = new Map<Slot, Iterable<number>>();
    for (const [slot, group] of this.groupTests) if (group.reads.has(column) && isWanted(slot)) members.set(slot, group.members(record));
    return members;
  }

  /** Looks at the file as it would be with another text in a cell. No rule is asked, and nothing is changed. */
  supposing<Seen>(record: number, column: number, text: string, look: () => Seen, isCorrected = true): Seen {
    const before = this.#write(record, column, { text, isCorrected });
    try {
      return look();
    } finally {
      this.#write(record, column, before);
      for (const { reads, stale } of this.groupTests.values()) if (reads.has(column)) stale();
    }
  }

  isLatest(correction: Correction): boolean {
    return this.#latest === correction;
  }

  /** Changes a cell and asks anew what it can touch: the rules that read it of its record, and of those whose groups tell another thing now. */
  correct(record: number, column: number, text: string): Correction {
    if (!this.table.corrected.get(record)?.has(column)) this.#trimmedCells -= this.#hasBlanks(record, column) ? 1 : 0;
    const before = this.#write(record, column, { text, isCorrected: true });
    const reach = this.#reachOf(column);
    const stale = new Map<Slot, readonly number[]>();
    // Here and below by number: for each correction, and nothing has to be made for that.
    for (let place = 0; place < reach.ofGroups.length; place += 1) {
      const [slot, group] = reach.ofGroups[place]!;
      const others = group.stale();
      if (others.length > 0) stale.set(slot, others);
    }
    this.#rematch(column, stale);
    const onFile = this.#askFile(reach);
    const turned = silencingOthers(onFile);
    const changes: Changes = new Map();
    const self = [record];
    // A finding on the file that came or went can silence or wake a rule in every record.
    const { ofRecords } = turned.size > 0 ? this.#all : reach;
    for (let place = 0; place < ofRecords.length; place += 1) {
      const slot = ofRecords[place]!;
      if (turned.size > 0 && isAnyIn(slot.suppressors, turned)) {
        const changed = this.#askSlot(slot, slot.bits);
        if (changed.size > 0) changes.set(slot, changed);
        continue;
      }
      if (reach.own.has(slot)) askAnew(slot, self, changes);
      // Nearly none has others to ask about.
      const others = stale.get(slot);
      if (others) askAnew(slot, others, changes);
      if (changes.size > 0)
        for (let silencing = 0; silencing < slot.suppressors.length; silencing += 1) {
          const silenced = changes.get(slot.suppressors[silencing]!);
          if (silenced) askAnew(slot, [...silenced], changes);
        }
    }
    this.#latest = { before, changes, onFile };
    return this.#latest;
  }

  /**
   * Changes many cells at once and asks every rule anew: what a new reading costs, whatever their number.
   * @param cells records 0-based; of a cell that is named twice the last text stands
   */
  correctMany(cells: readonly { readonly record: number; readonly column: number; readonly text: string }[]): void {
    const records = new Set(cells.map(({ record }) => record));
    for (const record of records) {
      for (const count of this.#all.counts) count.change(record, -1);
      this.#groups.remove(record);
    }
    for (const { record, column, text } of cells) {
      if (writeCorrection(this.table, record, column, text)) this.#trimmedCells -= 1;
    }
    for (const record of records) this.#groups.add(record);
    this.around.panel?.forget();
    this.around.masks.answer(this.#written, true);
    for (const record of records) for (const count of this.#all.counts) count.change(record, 1);
    this.#latest = undefined;
    for (const { forget } of this.groupTests.values()) forget();
    this.#askFile();
    this.#askAllRecords();
  }

  /** @returns what the cell held */
  #write(record: number, column: number, { text, isCorrected }: CellState): CellState {
    const before = { text: textOf(this.table, record, column), isCorrected: this.table.corrected.get(record)?.has(column) === true };
    this.#take(record, column, -1);
    this.#groups.remove(record, column);
    writeText(this.table, record, column, text);
    const ofRecord = this.table.corrected.get(record) ?? new Map<number, string>();
    if (isCorrected) ofRecord.set(column, text);
    else ofRecord.delete(column);
    if (ofRecord.size > 0) this.table.corrected.set(record, ofRecord);
    else this.table.corrected.delete(record);
    // A match of last year hangs on who is like the record: it is put back before anything is asked.
    this.#groups.add(record, column);
    if (this.around.panel?.reads.includes(column)) this.around.panel.forget();
    this.around.masks.refill(record, column);
    this.#take(record, column, 1);
    return before;
  }

  /** Takes a record out of all that is counted by a column (-1), or puts it in (1). */
  #take(record: number, column: number, sign: 1 | -1): void {
    const { counts, ofGroups } = this.#reachOf(column);
    for (let place = 0; place < counts.length; place += 1) counts[place]!.change(record, sign);
    for (let place = 0; place < ofGroups.length; place += 1) ofGroups[place]![1].change(record, sign);
  }

  #reachOf(column: number): Reach {
    return (this.#reaches[column] ??= reachOf(column, this.#all));
  }

  /** Others of the same employment may have another match in last year's delivery now, or none. */
  #rematch(column: number, stale: ReadonlyMap<Slot, readonly number[]>): void {
    const { panel, masks } = this.around;
    if (!panel?.reads.includes(column)) return;
    const words = new Set<number>();
    for (const [slot, members] of stale) if (slot.rule.logic.kind === 'panel') for (const member of members) words.add(member >>> 5);
    for (const word of words) masks.refill(word * 32, panel.reads[0]!);
  }

  #hasBlanks(record: number, column: number): boolean {
    return hasBlanksAround(this.table.rawText(record, column));
  }

  #askAll(): void {
    this.around.masks.answer(this.#written);
    this.#askFile();
    this.#askAllRecords();
    this.#groups.settle();
    for (const { table } of [this.around, ...(this.around.panel ? [this.around.panel.last] : [])])
      for (const column of table.columns) if (!column.isLate) column.dictionary?.putAway();
    this.#hasAsked = true;
  }

  /** @param reach what may be another thing now; left out: everything @returns what was found before, of the slots whose findings are others now */
  #askFile(reach?: Reach): ReadonlyMap<Slot, readonly FileHit[]> {
    const changed = new Map<Slot, readonly FileHit[]>();
    const { ofFile } = reach ?? this.#all;
    for (let place = 0; place < ofFile.length; place += 1) {
      const slot = ofFile[place]!;
      if (reach && !reach.own.has(slot) && !isAnyIn(slot.suppressors, changed)) continue;
      const found = slot.onFile!();
      const hits = slot.suppressors.length === 0 ? found : found.filter((hit) => !isSilencedOnFile(slot, hit));
      if (!areSame(hits, slot.fileHits)) changed.set(slot, slot.fileHits);
      slot.fileHits = hits;
    }
    return changed;
  }

  /** What is written of masks are their bare answers. */
  #askAllRecords(): void {
    for (const slot of this.#all.ofRecords) {
      if (slot.mask) this.#silence(slot, slot.bits);
      else this.#askSlot(slot, slot.bits);
    }
  }

  #silence(slot: Slot, bits: Bitset): void {
    bits.remove(this.table.misfits);
    for (const suppressor of slot.suppressors)
      if (suppressor.bits) bits.remove(suppressor.bits);
      else if (silences(suppressor, slot, 0)) bits.clear();
  }

  /** @returns records whose answer came or went */
  #askSlot(slot: Slot, bits: Bitset): Set<number> {
    const words = this.#answersTo(slot);
    this.table.misfits.removeFrom(words);
    for (const suppressor of slot.suppressors)
      if (suppressor.bits) suppressor.bits.removeFrom(words);
      else if (silences(suppressor, slot, 0)) words.fill(0);
    const changed = new Set<number>();
    const note = (word: number, index: number): void => {
      for (const record of recordsIn(word, index)) changed.add(record);
    };
    bits.assign(words, this.#hasAsked ? note : undefined);
    return changed;
  }

  /** What hits, silenced or not, a bit for each record. */
  #answersTo(slot: Slot): Int32Array {
    if (slot.mask) return this.around.masks.answersTo(slot.mask);
    const group = this.groupTests.get(slot);
    const words = group?.candidates?.() ?? everyRecord(this.table.records);
    this.table.misfits.removeFrom(words);
    if (group?.areHits) return words;
    for (let index = 0; index < words.length; index += 1)
      if (words[index] !== 0) words[index] = answersAmong(slot.test!, words[index]!, index);
    return words;
  }
}

/** Asks a slot about some records anew, and notes those whose answer came or went. */
function askAnew(slot: AskedOfRecords, records: readonly number[], changes: Changes): void {
  let changed = changes.get(slot);
  for (let place = 0; place < records.length; place += 1) {
    const record = records[place]!;
    if (!slot.bits.set(record, evaluate(slot, record))) continue;
    if (!changed) changes.set(slot, (changed = new Set()));
    changed.add(record);
  }
}

function isAnyIn(slots: readonly Slot[], some: { has(slot: Slot): boolean }): boolean {
  for (let place = 0; place < slots.length; place += 1) if (some.has(slots[place]!)) return true;
  return false;
}

const isAskedOfRecords = ({ bits, test }: Slot, { misfits }: Table): boolean =>
  bits !== undefined && test !== undefined && bits !== misfits;

/** Slots that silence others than they did, of those with other findings on the file than before. */
function silencingOthers(before: ReadonlyMap<Slot, readonly FileHit[]>): ReadonlySet<Slot> {
  const turned = new Set<Slot>();
  for (const [slot, hits] of before) if (silencing(slot.fileHits) !== silencing(hits)) turned.add(slot);
  return turned;
}

/** What of the findings on the file can silence others. */
const silencing = (hits: readonly FileHit[]): string => JSON.stringify(hits.map(({ fields, about }) => [fields, about]));

const areSame = (some: readonly FileHit[], others: readonly FileHit[]): boolean =>
  some === others ||
  (some.length === others.length &&
    some.every((hit, place) => hit === others[place] || JSON.stringify(hit) === JSON.stringify(others[place])));

const isAboutReadability = (rule: Rule): boolean =>
  rule.logic.kind === 'reading' && ['empty', 'binary', 'undecodable'].includes(rule.logic.fault);
