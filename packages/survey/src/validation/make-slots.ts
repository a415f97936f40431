import type { Aggregates } from '../definition/aggregate.ts';
import type { Rule } from '../definition/rule.ts';
import { Bitset } from '../engine/bitset.ts';
import type { OpenedFile } from '../reading/open-file.ts';
import { compileAggregate, type Tally } from './aggregates.ts';
import { compileCondition, type Surroundings, type Test } from './compile-condition.ts';
import { compileGroupRule, type GroupTest } from './group-rules.ts';
import type { Groups } from './groups.ts';
import { processHits } from './process-rules.ts';
import { readingSlots } from './reading-rules.ts';
import { hasBothSectors, isOfSector } from './sectors.ts';
import type { Slot } from './slot.ts';

/** What rules are made ready with, and where what they keep of groups and measures is noted. */
export interface Workshop {
  readonly opened: OpenedFile;
  readonly around: Surroundings;
  readonly groups: Groups;
  readonly trimmedCells: () => number;
  readonly lastYear: Aggregates | undefined;
  readonly groupTests: Map<Slot, GroupTest>;
  readonly tallies: Tally[];
}

/** A rule as the slots that ask it of this file. */
export function slotsOf(rule: Rule, workshop: Workshop): Slot[] {
  const { around, groups } = workshop;
  const { table } = around;
  const { logic, whileIncomplete } = rule;
  const isIncomplete = whileIncomplete !== undefined && around.codeLists[whileIncomplete.list]?.completeness === 'incomplete';
  const base = {
    rule,
    severity: isIncomplete ? whileIncomplete.severity : rule.severity,
    fields: rule.fields,
    fileHits: [],
    suppressors: [],
  };
  const onRecords = (test: Test): Slot => ({ ...base, bits: new Bitset(table.records), test: ofItsSector(rule, test, around) });
  switch (logic.kind) {
    case 'reading':
      return readingSlots(rule, logic.fault, workshop.opened, around, workshop.trimmedCells);
    case 'record': {
      const slot = onRecords(compileCondition(logic.hit, rule.params ?? {}, around));
      if (logic.unlessEmptyInFile !== undefined) return [{ ...slot, guard: emptyInFile(rule, logic.unlessEmptyInFile, around) }];
      return rule.errorAbove ? graded(rule, rule.errorAbove, slot, around) : [slot];
    }
    case 'panel': {
      const hit = compileCondition(logic.hit, rule.params ?? {}, around, { match: logic.match });
      const { panel } = around;
      const slot = onRecords((record) => panel !== undefined && panel.match(record, logic.match) >= 0 && hit(record));
      workshop.groupTests.set(slot, sameEmploymentTest(around, groups, slot.test!));
      return [slot];
    }
    case 'aggregate': {
      const isFor = ofItsSector(rule, () => true, around);
      const test = compileAggregate(rule, logic, around, isFor, () => workshop.lastYear?.[rule.id]);
      workshop.tallies.push(test.tally);
      return [{ ...base, onFile: test.hits, readsWholeFile: true }];
    }
    case 'process':
      return [{ ...base, onFile: () => processHits(rule, logic.asks, around.facts) }];
    default: {
      const group = compileGroupRule(rule, logic, around, groups);
      const slot = onRecords(group.test);
      workshop.groupTests.set(slot, group);
      return [slot];
    }
  }
}

/** P34-02: the same rule as an error above its second limit. */
function graded(rule: Rule, { field, param }: NonNullable<Rule['errorAbove']>, slot: Slot, { table }: Surroundings): Slot[] {
  const { values } = table.columns[table.indexOf[field]!]!;
  const bound = Number(rule.params?.[param]);
  return [
    { ...slot, severity: 'error', bits: new Bitset(table.records), test: (record) => values[record]! > bound && slot.test!(record) },
    { ...slot, bits: new Bitset(table.records), test: (record) => values[record]! <= bound && slot.test!(record) },
  ];
}

/** A silent finding on the file while the field holds no number in any record. */
function emptyInFile(rule: Rule, field: string, { table }: Surroundings): Slot {
  const { values } = table.columns[table.indexOf[field]!]!;
  return {
    rule: { ...rule, fields: [field] },
    severity: rule.severity,
    fields: [field],
    onFile: () => (values.every((value) => value === 0) ? [{ fields: [], gaps: {} }] : []),
    fileHits: [],
    suppressors: [],
  };
}

/** Records of the same person, label and employment id: whether a match is the only one hangs on them. */
function sameEmploymentTest({ table }: Surroundings, groups: Groups, test: Test): GroupTest {
  const columns = ['personalNumber', 'aidLabel', 'employmentId'].map((field) => table.indexOf[field]!);
  const alike = groups.by(columns).groups;
  return { test, reads: new Set(columns), members: (record) => alike.members(alike.groupOf[record]!) };
}

/** A unit with both sectors gets the rules of both, each asked of the records of its sector. */
export function isForUnit({ appliesTo }: Rule, around: Surroundings): boolean {
  const { unit } = around.facts;
  if (!appliesTo || !unit) return true;
  return hasBothSectors(around) ? appliesTo.includes('municipality') || appliesTo.includes('region') : appliesTo.includes(unit.kind);
}

/** The test, asked only of records that the rule is for. */
export function ofItsSector({ appliesTo }: Rule, test: Test, around: Surroundings): Test {
  if (!appliesTo || !hasBothSectors(around) || (appliesTo.includes('municipality') && appliesTo.includes('region'))) return test;
  const isFor = isOfSector(appliesTo.includes('region') ? 'region' : 'municipality', around);
  return (record) => isFor(record) && test(record);
}
