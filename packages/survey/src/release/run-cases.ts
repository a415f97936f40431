import type { ReadEdition } from '../definition/read-edition.ts';
import type { CaseRecord, RuleCase } from '../definition/rule-case.ts';
import { openDelivery } from '../open-delivery.ts';

/** A case whose rule answers otherwise than it says. */
export interface FailedCase {
  readonly rule: string;
  readonly says: string;
  readonly expected: RuleCase['outcome'];
}

/** Asks every case of an edition, each as a file of its records, written as the layout says. */
export function failedCases(read: ReadEdition): FailedCase[] {
  return Object.entries(read.cases).flatMap(([rule, cases]) =>
    cases
      .filter((one) => isHit(read, rule, one) !== (one.outcome === 'fail'))
      .map(({ says, outcome }) => ({ rule, says, expected: outcome })),
  );
}

/** Whether the rule hits the first record of the case. */
function isHit(read: ReadEdition, rule: string, { records = [] }: RuleCase): boolean {
  const opened = openDelivery(read.edition, fileOf(read, records));
  return opened.findings({ rules: [rule] }).some(({ record }) => record === null || record === 1);
}

/** The records as a file: separated, or as wide as the fields; with a header where columns are told by it. */
export function fileOf({ edition, samples }: ReadEdition, records: readonly CaseRecord[]): Uint8Array {
  const { variables, layout } = edition;
  const rows = records.map(({ on, cells = {} }) =>
    variables.map(({ id }) => cells[id] ?? (on === undefined ? '' : (samples[on]?.[id] ?? ''))),
  );
  const separator = layout?.separator ?? ';';
  const quoted = (text: string) => (text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines =
    layout?.form === 'fixed'
      ? rows.map((row) => row.map((text, index) => text.padEnd(variables[index]!.length)).join(''))
      : rows.map((row) => row.map(quoted).join(separator));
  const header = layout?.header === 'byName' ? [variables.map(({ name }) => quoted(name)).join(separator)] : [];
  return new TextEncoder().encode(`${[...header, ...lines].join('\r\n')}\r\n`);
}
