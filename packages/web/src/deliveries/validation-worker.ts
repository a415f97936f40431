import type { OpenedDelivery, SystematicFinding } from '@insamling/survey';
import { isZip, openDeliveryWith } from '@insamling/survey/open-delivery-with';
import { agreesWith, endingOf } from '@insamling/survey/file-kind';
import { november2026, novemberOf } from '@insamling/survey/editions/november-2026';
import { questionTexts } from '@insamling/texts';
import type { AskedQuestion, CheckedFile, FileToCheck, RuleHits } from './check-file.ts';

/** The same rules as on the server, run on the user's own computer before anything is sent. */
addEventListener('message', ({ data }: MessageEvent<FileToCheck>) => {
  check(data).then(
    (checked) => postMessage(checked),
    (error: unknown) => postMessage({ failed: error instanceof Error ? error.name : 'unknown' }),
  );
});

async function check({ file, unit, employers, earlierUploads, lastYear }: FileToCheck): Promise<CheckedFile> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const sha256 = hex(await crypto.subtle.digest('SHA-256', bytes));
  const { referenceYear, aggregates } = lastYear ?? { referenceYear: null, aggregates: null };
  const edition = novemberOf(referenceYear ?? november2026.referenceYear);
  const facts = { unit, employers, sha256, earlierUploads, ...(aggregates ? { lastYear: { aggregates } } : {}) };
  // Few files are workbooks: what reads them is loaded when one is chosen.
  const readBook = isZip(bytes) ? (await import('@insamling/survey/workbook')).readWorkbook : undefined;
  const opened = openDeliveryWith(readBook, edition, bytes, facts);
  const { counts } = opened.summary();
  const questions = opened.systematic();
  const hits = counts.map((count) => hitsOf(opened, count));
  const ending = endingOf(file.name);
  const endsWrongly = ending && !agreesWith(ending, bytes) ? ending : null;
  const isAsked = (rule: string) => questions.some((question) => question.rules.includes(rule) && standsForAll(question, counts));
  return {
    file: opened.file,
    sha256,
    compared: aggregates ? 'sums' : lastYear ? 'nothing' : 'later',
    mayNotBeSent: endsWrongly !== null || opened.isFatal || counts.some(({ rule }) => rule === wrongUnit),
    endsWrongly,
    otherUnit: hits.find(({ rule }) => rule === wrongUnit)?.message ?? null,
    questions: questions.map(askedQuestion),
    hits: hits.filter(({ rule }) => rule !== wrongUnit && !isAsked(rule)),
    columns: november2026.variables.map((variable) => variable.name),
    fieldNames,
    firstRows: opened.isFatal ? [] : firstRowsOf(opened),
  };
}

/** The file is another unit's: sending it would put persons where they do not belong. */
const wrongUnit = 'FIL-14';

const fieldNames: Readonly<Record<string, string>> = Object.fromEntries(
  november2026.variables.map(({ id, number, name }) => [id, questionTexts.field(number, name)]),
);
const nameOf = (field: string): string => fieldNames[field] ?? field;

function askedQuestion({ key, cause, fields, group, records, of, findings, remedy }: SystematicFinding): AskedQuestion {
  return {
    key,
    title: questionTexts.questions[cause]({ field: nameOf(fields[0] ?? ''), records: records.length, of }),
    why: questionTexts.whys[cause],
    group: group ? questionTexts.ofGroup(nameOf(group.field), group.text) : null,
    findings,
    mended: !remedy ? 'never' : 'from' in remedy ? 'withCode' : 'byItself',
  };
}

/** A question on a group leaves findings of its rules outside it, which are shown beside it. */
const standsForAll = ({ rules, findings }: SystematicFinding, counts: readonly { rule: string; count: number }[]): boolean =>
  counts.reduce((sum, { rule, count }) => sum + (rules.includes(rule) ? count : 0), 0) <= findings;

function hitsOf(
  opened: OpenedDelivery,
  { rule, severity, count }: { rule: string; severity: RuleHits['severity']; count: number },
): RuleHits {
  const texts = november2026.rules.find((one) => one.id === rule)?.texts;
  const first = opened.told({ rules: [rule], severity, limit: 3 });
  return {
    rule,
    severity,
    count,
    title: texts?.title ?? rule,
    howToFix: texts?.howToFix ?? '',
    needsNewFile: severity === 'error' && first.every(({ record, fields }) => record === null || fields.length === 0),
    message: first[0]?.message ?? '',
    rows: first.flatMap(({ record }) => (record === null ? [] : [opened.rowOf(record)])),
  };
}

function firstRowsOf(opened: OpenedDelivery): CheckedFile['firstRows'] {
  const shown = Math.min(5, opened.file.records);
  return Array.from({ length: shown }, (_, place) => {
    const record = place + 1;
    const texts = opened.record(record).map((text, column) => (isPersonal(column) ? hidden(text) : text));
    return { row: opened.rowOf(record), texts };
  });
}

const personalVariables = new Set(['personalNumber', 'name']);
const isPersonal = (column: number) => personalVariables.has(november2026.variables[column]?.id ?? '');
const hidden = (text: string) => (text === '' ? '' : '••••');

const hex = (digest: ArrayBuffer) => Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
