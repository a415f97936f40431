import type { Aggregates } from '../definition/aggregate.ts';
import type { Condition } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';
import { Bitset } from '../engine/bitset.ts';
import { countRange, fillTested } from '../engine/fill-words.ts';
import { noValue } from '../reading/encode-number.ts';
import type { OpenedFile } from '../reading/open-file.ts';
import { compileAggregate } from './aggregates.ts';
import { both, bothOf, compileMask, questionOf } from './compile-condition.ts';
import { CountOf, type RecordCount } from './record-count.ts';
import { columnOf, indexOf, noParams, type Surroundings, type Test, type Mask } from './surroundings.ts';
import { compileGroupRule, type GroupTest } from './group-rules.ts';
import type { Groups } from './groups.ts';
import { areEnough, countsOf, distributionHits } from './distribution-rules.ts';
import { processHits, processQuestions } from './process-rules.ts';
import { hasMatch } from './match-conditions.ts';
import { readingSlots } from './reading-rules.ts';
import { hasBothSectors, isOfSector, unitField, type Sector } from './sectors.ts';
import { companionsIn } from './companions.ts';
import type { MeasuredOnce } from './measured-once.ts';
import { none, type Slot } from './slot.ts';
import { Tally } from './tally.ts';

/** What rules are made ready with, and where what they keep of groups and measures is noted. */
export interface Workshop {
  readonly opened: OpenedFile;
  readonly around: Surroundings;
  readonly groups: Groups;
  readonly trimmedCells: () => number;
  readonly lastYear: Aggregates | undefined;
  readonly groupTests: Map<Slot, GroupTest>;
  readonly counts: RecordCount[];
  /** What rules have measured of the file. */
  readonly once: MeasuredOnce;
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
    fileHits: none,
    suppressors: none,
  };
  const onRecords = (test: Test): Slot => ({ ...base, bits: new Bitset(table.records), test: ofItsSector(rule, test, around) });
  switch (logic.kind) {
    case 'reading':
      return readingSlots(rule, logic.fault, workshop);
    case 'record': {
      const slot = onMask(base, sectorMask(rule, hitMask(rule, logic.hit, 'any', around), around), table.records);
      if (logic.unlessEmptyInFile !== undefined) return [{ ...slot, guard: emptyInFile(rule, logic.unlessEmptyInFile, workshop) }];
      return rule.errorAbove ? graded(rule, rule.errorAbove, slot, around) : [slot];
    }
    case 'panel': {
      const hit = hitMask(rule, logic.hit, logic.match, around);
      const slot = onMask(base, sectorMask(rule, matchedMask(hit, logic.match, around), around), table.records);
      workshop.groupTests.set(slot, sameEmploymentTest(around, groups, slot.test!));
      return [slot];
    }
    case 'aggregate': {
      const test = compileAggregate(rule, logic, around, workshop.once, isForRecords(rule, around), () => workshop.lastYear?.[rule.id]);
      workshop.counts.push(test.tally);
      return [{ ...base, onFile: test.hits, questions: test.questions, reads: test.tally.reads }];
    }
    case 'distribution': {
      const tally = new Tally(rule, countsOf(logic, rule.when), around, workshop.once, sectorTest(rule, around));
      workshop.counts.push(tally);
      const lastYear = () => workshop.lastYear?.[rule.id];
      return [
        {
          ...base,
          onFile: () => distributionHits(rule, logic, tally, lastYear(), around),
          questions: () => ({ asked: 1, judged: areEnough(rule, tally, lastYear()) ? 1 : 0 }),
          reads: tally.reads,
        },
      ];
    }
    case 'process':
      return [
        {
          ...base,
          onFile: () => processHits(rule, logic.asks, around.facts),
          questions: () => processQuestions(logic.asks, around.facts),
        },
      ];
    default: {
      const group = compileGroupRule(rule, logic, around, groups);
      const slot = onRecords(group.test);
      workshop.groupTests.set(slot, sectorTest(rule, around) ? { ...group, areHits: false } : group);
      return [slot];
    }
  }
}

/** A slot whose answers stand in a mask. */
const onMask = (base: Omit<Slot, 'bits' | 'test' | 'mask'>, mask: Mask, records: number): Slot => ({
  ...base,
  bits: new Bitset(records),
  mask,
  test: (record) => mask.has(record),
});

/** What hits: the condition of the rule, where its guard holds. */
function hitMask(rule: Rule, hit: Condition, match: 'any' | 'employmentId', { masks, ground }: Surroundings): Mask {
  return masks.of(
    ground.questions.askedBy(rule, () => {
      const { when, params = noParams, missing } = rule;
      const hits = questionOf(hit, params, ground, { match, ...(missing ? { missing } : {}) });
      return when ? bothOf(questionOf(when, params, ground, { match }), hits, ground) : hits;
    }),
  );
}

