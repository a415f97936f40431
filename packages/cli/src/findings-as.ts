import type { FindingSummary, OpenedDelivery, ToldFinding } from '@insamling/survey';
import { csvLine, visibleName, visibleText } from '@insamling/survey/inert-text';
import { count, counted, encodingSentence, fillGaps, foreignSentence, readingSentences, validateTexts as texts } from '@insamling/texts';
import { recordsWithErrors } from './remedies.ts';
import { remediesAsCsv, remediesAsJson, remediesAsText } from './remedies-as.ts';
import type { Untold } from './untold.ts';

/** A file that has been checked, and what is said of it. */
export interface Checked {
  readonly name: string;
  /** Lower-case hex. */
  readonly sha256: string;
  /** Name of the unit. */
  readonly unit: string;
  readonly opened: OpenedDelivery;
  readonly summary: FindingSummary;
  /** What no rule says of it. */
  readonly untold: readonly Untold[];
  /** Programs and spreadsheets are told the smallest sets of fields as well, which may take longer than the check. */
  readonly withRemedies: boolean;
}

/** Rows written at a time, so that what is said of a check never stands in memory as one text. */
const batch = 1000;
/** Findings of a rule that the text shows. */
const shown = 10;

/**
 * One JSON document: `{edition, file: {name, bytes, sha256, encoding, records}, counts: {rule: number}, findings: [{rule,
 * severity, record, fields, message}], notEvaluable: [{rule, needs}]}`, with every finding, in stable order. `record` is 1-based
 * among data records, null for a finding on the file; `rule` is null where no rule says it, and those come first. What `withRemedies` adds: remediesAsJson.
 */
export function* asJson({ name, sha256, opened, summary, untold, withRemedies }: Checked): Generator<string> {
  const { bytes, encoding, records, ...reading } = opened.file;
  const head = JSON.stringify({
    edition: opened.edition.id,
    file: { name, bytes, sha256, encoding, records, ...reading },
    counts: countsOf(summary),
  });
  yield `${head.slice(0, -1)},"findings":[`;
  let isFirst = true;
  for (const findings of inBatches(opened, summary, untold)) {
    const rows = findings.map(({ rule, severity, record, fields, message }) => JSON.stringify({ rule, severity, record, fields, message }));
    yield `${isFirst ? '' : ','}\n${rows.join(',\n')}`;
    isFirst = false;
  }
  yield '],';
  if (withRemedies) yield* remediesAsJson(opened, recordsWithErrors(opened.told({ severity: 'error' })));
  yield `"notEvaluable":${JSON.stringify(summary.notEvaluable)}}\n`;
}

/**
 * A finding a row, then a smallest set a row if they are wanted, separated by semicolons; RFC 4180. A text that a spreadsheet would
 * take for a formula gets an apostrophe.
 */
export function* asCsv({ opened, summary, untold, withRemedies }: Checked): Generator<string> {
  yield csvLine(texts.csvHeader);
  for (const findings of inBatches(opened, summary, untold)) {
    yield findings
      .map(({ rule, severity, record, fields, message }) => csvLine([rule, severity, record, fields.join(' '), message]))
      .join('');
  }
  if (withRemedies) yield* remediesAsCsv(opened, recordsWithErrors(opened.told({ severity: 'error' })));
}

/** For reading: the worst first, each check with its count, how to mend it and its first records; then how little has to be changed; the totals last. */
export function* asText(checked: Checked): Generator<string> {
  // A survey of one's own names things as it likes.
  for (const piece of inWords(checked)) yield visibleText(piece);
}

function* inWords({ name, unit, opened, summary, untold }: Checked): Generator<string> {
  // A survey without units names none.
  yield `${fillGaps(unit === '' ? texts.headWithoutUnit : texts.head, { fil: visibleName(name), poster: counted(opened.file.records, 'post', 'poster'), utgåva: opened.edition.name, enhet: unit })}\n`;
  for (const sentence of howRead(opened)) yield `${sentence}\n`;
  yield '\n';
  yield* untoldAsText(untold);
  for (const { rule: id, severity, count: hits } of summary.counts) {
    const rule = opened.edition.rules.find((one) => one.id === id);
    if (!rule) continue;
    yield `${fillGaps(texts.rule, { nivå: texts.severities[severity], kontroll: id, titel: rule.texts.title, antal: count(hits) })}\n`;
    for (const finding of opened.told({ rules: [id], severity, limit: shown })) yield `  ${said(finding)}\n`;
    if (hits > shown) yield `  ${fillGaps(texts.more, { antal: count(hits - shown) })}\n`;
    if (rule.texts.howToFix !== '') yield `  ${fillGaps(texts.howToFix, { text: rule.texts.howToFix })}\n`;
    yield '\n';
  }
  yield* remediesAsText(opened, summary);
  if (summary.counts.length === 0 && untold.length === 0) yield `${texts.none}\n\n`;
  if (summary.notEvaluable.length > 0)
    yield `${fillGaps(texts.notEvaluable, { kontroller: summary.notEvaluable.map(({ rule }) => rule).join(', ') })}\n`;
  const { fatal, errors, warnings, infos } = summary;
  const gaps = {
    fel: count(fatal + errors + untold.length),
    varningar: counted(warnings, 'varning', 'varningar'),
    upplysningar: counted(infos, 'upplysning', 'upplysningar'),
  };
  yield `${fillGaps(texts.total, gaps)}\n`;
}

function* untoldAsText(untold: readonly Untold[]): Generator<string> {
  const [first] = untold;
  if (!first) return;
  const title = first.severity === 'fatal' ? texts.unreadableTitle : texts.misfits;
  yield `${fillGaps(title, { nivå: texts.severities[first.severity], antal: count(untold.length) })}\n`;
  for (const finding of untold.slice(0, shown)) yield `  ${said(finding)}\n`;
  if (untold.length > shown) yield `  ${fillGaps(texts.more, { antal: count(untold.length - shown) })}\n`;
  yield '\n';
}

/** How the file was read: its encoding, and whatever was done to it. What it should not be comes first. */
function howRead({ file, edition }: OpenedDelivery): string[] {
  const nameOf = (id: string) => {
    const variable = edition.variables.find((one) => one.id === id);
    return variable ? fillGaps(texts.field, { nr: String(variable.number), namn: variable.name }) : id;
  };
  const foreign = foreignSentence(file);
  return [...(foreign ? [foreign] : []), inCapitals(`${encodingSentence(file)}.`), ...readingSentences(file, nameOf)];
}

const inCapitals = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);

const said = ({ record, message }: Pick<ToldFinding, 'record' | 'message'>): string =>
  record === null ? message : fillGaps(texts.record, { post: count(record), text: message });

/** A rule that is an error for some records and a warning for others counts once. */
function countsOf({ counts }: FindingSummary): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { rule, count: hits } of counts) sums[rule] = (sums[rule] ?? 0) + hits;
  return sums;
}

/** All findings in their order: put into words check by check, so that they never stand in memory together. */
function* inBatches(
  opened: OpenedDelivery,
  { counts }: FindingSummary,
  untold: readonly Untold[],
): Generator<readonly (ToldFinding | Untold)[]> {
  const parts = [
    () => untold,
    ...counts.map(
      ({ rule, severity }) =>
        () =>
          opened.told({ rules: [rule], severity }),
    ),
  ];
  for (const part of parts) {
    const findings = part();
    for (let from = 0; from < findings.length; from += batch) yield findings.slice(from, from + batch);
  }
}
