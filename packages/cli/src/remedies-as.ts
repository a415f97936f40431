import type { FindingSummary, OpenedDelivery } from '@insamling/survey';
import { csvLine } from '@insamling/survey/inert-text';
import { count, counted, fillGaps, validateTexts as texts } from '@insamling/texts';
import { inWords, recordsWithErrors, remedyOf, type RecordRemedy } from './remedies.ts';

/** Records that the text tells of, and those that a program or a spreadsheet is told of: some two seconds' work at most. */
const shown = 10;
const mostTold = 1000;

/** For reading: of the first records with errors the smallest sets of fields, a record a paragraph, a set a line. */
export function* remediesAsText(opened: OpenedDelivery, summary: FindingSummary): Generator<string> {
  if (opened.isFatal || summary.errors === 0) return;
  const rules = summary.counts.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
  // The first records of all rules are among the first of each.
  const found = rules.flatMap((rule) => opened.told({ rules: [rule], severity: 'error', limit: shown }));
  const records = recordsWithErrors(found).slice(0, shown);
  if (records.length === 0) return;
  yield `${texts.remedies}\n`;
  for (const record of records) {
    const [first = '', ...others] = inWords(remedyOf(opened, record));
    yield `  ${fillGaps(texts.record, { post: count(record), text: first })}\n`;
    for (const line of others) yield `    ${fillGaps(texts.orElse, { text: line })}\n`;
  }
  yield '\n';
}

/**
 * `"remedies": [{record, notLocalised, sets: [{fields: [{field, proposed: [{text, reason}], codes, codeCount, ranges: [{low,
 * high}]}]}]}], "remediesLeftOut": number,`, without the braces around them. A personal number is `null` where a text is proposed.
 * @param records with errors, ascending
 */
export function* remediesAsJson(opened: OpenedDelivery, records: readonly number[]): Generator<string> {
  yield '"remedies":[';
  for (const [place, record] of records.slice(0, mostTold).entries())
    yield `${place === 0 ? '' : ','}\n${JSON.stringify(asData(remedyOf(opened, record)))}`;
  yield `],"remediesLeftOut":${Math.max(0, records.length - mostTold)},`;
}

const asData = ({ record, notLocalised, sets }: RecordRemedy) => ({
  record,
  notLocalised,
  sets: sets.map((fields) => ({
    fields: fields.map(({ field, isPerson, ranges, known: { proposed, codes, codeCount } }) => ({
      field,
      proposed: proposed.map(({ text, mechanism }) => ({ text: isPerson && text !== '' ? null : text, reason: mechanism })),
      codes: codes.map(({ code }) => code),
      codeCount,
      ranges,
    })),
  })),
});

/**
 * Rows of the columns that a finding has, a set a row: no rule, `remedy` for its severity, the fields that are changed together.
 * @param records with errors, ascending
 */
export function* remediesAsCsv(opened: OpenedDelivery, records: readonly number[]): Generator<string> {
  const row = (record: number | null, fields: string, said: string) => csvLine(['', 'remedy', record, fields, said]);
  for (const record of records.slice(0, mostTold)) {
    const remedy = remedyOf(opened, record);
    const lines = inWords(remedy);
    for (const [place, line] of lines.entries()) {
      const fields = (remedy.sets[place] ?? []).map(({ field }) => field).join(' ');
      const said = { nr: String(place + 1), antal: String(lines.length), text: line };
      yield row(record, fields, remedy.notLocalised ? line : fillGaps(lines.length === 1 ? texts.remedy : texts.remedyOfSome, said));
    }
  }
  const leftOut = records.length - mostTold;
  if (leftOut > 0)
    yield row(null, '', fillGaps(texts.remediesLeftOut, { antal: count(mostTold), poster: counted(leftOut, 'post', 'poster') }));
}