/** Of records that have a match in last year's delivery. */
function matchedMask(hit: Mask, match: 'any' | 'employmentId', around: Surroundings): Mask {
  const { masks, ground } = around;
  const matched = ground.questions.ask(`matched ${match}`, () => hasMatch({ ground, match }));
  return both(hit, masks.of(matched), around);
}

/** P34-02: the same rule as an error above its second limit. */
function graded(rule: Rule, { field, param }: NonNullable<Rule['errorAbove']>, slot: Slot, around: Surroundings): Slot[] {
  const hit = slot.mask!;
  const above = compileMask({ op: 'compare', left: { field }, sign: '>', right: { param } }, rule.params ?? noParams, around);
  const notAbove = compileMask({ op: 'compare', left: { field }, sign: '<=', right: { param } }, rule.params ?? noParams, around);
  return [
    onMask({ ...slot, severity: 'error' }, both(hit, above, around), around.table.records),
    onMask(slot, both(hit, notAbove, around), around.table.records),
  ];
}

/** A silent finding on the file while the field holds no number in any record. */
function emptyInFile(rule: Rule, field: string, { around, counts }: Workshop): Slot {
  const index = indexOf(around, field);
  const column = columnOf(around, field);
  const nothing = around.zeroIsValue ? noValue : 0;
  const filled = new CountOf(
    [index],
    (record) => column.values[record] !== nothing,
    () => around.table.records - countRange(column.values, around.table.records, nothing, nothing),
  );
  counts.push(filled);
  return {
    rule: { ...rule, fields: [field] },
    severity: rule.severity,
    fields: [field],
    onFile: () => (filled.number === 0 ? [{ fields: [], gaps: {} }] : []),
    reads: filled.reads,
    fileHits: none,
    suppressors: none,
  };
}

/** Records of the same person, label and employment id: whether a match is the only one hangs on them. */
function sameEmploymentTest({ table, roles }: Surroundings, groups: Groups, test: Test): GroupTest {
  const columns = [roles.person!, roles.classification!, roles.employment!].map((field) => table.indexOf[field]!);
  const alike = groups.by(columns).groups;
  return { test, reads: new Set(columns), members: (record) => alike.members(alike.groupOf[record]!), ...companionsIn(alike) };
}

/** A unit with both sectors gets the rules of both, each asked of the records of its sector. */
export function isForUnit({ appliesTo }: Rule, around: Surroundings): boolean {
  const { unit } = around.facts;
  if (!appliesTo || !unit) return true;
  return hasBothSectors(around) ? appliesTo.includes('municipality') || appliesTo.includes('region') : appliesTo.includes(unit.kind);
}

/** Records that the rule is for, when the unit has others. */
export function sectorTest(rule: Rule, around: Surroundings): Test | undefined {
  const sector = oneSector(rule, around);
  return sector && isOfSector(sector, around);
}

/** The same, and for which its guard holds. */
export function isForRecords(rule: Rule, around: Surroundings): Test | undefined {
  const ofSector = sectorTest(rule, around);
  if (!rule.when) return ofSector;
  const guard = compileMask(rule.when, rule.params ?? noParams, around).keep();
  return (record) => guard.has(record) && ofSector?.(record) !== false;
}

/** The test, asked only of records that the rule is for. */
function ofItsSector(rule: Rule, test: Test, around: Surroundings): Test {
  const isFor = sectorTest(rule, around);
  return isFor ? (record) => isFor(record) && test(record) : test;
}

/** The same with masks. */
function sectorMask(rule: Rule, mask: Mask, around: Surroundings): Mask {
  const sector = oneSector(rule, around);
  if (!sector) return mask;
  const { masks, ground } = around;
  const ofSector = ground.questions.ask(`sector ${sector}`, () => ({
    reads: [indexOf(ground, unitField(ground))],
    answer(unit) {
      const isFor = isOfSector(sector, unit);
      return { fill: (words, at, from, to) => fillTested(words, at, from, to, unit.table.records, isFor) };
    },
  }));
  return both(mask, masks.of(ofSector), around);
}

/** The sector a rule is for, when the unit has both and the rule only one. */
function oneSector({ appliesTo }: Rule, around: Surroundings): Sector | undefined {
  if (!appliesTo || !hasBothSectors(around) || (appliesTo.includes('municipality') && appliesTo.includes('region'))) return undefined;
  return appliesTo.includes('region') ? 'region' : 'municipality';
}
