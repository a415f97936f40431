import type { Edition } from '../definition/survey-definition.ts';
import type { Rule, Need } from '../definition/rule.ts';
import type { DeliveryFacts } from '../definition/unit.ts';
import { hasBlanksAround, textOf, write, type Table } from '../engine/table.ts';
import type { OpenedFile } from '../reading/open-file.ts';
import type { Tally } from './tally.ts';
import type { Surroundings, Test } from './surroundings.ts';
import type { GroupTest } from './group-rules.ts';
import { Groups } from './groups.ts';
import { measuresOfLastYear } from './last-year-measures.ts';
import { isForUnit, slotsOf } from './make-slots.ts';
import { lastYearOf, panelOf } from './panel.ts';
import { evaluate, isSilencedOnFile, silences, type FileHit, type Slot } from './slot.ts';
import { recordsIn, type Bitset } from '../engine/bitset.ts';
import { Masks } from '../engine/masks.ts';

/** What the rules must know of how the file is written. */
const writtenAs = ({ layout }: Edition) => ({
  ...(layout?.separator ? { separator: layout.separator } : {}),
  ...(layout?.zeroIsMissing === false ? { zeroIsValue: true } : {}),
  ...(layout?.dates ? { dates: layout.dates } : {}),
});

/** An edition that does not say what its variables mean has no persons, no codes of units and no keys of records. */
const noRoles = { recordKey: [] };

/** Rules that stop everything when they hit: nothing else can be said of the file. */
const severityOrder = { fatal: 0, error: 1, warning: 2, info: 3 } as const;

