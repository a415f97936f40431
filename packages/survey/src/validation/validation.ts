import type { Edition } from '../definition/survey-definition.ts';
import type { Rule, Need } from '../definition/rule.ts';
import type { DeliveryFacts } from '../definition/unit.ts';
import { Bitset } from '../engine/bitset.ts';
import { hasBlanksAround, textOf, type Table } from '../engine/table.ts';
import { encodeNumberText } from '../reading/encode-number.ts';
import type { OpenedFile } from '../reading/open-file.ts';
import { compileCondition, type Surroundings, type Test } from './compile-condition.ts';
import { compileGroupRule, type GroupTest } from './group-rules.ts';
import { Groups } from './groups.ts';
import { readingSlots } from './reading-rules.ts';
import { hasBothSectors, isOfSector } from './sectors.ts';
import { evaluate, type FileHit, type Slot } from './slot.ts';

/** Rules that stop everything when they hit: nothing else can be said of the file. */
const severityOrder = { fatal: 0, error: 1, warning: 2, info: 3 } as const;

/** Records whose answer to a slot came or went, 0-based. */
export type Changes = Map<Slot, Set<number>>;

/** A file with every rule of the edition asked of it, kept so that a corrected cell asks only what it can touch. */
export class Validation {
  readonly table: Table;
  readonly around: Surroundings;
  /** In the order findings are listed: severity, rule, column. */
  readonly slots: readonly Slot[];
  readonly notEvaluable: readonly { readonly rule: string; readonly needs: Need }[];
  readonly groupTests = new Map<Slot, GroupTest>();
  readonly #opened: OpenedFile;
  readonly #groups: Groups;
  /** In the order they must be asked: what silences before what it silences. */
  readonly #asking: readonly Slot[];
  #trimmedCells: number;

  constructor(edition: Edition, opened: OpenedFile, facts: DeliveryFacts) {
    this.#opened = opened;
    this.table = opened.table;
    this.around = { table: opened.table, facts, referenceYear: edition.referenceYear, codeLists: edition.codeLists };
    this.#groups = new Groups(opened.table);
    this.#trimmedCells = opened.trimmedCells;
    const asked = edition.rules.filter(
      (rule) => rule.status === 'active' && isForUnit(rule, this.around) && (opened.fault === undefined || isAboutReadability(rule)),
    );
    const missing = asked.flatMap((rule) =>
      (rule.needs ?? [])
        .filter((need) => !isKnown(need, facts))
        .slice(0, 1)
        .map((needs) => ({ rule: rule.id, needs })),
    );
    const lacking = new Set(missing.map(({ rule }) => rule));
    this.notEvaluable = missing;
    const slots = asked.filter((rule) => !lacking.has(rule.id)).flatMap((rule) => this.#slotsOf(rule));
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
    const before = this.#write(record, column, text);
    note();
    this.#write(record, column, before.text, before.isCorrected);
    return touched;
  }

  /**
   * Changes a cell and asks anew what it can touch: every rule of its record, the group rules of those that share its groups.
   * @returns records whose answer came or went
   */
  correct(record: number, column: number, text: string, touched: ReadonlyMap<Slot, ReadonlySet<number>>): Changes {
    if (!this.table.corrected.get(record)?.has(column)) this.#trimmedCells -= this.#hasBlanks(record, column) ? 1 : 0;
    this.#write(record, column, text);
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

  #write(record: number, column: number, text: string, isCorrection = true): { text: string; isCorrected: boolean } {
    const { values, dictionary, variable } = this.table.columns[column]!;
    const isCorrected = this.table.corrected.get(record)?.has(column) === true;
    const before = textOf(this.table, record, column);
    this.#groups.remove(record);
    values[record] = dictionary ? dictionary.internText(text) : encodeNumberText(text, variable.length);
    const ofRecord = this.table.corrected.get(record) ?? new Map<number, string>();
    if (isCorrection) ofRecord.set(column, text);
    else ofRecord.delete(column);
    if (ofRecord.size > 0) this.table.corrected.set(record, ofRecord);
    else this.table.corrected.delete(record);
    this.#groups.add(record);
    return { text: before, isCorrected };
  }

  #hasBlanks(record: number, column: number): boolean {
    return hasBlanksAround(this.table.rawTexts(record)[column] ?? '');
  }

