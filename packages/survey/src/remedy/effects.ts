import type { Column, Table } from '../engine/table.ts';
import { localScore, potentialImpact } from '../methods/local-score.ts';
import { ascending, quartiles } from '../methods/quantile.ts';
import { reviewList } from '../methods/stop-rule.ts';
import { suspicionOf, type Reference } from '../methods/suspicion.ts';
import type { Validation } from '../validation/validation.ts';
import { positiveRecords } from './positive-records.ts';
import type { Effect } from './remedy.ts';
import { leastOfGroup, type UsualGrowth } from './usual-growth.ts';

/** What the findings of a rule may mean for the sum of a field. */
export interface RuleEffect {
  readonly rule: string;
  readonly field: string;
  /** Sum of what the records differ from what is expected, in percent of the expected sum of the field. */
  readonly percent: number;
  /** How many of the records to look at, in their order, before what is left means at most `leftPercent` of the sum together. */
  readonly review: number;
  /** Of each record with the finding, 1-based, the greatest local score first; of those that raise no suspicion the greatest impact. */
  readonly records: readonly (Effect & { readonly record: number })[];
}

/** Where review stops: so much of the sum of a field, in percent, may be wrong in what is not looked at. */
export const leftPercent = 0.2;

/** Share of the records that must have an amount before its sum is judged. */
const leastFilled = 0.3;

/**
 * Effect of the findings on amounts: suspicion from the ratio to last year's amount and impact against that amount with the usual
 * growth; without last year from the logarithm of the amount in its group (label and agreement, label, all) and against the
 * group's median. Rules on no amount have none.
 */
export function effectsOf(validation: Validation, usual: UsualGrowth): RuleEffect[] {
  const { table, slots } = validation;
  const judges = new Map<string, Judge | undefined>();
  const effects = new Map<string, RuleEffect>();
  for (const { rule, bits, severity } of slots) {
    const field = rule.fields[0];
    if (!bits || severity === 'info' || bits === table.misfits || field === undefined || bits.count() === 0) continue;
    if (!judges.has(field)) judges.set(field, judgeOf(validation, field, usual));
    const judge = judges.get(field);
    if (!judge) continue;
    const records = [...bits.records()].flatMap((record) => {
      const effect = judge(record);
      return effect ? [{ record: record + 1, ...effect }] : [];
    });
    if (records.length === 0) continue;
    records.sort((one, other) => other.localScore - one.localScore || sizeOf(other) - sizeOf(one) || one.record - other.record);
    const percent = records.reduce((sum, effect) => sum + sizeOf(effect), 0);
    const { review } = reviewList(
      records.map(({ localScore: score, potentialImpact: impact }) => ({ score, deviation: impact })),
      judge.total,
      leftPercent / 100,
    );
    effects.set(rule.id, { rule: rule.id, field, percent: (100 * percent) / judge.total, review: review.length, records });
  }
  return [...effects.values()];
}

/** What is at stake, whichever way. */
const sizeOf = ({ potentialImpact: impact }: Effect): number => Math.abs(impact);

interface Judge {
  (record: number): Effect | undefined;
  /** Expected sum of the field. */
  readonly total: number;
}

function judgeOf({ table, around, edition }: Validation, field: string, usual: UsualGrowth): Judge | undefined {
  const column = table.columns[table.indexOf[field] ?? -1];
  if (!column || column.dictionary || column.variable.unit !== 'sek') return undefined;
  const amounts = positiveRecords(table, column);
  if (amounts.length < Math.max(leastOfGroup, leastFilled * table.records)) return undefined;
  const { classification } = around.roles;
  const [wide] = edition.groupings ?? [];
  const columnOf = (name: string | undefined) => (name === undefined ? undefined : table.columns[table.indexOf[name]!]);
  const [label, agreement] = [columnOf(classification), columnOf(wide)];
  const groupings = [
    ...(label && agreement ? [(record: number) => `${label.values[record]} ${agreement.values[record]}`] : []),
    ...(label ? [(record: number) => `${label.values[record]}`] : []),
    () => '',
  ];
  const references = groupings.map((keyOf) => referencesOf(table, column, keyOf));
  const referenceOf = (record: number): Reference | undefined => {
    for (const [place, keyOf] of groupings.entries()) {
      const reference = references[place]!.get(keyOf(record));
      if (reference) return reference;
    }
    return undefined;
  };
  const growth = usual.of(field);
  const expectedOf = (record: number, reference: Reference): number => {
    const last = growth?.lastOf(record);
    return growth && last !== undefined ? last * growth.ratios.median : Math.exp(reference.median);
  };
  let total = 0;
  for (const record of amounts) {
    const reference = referenceOf(record);
    if (reference) total += expectedOf(record, reference);
  }
  const judge = (record: number): Effect | undefined => {
    const value = column.values[record]!;
    const reference = referenceOf(record);
    if (value <= 0 || !reference) return undefined;
    const last = growth?.lastOf(record);
    const suspicion = growth && last !== undefined ? suspicionOf(value / last, growth.ratios) : suspicionOf(Math.log(value), reference);
    const impact = potentialImpact(value, expectedOf(record, reference));
    return { suspicion, potentialImpact: impact, localScore: localScore(suspicion, impact, total) };
  };
  return Object.assign(judge, { total });
}

/** Middle and quartiles of the logarithm of the amount in each group that has enough of them. */
function referencesOf(table: Table, column: Column, keyOf: (record: number) => string): Map<string, Reference> {
  const groups = new Map<string, number[]>();
  for (const record of positiveRecords(table, column)) {
    const key = keyOf(record);
    const known = groups.get(key);
    if (known) known.push(Math.log(column.values[record]!));
    else groups.set(key, [Math.log(column.values[record]!)]);
  }
  const references = new Map<string, Reference>();
  for (const [key, numbers] of groups) {
    if (numbers.length < leastOfGroup) continue;
    const [lowerQuartile, middle, upperQuartile] = quartiles(ascending(numbers));
    references.set(key, { median: middle, lowerQuartile, upperQuartile });
  }
  return references;
}
