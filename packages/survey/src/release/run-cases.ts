import { isAskedOfRecords } from '../definition/logic-uses.ts';
import type { ReadEdition } from '../definition/read-edition.ts';
import type { CaseRecord, RuleCase } from '../definition/rule-case.ts';
import { openDelivery } from '../open-delivery.ts';

/** A case whose rule answers otherwise than it says. */
export interface FailedCase {
  readonly rule: string;
  readonly says: string;
  readonly expected: RuleCase['outcome'];
  readonly answered: RuleCase['outcome'];
}

/** Asks every case of an edition, each as a file of its records, written as the layout says. */
export function failedCases(read: ReadEdition): FailedCase[] {
  return Object.entries(read.cases).flatMap(([rule, cases]) =>
    cases.flatMap((one) => {
      const [expected, answered] = [one.outcome, outcomeOf(read, rule, one)];
      return answered === expected ? [] : [{ rule, says: one.says, expected, answered }];
    }),
  );
}

/** What the rule says of the first record of the case, or of the file. */
function outcomeOf(read: ReadEdition, id: string, { records = [] }: RuleCase): RuleCase['outcome'] {
  const opened = openDelivery(read.edition, fileOf(read, records));
  const rule = read.edition.rules.find((one) => one.id === id);
  return opened.outcome(id, rule && isAskedOfRecords(rule.logic) ? 1 : undefined);
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
