import type { CellView, CheckView, ExplanationView, FindingView, ReceiptView } from '@insamling/contract';
import { leftPercent, type Rule, type RuleEffect } from '@insamling/survey';
import { november2026 } from '@insamling/survey/editions/november-2026';
import { hidePersonalNumbers, maskPersonalNumber } from '@insamling/survey/personal-number';
import type { FindingRow } from './engine/desk.ts';
import type { ReceiptRow, RuleCountRow } from './reader.ts';

const variables = new Map(november2026.variables.map((variable) => [variable.id as string, variable]));
const rules = new Map(november2026.rules.map((rule) => [rule.id, rule]));

export const ruleById = (id: string): Rule | undefined => rules.get(id);
export const variableById = (id: string) => variables.get(id);
export const variableName = (id: string): string => variables.get(id)?.name ?? id;
const numbered = (id: string) => ({ number: variableById(id)?.number ?? 0, name: variableName(id) });
/** Numbers and names of fields, in the order of the layout. */
export const fieldsOf = (ids: readonly string[]) => ids.map(numbered).sort((one, other) => one.number - other.number);
export const isVariable = (id: string): boolean => variables.has(id);

/**
 * A value as it is shown until the reader asks for all of it: of the variable that names the person in this edition the date alone,
 * and without the last four digits of a personal number that stands in another column.
 */
export function mask(variable: string, text: string, reveal: boolean): string {
  if (reveal || text === '') return text;
  return variable === november2026.roles?.person ? maskPersonalNumber(text) : hidePersonalNumbers(text);
}
export const isMasked = (variable: string, text: string, reveal: boolean): boolean => mask(variable, text, reveal) !== text;

export function checkView(count: RuleCountRow, example: string, effect: Omit<RuleEffect, 'records'> | undefined): CheckView {
  const rule = ruleById(count.rule);
  return {
    rule: count.rule,
    severity: count.severity,
    title: rule?.texts.title ?? count.rule,
    example: hidePersonalNumbers(example),
    why: rule?.texts.why ?? '',
    howToFix: rule?.texts.howToFix ?? '',
    fields: (rule?.fields ?? []).map(numbered),
    count: count.findings,
    handled: count.explained,
    isOnFile: isOnFile(rule),
    isPreliminary: isPreliminary(rule),
    effect: effect ? { field: variableName(effect.field), percent: effect.percent, review: effect.review, leftPercent } : null,
  };
}

/** True for rules that look a code up in a list that is not the real one yet. */
function isPreliminary(rule: Rule | undefined): boolean {
  const { codeLists } = november2026;
  const written = JSON.stringify(rule?.logic ?? {});
  return Object.values(codeLists).some(
    ({ id, completeness }) =>
      completeness !== 'complete' &&
      (written.includes(`"${id}"`) || (id.startsWith('activity-codes') && written.includes('"activity-codes"'))),
  );
}

/** True for rules whose findings are on the file and name no row. */
function isOnFile(rule: Rule | undefined): boolean {
  const logic = rule?.logic;
  if (!logic) return false;
  if (logic.kind === 'reading') return !['fields', 'tooLong', 'notDigits', 'decimalSign'].includes(logic.fault);
  return logic.kind === 'aggregate' || logic.kind === 'distribution' || logic.kind === 'process';
}

export function findingView(
  { finding, row, cells, context }: FindingRow,
  id: string,
  originals: ReadonlyMap<string, string>,
  explanation: ExplanationView | null,
  reveal: boolean,
): FindingView {
  return {
    id,
    rule: finding.rule,
    severity: finding.severity,
    record: finding.record,
    row,
    message: reveal ? finding.message : hidePersonalNumbers(finding.message),
    cells: cells.map(({ variable, text }): CellView => {
      const original = originals.get(`${finding.record} ${variable}`);
      return {
        variable,
        name: variableName(variable),
        number: variables.get(variable)?.number ?? 0,
        text: mask(variable, text, reveal),
        isMasked: isMasked(variable, text, reveal),
        original: original === undefined || original === text ? null : mask(variable, original, reveal),
      };
    }),
    context: reveal ? context : context.split(' · ').map(hidePersonalNumbers).join(' · '),
    explanation,
  };
}

export const receiptView = (receipt: ReceiptRow, submittedBy: string): ReceiptView => ({
  number: receipt.number,
  submittedAt: receipt.submittedAt.toISOString(),
  submittedBy,
  fileName: receipt.fileName,
  sha256: receipt.sha256,
  records: receipt.records,
  corrections: receipt.corrections,
  explanations: receipt.explanations,
  counts: receipt.counts,
  isValid: receipt.isValid,
});