/** Records whose answer to a slot came or went, 0-based. */
export type Changes = Map<Slot, Set<number>>;

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
  readonly #tallies: Tally[] = [];
  /** In the order they must be asked: what silences before what it silences. */
  readonly #asking: readonly Slot[];
  #trimmedCells: number;
  /** From the second time on it is told what changed. */
  #hasAsked = false;

  constructor(edition: Edition, opened: OpenedFile, facts: DeliveryFacts) {
    this.edition = edition;
    this.table = opened.table;
    this.#groups = new Groups(opened.table);
    const now = {
      table: opened.table,
      facts,
      referenceYear: edition.referenceYear,
      codeLists: edition.codeLists,
      roles: edition.roles ?? noRoles,
      masks: new Masks(opened.table.records),
      ...writtenAs(edition),
    };
    const last = opened.fault === undefined && edition.roles?.person !== undefined ? lastYearOf(edition, facts) : undefined;
    const panel = last && panelOf(now, last, this.#groups);
    this.around = panel ? { ...now, panel } : now;
    this.#trimmedCells = opened.trimmedCells;
    const asked = edition.rules.filter(
      (rule) => rule.status === 'active' && isForUnit(rule, this.around) && (opened.fault === undefined || isAboutReadability(rule)),
    );
    const missing = asked.flatMap((rule) =>
      needsOf(rule)
        .filter((need) => !isKnown(need, rule, this.around))
        .slice(0, 1)
        .map((needs) => ({ rule: rule.id, needs })),
    );
    const lacking = new Set(missing.map(({ rule }) => rule));
    this.notEvaluable = missing;
    const workshop = {
      opened,
      around: this.around,
      groups: this.#groups,
      trimmedCells: () => this.#trimmedCells,
      lastYear: measuresOfLastYear(edition, facts, last),
      groupTests: this.groupTests,
      tallies: this.#tallies,
    };
    const slots = asked.filter((rule) => !lacking.has(rule.id)).flatMap((rule) => slotsOf(rule, workshop));
    linkSuppressors(slots);
    this.#asking = inAskingOrder(slots);
    this.slots = [...slots].sort(
      (one, other) =>
        severityOrder[one.severity] - severityOrder[other.severity] ||
        (one.rule.id < other.rule.id ? -1 : one.rule.id > other.rule.id ? 1 : (one.column ?? 0) - (other.column ?? 0)),
    );
    this.#askAll();
  }

  get isFatal(): boolean {
    return this.slots.some((slot) => slot.severity === 'fatal' && (slot.fileHits.length > 0 || (slot.bits?.count() ?? 0) > 0));
  }

  /**
   * Others, 0-based, whose answer to a group rule a change of this cell may touch: those it shares a group with now, and those
   * it comes to share one with.
   */
  touchedByGroups(record: number, column: number, text: string): Map<Slot, ReadonlySet<number>> {
    const touched = new Map<Slot, Set<number>>();
    const note = (): void => {
      for (const [slot, group] of this.groupTests) {
        if (!group.reads.has(column)) continue;
        const members = touched.get(slot) ?? new Set<number>();
        for (const member of group.members(record)) members.add(member);
        touched.set(slot, members);
      }
    };
    note();
    this.supposing(record, column, text, note);
    return touched;
  }

  /** Looks at the file as it would be with another text in a cell. No rule is asked, and nothing is changed. */
  supposing<Seen>(record: number, column: number, text: string, look: () => Seen): Seen {
    const before = this.#write(record, column, text);
    try {
      return look();
    } finally {
      this.#write(record, column, before.text, before.isCorrected);
    }
  }

  /**
   * Changes a cell and asks anew what it can touch: every rule of its record, the group rules of those that share its groups.
   * @returns records whose answer came or went
   */
  correct(record: number, column: number, text: string, touched: ReadonlyMap<Slot, ReadonlySet<number>>): Changes {
    if (!this.table.corrected.get(record)?.has(column)) this.#trimmedCells -= this.#hasBlanks(record, column) ? 1 : 0;
    this.#write(record, column, text);
    this.#rematch(column, touched);
    // A finding on the file that came or went can silence or wake a rule in every record.
    if (this.#askFile(this.table.columns[column]!.variable.id)) return this.#askRecords();
    const changed: Changes = new Map();
    for (const slot of this.#asking) {
      if (!slot.bits || !slot.test || slot.bits === this.table.misfits) continue;
      const records = new Set([record, ...(touched.get(slot) ?? [])]);
      for (const suppressor of slot.suppressors) for (const one of changed.get(suppressor) ?? []) records.add(one);
      for (const one of records) {
        if (slot.bits.set(one, evaluate(slot, one))) changed.set(slot, (changed.get(slot) ?? new Set()).add(one));
      }
    }
    return changed;
  }

  /**
   * Changes many cells at once and asks every rule anew: what a new reading costs, whatever their number.
   * @param cells records 0-based; of a cell that is named twice the last text stands
   */
  correctMany(cells: readonly { readonly record: number; readonly column: number; readonly text: string }[]): void {
    const records = new Set(cells.map(({ record }) => record));
    for (const record of records) {
      for (const tally of this.#tallies) tally.change(record, -1);
      this.#groups.remove(record);
    }
    for (const { record, column, text } of cells) {
      if (!this.table.corrected.get(record)?.has(column)) this.#trimmedCells -= this.#hasBlanks(record, column) ? 1 : 0;
      const target = this.table.columns[column]!;
      write(target, record, target.dictionary ? target.dictionary.internText(text) : this.table.encode(column, text));
      const ofRecord = this.table.corrected.get(record) ?? new Map<number, string>();
      this.table.corrected.set(record, ofRecord.set(column, text));
    }
    for (const record of records) this.#groups.add(record);
    this.around.masks.refillAll();
    for (const record of records) for (const tally of this.#tallies) tally.change(record, 1);
    this.#askFile();
    this.#askRecords();
  }

  #write(record: number, column: number, text: string, isCorrection = true): { text: string; isCorrected: boolean } {
    const target = this.table.columns[column]!;
    const isCorrected = this.table.corrected.get(record)?.has(column) === true;
    const before = textOf(this.table, record, column);
    for (const tally of this.#tallies) tally.change(record, -1);
    this.#groups.remove(record);
    write(target, record, target.dictionary ? target.dictionary.internText(text) : this.table.encode(column, text));
    const ofRecord = this.table.corrected.get(record) ?? new Map<number, string>();
    if (isCorrection) ofRecord.set(column, text);
    else ofRecord.delete(column);
    if (ofRecord.size > 0) this.table.corrected.set(record, ofRecord);
    else this.table.corrected.delete(record);
    // A match of last year hangs on who is like the record: it is put back before anything is asked.
    this.#groups.add(record);
    this.around.masks.refill(record, column);
    for (const tally of this.#tallies) tally.change(record, 1);
    return { text: before, isCorrected };
  }

  /** Others of the same employment may have another match in last year's delivery now, or none. */
  #rematch(column: number, touched: ReadonlyMap<Slot, ReadonlySet<number>>): void {
    const { panel, masks } = this.around;
    if (!panel?.reads.includes(column)) return;
    const words = new Set<number>();
    for (const [slot, members] of touched) if (slot.rule.logic.kind === 'panel') for (const member of members) words.add(member >>> 5);
    for (const word of words) masks.refill(word * 32, panel.reads[0]!);
  }

  #hasBlanks(record: number, column: number): boolean {
    return hasBlanksAround(this.table.rawTexts(record)[column] ?? '');
  }

  #askAll(): void {
    this.#askFile();
    this.#askRecords();
    this.#hasAsked = true;
  }

  /** @returns whether a finding on the file came, went or changed */
  #askFile(changedField?: string): boolean {
    const changed = new Set<Slot>();
    for (const slot of this.#asking) {
      if (!slot.onFile) continue;
      const mayChange =
        changedField === undefined ||
        slot.readsWholeFile === true ||
        slot.rule.fields.length === 0 ||
        slot.rule.fields.includes(changedField) ||
        slot.suppressors.some((suppressor) => changed.has(suppressor));
      if (!mayChange) continue;
      const hits: readonly FileHit[] = slot.onFile().filter((hit) => !isSilencedOnFile(slot, hit));
      if (silencing(hits) !== silencing(slot.fileHits)) changed.add(slot);
      slot.fileHits = hits;
    }
    return changed.size > 0;
  }

  #askRecords(): Changes {
    const changes: Changes = new Map();
    for (const slot of this.#asking) {
      if (!slot.bits || !slot.test || slot.bits === this.table.misfits) continue;
      const changed = this.#askSlot(slot, slot.bits, slot.mask?.words);
      if (changed.size > 0) changes.set(slot, changed);
    }
    return changes;
  }

  /** Thirty-two records at a time. @param answers where they are known of all records */
  #askSlot(slot: Slot, bits: Bitset, answers: Uint32Array | undefined): Set<number> {
    const changed = new Set<number>();
    const isSilent = slot.suppressors.some((suppressor) => !suppressor.bits && silences(suppressor, slot, 0));
    const silencers = [this.table.misfits, ...slot.suppressors.flatMap((suppressor) => suppressor.bits ?? [])].map(({ words }) => words);
    for (let index = 0; index < bits.words.length; index += 1) {
      let word = isSilent ? 0 : answers ? answers[index]! : this.#answersOf(slot.test!, index);
      for (let place = 0; word !== 0 && place < silencers.length; place += 1) word &= ~silencers[place]![index]!;
      const differing = bits.setWord(index, word);
      if (differing !== 0 && this.#hasAsked) for (const record of recordsIn(differing, index)) changed.add(record);
    }
    return changed;
  }

  /** Those of the 32 records of a word, asked one by one; records that no rule reads are left out. */
  #answersOf(test: Test, index: number): number {
    const misfits = this.table.misfits.words[index]!;
    const first = index * 32;
    const count = Math.min(32, this.table.records - first);
    let word = 0;
    for (let place = 0; place < count; place += 1) if (((misfits >>> place) & 1) === 0 && test(first + place)) word |= 1 << place;
    return word;
  }
}

