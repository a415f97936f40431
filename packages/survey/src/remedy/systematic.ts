import type { Rule } from '../definition/rule.ts';
import type { Systematic } from '../definition/systematic.ts';
import { compileMask } from '../validation/compile-condition.ts';
import type { Slot } from '../validation/slot.ts';
import { columnOf, noParams, type Mask } from '../validation/surroundings.ts';
import type { Validation } from '../validation/validation.ts';
import type { SystematicFinding } from './remedy.ts';
import { shiftedColumns } from './shifted-columns.ts';

/** Share of the records that could have it, and their least number, before one question stands instead. */
export const systematicLimits = { share: 0.8, records: 10 } as const;

/**
 * Questions that stand instead of many findings, those for the whole file first, then those that stand for most.
 * A group is asked about when the whole file is not.
 */
export function systematicFindings(validation: Validation): SystematicFinding[] {
  const found = validation.slots.flatMap((slot) => {
    const { systematic } = slot.rule;
    return systematic ? ofSlot(validation, slot, systematic) : [];
  });
  return [...shiftedColumns(validation), ...found].sort(
    (one, other) =>
      Number(one.group !== undefined) - Number(other.group !== undefined) ||
      other.findings - one.findings ||
      (one.key < other.key ? -1 : 1),
  );
}

/** What a slot's findings are about: the column, the records that have it and those that could. */
interface Suspects {
  readonly rule: Rule;
  readonly systematic: Systematic;
  readonly field: string;
  readonly isHit: (record: number) => boolean;
  readonly among: (record: number) => boolean;
}

function ofSlot(validation: Validation, slot: Slot, systematic: Systematic): SystematicFinding[] {
  const { around } = validation;
  const { rule } = slot;
  const field = systematic.field ?? slot.fields[0]!;
  const hits = slot.bits ? slot.bits.count() : slot.fileHits.length;
  if (hits === 0 || (slot.bits && hits < systematicLimits.records)) return [];
  const maskOf = (condition: Systematic['among']): Mask | undefined =>
    condition && compileMask(condition, rule.params ?? noParams, around).keep();
  const [among, records] = [maskOf(systematic.among), maskOf(systematic.records)];
  const column = columnOf(around, field);
  const suspects: Suspects = {
    rule,
    systematic,
    field,
    isHit: slot.bits ? (record) => slot.bits!.has(record) : (record) => records?.has(record) === true,
    among: among ? (record) => among.has(record) : (record) => column.values[record] !== 0,
  };
  if (systematic.do === undefined) return oneValue(validation, suspects);
  const ofFile = questionOf(validation, suspects, undefined, () => true, slot.bits ? undefined : slot.fileHits.length);
  if (ofFile) return [ofFile];
  return slot.bits ? groupsOf(validation, suspects) : [];
}

/** The value that most of the findings share. */
function oneValue(validation: Validation, suspects: Suspects): SystematicFinding[] {
  const { values, dictionary } = columnOf(validation.around, suspects.field);
  const counts = new Map<number, number>();
  let all = 0;
  for (let record = 0; record < validation.table.records; record += 1) {
    if (!suspects.isHit(record)) continue;
    counts.set(values[record]!, (counts.get(values[record]!) ?? 0) + 1);
    all += 1;
  }
  return [...counts].flatMap(([value, count]) => {
    if (!dictionary || count < systematicLimits.records || count < systematicLimits.share * all) return [];
    const same = { ...suspects, isHit: (record: number) => values[record] === value && suspects.isHit(record), among: suspects.isHit };
    const question = questionOf(validation, same, undefined, () => true);
    return question
      ? [
          {
            ...question,
            key: `${question.key} ${dictionary.textOf(value)}`,
            remedy: { field: suspects.field, from: dictionary.textOf(value) },
          },
        ]
      : [];
  });
}

/** The first of the groupings in which the cause is a whole group's. */
function groupsOf(validation: Validation, suspects: Suspects): SystematicFinding[] {
  for (const by of validation.edition.groupings ?? []) {
    const { values, dictionary } = columnOf(validation.around, by);
    if (!dictionary) continue;
    const ids = new Set<number>();
    for (let record = 0; record < validation.table.records; record += 1) if (suspects.isHit(record)) ids.add(values[record]!);
    const questions = [...ids].flatMap(
      (id) => questionOf(validation, suspects, { field: by, text: dictionary.textOf(id) }, (record) => values[record] === id) ?? [],
    );
    if (questions.length > 0) return questions;
  }
  return [];
}

function questionOf(
  { table }: Validation,
  { rule, systematic, field, isHit, among }: Suspects,
  group: SystematicFinding['group'],
  isIn: (record: number) => boolean,
  findings?: number,
): SystematicFinding | undefined {
  const records: number[] = [];
  let of = 0;
  for (let record = 0; record < table.records; record += 1) {
    if (table.misfits.has(record) || !isIn(record)) continue;
    if (isHit(record)) records.push(record + 1);
    else if (!among(record)) continue;
    of += 1;
  }
  if (records.length < systematicLimits.records || records.length < systematicLimits.share * of) return undefined;
  return {
    key: [rule.id, field, ...(group ? [group.field, group.text] : [])].join(' '),
    cause: systematic.cause,
    rules: [rule.id],
    findings: findings ?? records.length,
    fields: [field],
    ...(group ? { group } : {}),
    records: Uint32Array.from(records),
    of,
    ...(systematic.do ? { remedy: { field, do: systematic.do, ...(systematic.by ? { by: systematic.by } : {}) } } : {}),
  };
}
