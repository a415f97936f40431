import { correctCell } from '../correction/correct-cell.ts';
import { hasBlanksAround, textOf } from '../engine/table.ts';
import type { UsualGrowth } from '../remedy/usual-growth.ts';
import type { Validation } from '../validation/validation.ts';
import { cellCandidates } from './cell-candidates.ts';
import type { Proposal } from '../remedy/remedy.ts';

/** So many are shown; more would be guessing. */
const mostShown = 3;
/** Fields that are looked at; the rule names the one most likely wrong first, and that alone is thought mistyped. */
const mostFields = 3;
/** Trials a finding is worth. */
const mostTrials = 60;

type Cells = Proposal['cells'];

/**
 * What may have been meant, each tried on the record itself: the rules say whether the finding goes and no error comes in its
 * place. Nothing is changed.
 * @param record 0-based
 */
export function proposalsFor(validation: Validation, record: number, rule: string, growth: UsualGrowth): Proposal[] {
  const { table } = validation;
  const slot = validation.slots.find((one) => one.rule.id === rule && one.bits?.has(record) === true);
  if (!slot || slot.bits === table.misfits) return [];
  const found: Proposal[] = [];
  let trials = 0;
  const fields = slot.fields.slice(0, mostFields).filter((field) => !hasBlanks(validation, record, field));
  for (const candidate of [
    ...fields.slice(0, 1).flatMap((field) => ofCell(validation, record, field, growth)),
    ...swapped(validation, record, fields),
    ...ofLastYear(validation, record, fields),
  ]) {
    if (trials === mostTrials) break;
    trials += 1;
    if (isSolution(validation, record, rule, candidate.cells)) found.push(candidate);
  }
  return shown(found);
}

/** More codes than this are one letter away from nearly anything: to name some of them would be guessing. */
const mostMistyped = 2;

/** What follows from the error's own way first; what the employment had last year keeps its place. */
function shown(found: readonly Proposal[]): Proposal[] {
  const mistyped = found.filter(({ mechanism }) => mechanism === 'mistyped').length;
  const kept = found.filter(({ mechanism }) => mechanism !== 'mistyped' || mistyped <= mostMistyped);
  const lastYear = kept.filter(({ mechanism }) => mechanism === 'lastYear').slice(0, 1);
  return [...kept.filter(({ mechanism }) => mechanism !== 'lastYear').slice(0, mostShown - lastYear.length), ...lastYear];
}

/** A cell with blanks that are not compared is counted as such while it stands as it came. */
const hasBlanks = ({ table }: Validation, record: number, field: string): boolean =>
  hasBlanksAround(table.rawText(record, table.indexOf[field]!));

function ofCell(validation: Validation, record: number, field: string, growth: UsualGrowth): Proposal[] {
  const before = textOf(validation.table, record, validation.table.indexOf[field]!);
  return cellCandidates(validation, record, field, growth).map(({ mechanism, text }) => ({
    mechanism,
    cells: [{ variable: field, before, text }],
  }));
}

/** Two numbers of the finding in each other's place. */
function swapped({ table }: Validation, record: number, fields: readonly string[]): Proposal[] {
  const numeric = fields.filter((field) => !table.columns[table.indexOf[field]!]!.dictionary);
  const [one, other] = numeric;
  if (one === undefined || other === undefined) return [];
  const [first, second] = [one, other].map((field) => textOf(table, record, table.indexOf[field]!)) as [string, string];
  if (first === second) return [];
  return [
    {
      mechanism: 'swapped',
      cells: [
        { variable: one, before: first, text: second },
        { variable: other, before: second, text: first },
      ],
    },
  ];
}

/** What the same employment had last year. */
function ofLastYear({ around, table }: Validation, record: number, fields: readonly string[]): Proposal[] {
  const { panel } = around;
  const matched = panel ? panel.match(record, 'any') : -1;
  if (!panel || matched < 0) return [];
  return fields.flatMap((field) => {
    const index = table.indexOf[field]!;
    const [before, text] = [textOf(table, record, index), textOf(panel.last.table, matched, index)];
    return text === '' || text === before ? [] : [{ mechanism: 'lastYear' as const, cells: [{ variable: field, before, text }] }];
  });
}

/** Tries the change on the record and takes it back. */
function isSolution(validation: Validation, record: number, rule: string, cells: Cells): boolean {
  const before = findingsOf(validation, record, rule);
  for (const { variable, text } of cells) correctCell(validation, record, variable, text);
  const after = findingsOf(validation, record, rule);
  const isSolved = !validation.slots.some((slot) => slot.rule.id === rule && slot.bits?.has(record) === true);
  for (const cell of cells.toReversed()) correctCell(validation, record, cell.variable, cell.before);
  return isSolved && [...after].every((one) => before.has(one));
}

/** Errors and warnings of a record: a value that only moves the doubt elsewhere was not meant. What the finding silenced was there all the time. */
function findingsOf({ slots }: Validation, record: number, silencer: string): Set<string> {
  const found = slots.filter(
    ({ severity, bits, rule }) => severity !== 'info' && bits?.has(record) === true && !rule.suppressedBy?.includes(silencer),
  );
  return new Set(found.map(({ rule, column }) => `${rule.id} ${column ?? ''}`));
}
