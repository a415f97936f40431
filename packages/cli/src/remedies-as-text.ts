import { allowedRanges, type Edition, type FieldRemedy, type FindingSummary, type OpenedDelivery } from '@insamling/survey';
import { count, fillGaps, remedyTexts, validateTexts as texts } from '@insamling/texts';

/** Records that are told of. */
const shown = 10;

/** The smallest sets of fields that mend the first records with errors: a record a paragraph, a set a line. */
export function* remediesAsText(opened: OpenedDelivery, summary: FindingSummary): Generator<string> {
  if (opened.isFatal || summary.errors === 0) return;
  const rules = summary.counts.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
  // The first records of all rules are among the first of each.
  const found = rules.flatMap((rule) => opened.findings({ rules: [rule], severity: 'error', limit: shown }));
  const records = [...new Set(found.flatMap(({ record }) => record ?? []))].toSorted((one, other) => one - other).slice(0, shown);
  if (records.length === 0) return;
  yield `${texts.remedies}\n`;
  for (const record of records) {
    const { sets, notLocalised } = opened.localise(record);
    const lines = sets.map(({ fields }) => fields.map((field) => spelled(opened.edition, field)).join(texts.and));
    const [first = notLocalised ? remedyTexts.notLocalised[notLocalised] : '', ...others] = lines;
    yield `  ${fillGaps(texts.record, { post: count(record), text: first })}\n`;
    for (const line of others) yield `    ${fillGaps(texts.orElse, { text: line })}\n`;
  }
  yield '\n';
}

function spelled({ variables, codeLists, roles }: Edition, remedy: FieldRemedy): string {
  const variable = variables.find(({ id }) => id === remedy.field)!;
  const names = new Map(codeLists[variable.codeList ?? '']?.codes.map(({ code, name }) => [code, name]));
  // A personal number is not written where others may read.
  const shownText = (text: string): string => (remedy.field === roles?.person && text !== '' ? `${text.slice(0, 6)}-••••` : text);
  const words = remedyTexts.words({
    proposed: (remedy.mechanisms ?? []).map((mechanism, place) => ({ text: shownText(remedy.texts[place]!), mechanism })),
    codes: remedy.kind === 'codes' ? remedy.texts.map((code) => ({ code, name: names.get(code) ?? '' })) : [],
    codeCount: remedy.codes ?? null,
    ranges: allowedRanges(remedy, variable),
  });
  return `${fillGaps(texts.field, { nr: String(variable.number), namn: variable.name })}: ${words || remedyTexts.another}`;
}