  #askAll(): void {
    this.#askFile();
    this.#askRecords();
  }

  /** @returns whether a finding on the file came, went or changed */
  #askFile(changedField?: string): boolean {
    const changed = new Set<Slot>();
    for (const slot of this.#asking) {
      if (!slot.onFile) continue;
      const mayChange =
        changedField === undefined ||
        slot.rule.fields.length === 0 ||
        slot.rule.fields.includes(changedField) ||
        slot.suppressors.some((suppressor) => changed.has(suppressor));
      if (!mayChange) continue;
      const isSilenced = slot.suppressors.some((suppressor) =>
        suppressor.bits ? suppressor.severity === 'fatal' : suppressor.fileHits.length > 0,
      );
      const hits: readonly FileHit[] = isSilenced ? [] : slot.onFile();
      if (JSON.stringify(hits.map(({ fields }) => fields)) !== JSON.stringify(slot.fileHits.map(({ fields }) => fields))) changed.add(slot);
      slot.fileHits = hits;
    }
    return changed.size > 0;
  }

  #askRecords(): Changes {
    const { records, misfits } = this.table;
    const changes: Changes = new Map();
    for (const slot of this.#asking) {
      if (!slot.bits || !slot.test || slot.bits === misfits) continue;
      const changed = new Set<number>();
      for (let record = 0; record < records; record += 1)
        if (!misfits.has(record) && slot.bits.set(record, evaluate(slot, record))) changed.add(record);
      if (changed.size > 0) changes.set(slot, changed);
    }
    return changes;
  }

  #slotsOf(rule: Rule): Slot[] {
    const { logic } = rule;
    const { table, around } = { table: this.table, around: this.around };
    const { whileIncomplete } = rule;
    const isIncomplete = whileIncomplete !== undefined && this.around.codeLists[whileIncomplete.list]?.completeness === 'incomplete';
    const base = {
      rule,
      severity: isIncomplete ? whileIncomplete.severity : rule.severity,
      fields: rule.fields,
      fileHits: [],
      suppressors: [],
    };
    const params = rule.params ?? {};
    switch (logic.kind) {
      case 'reading':
        return readingSlots(rule, logic.fault, this.#opened, around, () => this.#trimmedCells);
      case 'record': {
        const test = ofItsSector(rule, compileCondition(logic.hit, params, around), around);
        if (!rule.errorAbove) return [{ ...base, bits: new Bitset(table.records), test }];
        const { field, param } = rule.errorAbove;
        const values = table.columns[table.indexOf[field]!]!.values;
        const bound = Number(params[param]);
        return [
          { ...base, severity: 'error', bits: new Bitset(table.records), test: (record) => values[record]! > bound && test(record) },
          { ...base, bits: new Bitset(table.records), test: (record) => values[record]! <= bound && test(record) },
        ];
      }
      case 'shareOfFile': {
        const among = compileCondition(logic.among, params, around);
        const share = compileCondition(logic.share, params, around);
        const ask = (): FileHit[] => {
          let [all, some] = [0, 0];
          for (let record = 0; record < table.records; record += 1) {
            if (table.misfits.has(record) || !among(record)) continue;
            all += 1;
            if (share(record)) some += 1;
          }
          return all >= Number(params['minRecords']) && some >= (Number(params['sharePct']) / 100) * all
            ? [{ fields: rule.fields, gaps: { antal: String(some) } }]
            : [];
        };
        return [{ ...base, onFile: ask }];
      }
      case 'countInFile': {
        const test = compileCondition(logic.hit, params, around);
        const ask = (): FileHit[] => {
          let number = 0;
          for (let record = 0; record < table.records; record += 1) if (!table.misfits.has(record) && test(record)) number += 1;
          return number > 0 ? [{ fields: rule.fields, gaps: { antal: String(number) } }] : [];
        };
        return [{ ...base, onFile: ask }];
      }
      default: {
        const group = compileGroupRule(rule, logic, around, this.#groups);
        const slot: Slot = { ...base, bits: new Bitset(table.records), test: ofItsSector(rule, group.test, around) };
        this.groupTests.set(slot, group);
        return [slot];
      }
    }
  }
}

/** A unit with both sectors gets the rules of both, each asked of the records of its sector. */
function isForUnit({ appliesTo }: Rule, around: Surroundings): boolean {
  const { unit } = around.facts;
  if (!appliesTo || !unit) return true;
  return hasBothSectors(around) ? appliesTo.includes('municipality') || appliesTo.includes('region') : appliesTo.includes(unit.kind);
}

/** The test, asked only of records that the rule is for. */
function ofItsSector({ appliesTo }: Rule, test: Test, around: Surroundings): Test {
  if (!appliesTo || !hasBothSectors(around) || (appliesTo.includes('municipality') && appliesTo.includes('region'))) return test;
  const isFor = isOfSector(appliesTo.includes('region') ? 'region' : 'municipality', around);
  return (record) => isFor(record) && test(record);
}

const isAboutReadability = (rule: Rule): boolean =>
  rule.logic.kind === 'reading' && ['empty', 'binary', 'undecodable'].includes(rule.logic.fault);

function isKnown(need: Need, facts: DeliveryFacts): boolean {
  if (need === 'unit') return facts.unit !== undefined;
  if (need === 'employerRegister') return facts.employers !== undefined;
  if (need === 'earlierUploads') return facts.earlierUploads !== undefined && facts.sha256 !== undefined;
  // The salary table of the edition stands in for last round's national material.
  return need === 'national';
}

/** Form rules on cells silence, and are silenced, in the same column only. */
function linkSuppressors(slots: readonly Slot[]): void {
  for (const slot of slots) {
    const named = slot.rule.suppressedBy ?? [];
    slot.suppressors = slots.filter((other) => {
      if (other === slot || !named.includes(other.rule.id)) return false;
      if (other.column !== undefined && slot.column !== undefined) return other.column === slot.column;
      if (other.column !== undefined || slot.column !== undefined)
        return (other.column !== undefined ? slot : other).fields.includes((other.column !== undefined ? other : slot).fields[0]!);
      return true;
    });
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
