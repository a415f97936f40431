import { readEdition, type ReadEdition } from '../definition/read-edition.ts';
import { openDelivery, type OpenedDelivery } from '../open-delivery.ts';

/** A survey as its author writes it, without what every one of them says. */
export interface SmallSurvey {
  readonly variables: readonly { readonly id: string; readonly form: 'N' | 'A/N'; readonly [other: string]: unknown }[];
  readonly rules: readonly object[];
  readonly [other: string]: unknown;
}

/** Its document, for `readEdition`: rows are separated by `;`, decimals written with a comma, and an empty number is not zero. */
const documentOf = ({ variables, rules, ...others }: SmallSurvey): string =>
  JSON.stringify({
    id: 'x',
    name: 'X',
    referenceYear: 2026,
    layout: { form: 'separated', separator: ';', decimals: 'comma', zeroIsMissing: false },
    ...others,
    variables: variables.map((variable) => ({ name: variable.id, length: 9, ...variable })),
    rules: rules.map((rule, place) => ({
      id: `R-${place + 1}`,
      severity: 'error',
      texts: { title: 't', message: 'm' },
      ...rule,
    })),
  });

/** What it is read as. */
function readSurvey(survey: SmallSurvey): ReadEdition {
  const read = readEdition(documentOf(survey));
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  return read;
}

/** A file with these rows, checked by it. */
export const openRows = (survey: SmallSurvey, rows: readonly string[], lastYear?: readonly string[]): OpenedDelivery =>
  openDelivery(readSurvey(survey).edition, bytesOf(rows), lastYear ? { lastYear: { file: bytesOf(lastYear) } } : {});

const bytesOf = (rows: readonly string[]): Uint8Array => new TextEncoder().encode(rows.map((row) => `${row}\r\n`).join(''));

/** What a rule says of each record. The findings must say the same. */
export function outcomesOf(opened: OpenedDelivery, rule = 'R-1'): string[] {
  const outcomes = Array.from({ length: opened.file.records }, (_, index) => opened.outcome(rule, index + 1));
  const failing = outcomes.flatMap((outcome, index) => (outcome === 'fail' ? [index + 1] : []));
  const found = opened.recordsOf(rule).join();
  if (found !== failing.join()) throw new Error(`${rule} is found in ${found}, fails in ${failing.join()}`);
  return outcomes;
}