/** What of the findings on the file can silence others. */
const silencing = (hits: readonly FileHit[]): string => JSON.stringify(hits.map(({ fields, about }) => [fields, about]));

const isAboutReadability = (rule: Rule): boolean =>
  rule.logic.kind === 'reading' && ['empty', 'binary', 'undecodable'].includes(rule.logic.fault);

/** Rules that ask of matched records need last year's, whether or not they say so. */
const asksOfMatches = ({ logic }: Rule): boolean => logic.kind === 'panel' || logic.kind === 'hidiroglouBerthelot';
const needsOf = (rule: Rule): readonly Need[] =>
  asksOfMatches(rule) || rule.logic.kind === 'distribution' ? [...(rule.needs ?? []), 'lastYear'] : (rule.needs ?? []);

function isKnown(need: Need, rule: Rule, { facts, codeLists, panel }: Surroundings): boolean {
  const { process = {} } = facts;
  switch (need) {
    case 'unit':
      return facts.unit !== undefined;
    case 'employerRegister':
      return facts.employers !== undefined;
    case 'earlierUploads':
      return facts.earlierUploads !== undefined && facts.sha256 !== undefined;
    case 'codebook':
      // That a unit has uploaded none is an answer to whether it has, and none to what is in it.
      return rule.logic.kind === 'process' ? facts.codebook !== undefined : Array.isArray(facts.codebook);
    case 'expiredLabels':
      return codeLists['expired-labels'] !== undefined;
    case 'lastYear':
      return rule.scope === 'panel' || asksOfMatches(rule) ? panel !== undefined : facts.lastYear !== undefined;
    case 'profile':
      return process.profileConfirmed !== undefined;
    case 'comments':
      return process.comments !== undefined;
    case 'period':
      return process.period !== undefined;
    case 'messages':
      return process.unreadMessages !== undefined;
    case 'national':
      // The salary table of the edition stands in for last round's national material.
      return true;
  }
}

/** Form rules on cells silence, and are silenced, in the same column only. */
function linkSuppressors(slots: readonly Slot[]): void {
  const byRule = new Map<string, Slot[]>();
  for (const slot of slots) byRule.set(slot.rule.id, [...(byRule.get(slot.rule.id) ?? []), slot]);
  for (const slot of slots) {
    const named = (slot.rule.suppressedBy ?? []).flatMap((rule) => byRule.get(rule) ?? []);
    slot.suppressors = named.filter((other) => {
      if (other === slot) return false;
      if (other.column !== undefined && slot.column !== undefined) return other.column === slot.column;
      if (other.column !== undefined || slot.column !== undefined)
        return (other.column !== undefined ? slot : other).fields.includes((other.column !== undefined ? other : slot).fields[0]!);
      return true;
    });
    if (slot.guard) slot.suppressors = [...slot.suppressors, slot.guard];
  }
}

/** Depth first over what silences what. @throws Error when rules silence each other in a ring */
function inAskingOrder(slots: readonly Slot[]): Slot[] {
  const order: Slot[] = [];
  const state = new Map<Slot, 'open' | 'done'>();
  const visit = (slot: Slot): void => {
    if (state.get(slot) === 'done') return;
    if (state.get(slot) === 'open') throw new Error(`Rules silence each other in a ring at ${slot.rule.id}`);
    state.set(slot, 'open');
    for (const suppressor of slot.suppressors) visit(suppressor);
    state.set(slot, 'done');
    order.push(slot);
  };
  for (const slot of slots) visit(slot);
  return order;
}
