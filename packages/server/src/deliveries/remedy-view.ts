import type { FieldRemedyView } from '@insamling/contract';
import { allowedRanges, type FieldRemedy } from '@insamling/survey';
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
    ranges: allowedRanges(remedy, variable),
  };
}
