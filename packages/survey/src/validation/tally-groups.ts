import type { Logic, Rule } from '../definition/rule.ts';
import type { Column } from '../engine/table.ts';
import { codeRanges } from '../kernels/code-ranges.ts';
import { listOf, workedOut } from './lists.ts';
import { columnOf, indexOf, type Surroundings } from './surroundings.ts';

type AggregateLogic = Extract<Logic, { kind: 'aggregate' }>;

/** The groups that a rule measures. */
export interface TallyGroups {
  /** The same text for rules that group alike. */
  readonly key: string;
  /** Text of a group; empty for the whole file. */
  readonly text: (group: number) => string;
  /** The column whose values tell the group, and the group of each, -1 for none; absent where there is one group, 0. */
  readonly by?: { readonly index: number; readonly column: Column; readonly groupOf: (id: number) => number };
}

const wholeFile: TallyGroups = { key: '', text: () => '' };

/** The whole file, the values of a field, or what a list says of them. */
export function groupsOf(rule: Rule, { per, only }: AggregateLogic, around: Surroundings): TallyGroups {
  if (per === undefined) return wholeFile;
  const field = typeof per === 'string' ? per : per.of;
  const [index, column] = [indexOf(around, field), columnOf(around, field)];
  const dictionary = column.dictionary!;
  if (typeof per === 'string') {
    const ranges = only === undefined ? undefined : String(rule.params?.[only] ?? '');
    const isCounted = ranges === undefined ? () => true : codeRanges(ranges);
    const known: boolean[] = [];
    return {
      key: `${per} ${ranges ?? ''}`,
      text: (group) => dictionary.textOf(group),
      by: { index, column, groupOf: (id) => (id !== 0 && (known[id] ??= isCounted(dictionary.textOf(id))) ? id : -1) },
    };
  }
  const labels = listOf('aid-labels', around);
  const factOf = workedOut(
    labels,
    `texts ${per.fact}`,
    () => new Map(labels.codes.map(({ code, facts }) => [code, String(facts?.[per.fact] ?? '')])),
  );
  const texts = [...new Set(factOf.values())];
  const known: number[] = [];
  return {
    key: `${per.fact} of ${per.of}`,
    text: (group) => texts[group]!,
    by: { index, column, groupOf: (id) => (known[id] ??= texts.indexOf(factOf.get(dictionary.textOf(id)) ?? '?')) },
  };
}
