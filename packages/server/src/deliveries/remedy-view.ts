import type { FieldRemedyView } from '@insamling/contract';
import type { FieldRemedy } from '@insamling/survey';
import { november2026 } from '@insamling/survey/editions/november-2026';
import { isMasked, mask, variableById } from './view.ts';

/**
 * A field of a smallest set as the contract shows it.
 * @param texts of the record, in layout order
 */
export function fieldRemedyView(remedy: FieldRemedy, texts: readonly string[]): FieldRemedyView {
  const { field, kind, mechanisms = [] } = remedy;
  const variable = variableById(field)!;
  const text = texts[variable.number - 1] ?? '';
  const names = new Map(november2026.codeLists[variable.codeList ?? '']?.codes.map(({ code, name }) => [code, name]));
  return {
    cell: {
      variable: field,
      name: variable.name,
      number: variable.number,
      text: mask(field, text, false),
      isMasked: isMasked(field, text, false),
    },
    proposed: mechanisms.map((mechanism, place) => ({ text: mask(field, remedy.texts[place]!, false), mechanism })),
    codes: kind === 'codes' ? remedy.texts.map((code) => ({ code, name: names.get(code) ?? '' })) : [],
    codeCount: remedy.codes ?? null,
    ranges: rangesOf(remedy),
  };
}

/** What is allowed, without the ends that the width of the field alone sets. */
function rangesOf({ field, low, high, ranges }: FieldRemedy): FieldRemedyView['ranges'] {
  if (low === undefined || high === undefined) return [];
  const { unit, length } = variableById(field)!;
  const [first, last] = unit === 'date' ? [10_101, 99_991_231] : [undefined, 10 ** length - 1];
  return (ranges ?? [{ low, high }]).map((range) => ({
    low: range.low === first ? null : range.low,
    high: range.high === last ? null : range.high,
  }));
}
