import { writtenNumber } from '../reading/written-number.ts';
import { textOf } from '../engine/table.ts';
import { readPersonalNumber } from '../kernels/personal-number.ts';
import { unitErrorFactor } from '../methods/unit-error.ts';
import type { UsualGrowth } from '../remedy/usual-growth.ts';
import type { Validation } from '../validation/validation.ts';
import type { Mechanism } from '../remedy/mechanism.ts';
import { candidatesFor, oneKeyAway, type Candidate } from './candidates.ts';
import { isUsual } from './usual.ts';

const unitMechanisms: Readonly<Record<number, Mechanism>> = { 10: 'unit10', 100: 'unit100', 1000: 'unit1000', 12: 'unit12' };

/**
 * What a cell may have been meant to hold, the likeliest first: by the ways in which such errors arise, where that is usual among
 * the others, and for amounts and persons by what the same employment had last year. Nothing here knows whether it would be right.
 * @param record 0-based
 */
export function cellCandidates(validation: Validation, record: number, field: string, growth: UsualGrowth): Candidate[] {
  const { table, edition } = validation;
  const index = table.indexOf[field]!;
  const column = table.columns[index]!;
  const { variable } = column;
  const text = textOf(table, record, index);
  if (field === edition.roles?.person) return persons(validation, field, text, candidatesFor(text, variable, undefined, 0));
  const hours = table.columns.find((one) => one.variable.unit === 'hoursPerWeek');
  const list = variable.codeList === undefined ? undefined : edition.codeLists[variable.codeList];
  const candidates = candidatesFor(text, variable, list, Math.max(0, hours?.values[record] ?? 0), edition.layout);
  if (variable.form === 'A/N') return candidates;
  const classified = edition.roles?.classification;
  const classification = classified === undefined ? undefined : table.columns[table.indexOf[classified]!];
  const usual = candidates.filter((one) => isUsual(table, record, column, table.encode(index, one.text), classification));
  const written = (value: number): string => writtenNumber(value, variable, edition.layout);
  const byLastYear = inAnotherUnit(column.values[record]!, growth.of(field), record, written);
  if (!byLastYear) return usual;
  // Last year's amount tells the unit: the same digits in other units are no longer likely.
  return [...byLastYear, ...usual.filter(({ mechanism }) => !mechanism.startsWith('unit'))];
}

/** The amount in the unit that makes it last year's with the usual growth; undefined when last year's is not known. */
function inAnotherUnit(
  value: number,
  growth: ReturnType<UsualGrowth['of']>,
  record: number,
  written: (value: number) => string,
): Candidate[] | undefined {
  const last = growth?.lastOf(record);
  if (!growth || last === undefined) return undefined;
  const factor = unitErrorFactor(value / last, growth.ratios.median);
  if (factor === undefined) return [];
  const mechanism = unitMechanisms[Math.round(factor < 1 ? 1 / factor : factor)]!;
  return [{ mechanism, text: written(Math.round(value / factor)) }];
}

/** Those who were there last year before those who may be anybody. */
function persons(validation: Validation, field: string, text: string, anybody: readonly Candidate[]): Candidate[] {
  const known = knownPersons(validation, field, text);
  return [...known, ...anybody.filter((one) => !known.some((other) => other.text === one.text))];
}

/** Persons of last year's delivery whose number is one slip of the keys away and has the right check digit. */
function knownPersons({ around }: Validation, field: string, text: string): Candidate[] {
  const dictionary = around.panel?.last.table.columns[around.panel.last.table.indexOf[field]!]?.dictionary;
  if (!dictionary || text === '') return [];
  const found: Candidate[] = [];
  for (let id = 1; id < dictionary.size; id += 1) {
    if (Math.abs(dictionary.bytesIn(id) - text.length) > 1) continue;
    const known = dictionary.textOf(id);
    const mechanism = oneKeyAway(text, known);
    const isRight = mechanism !== undefined && readPersonalNumber(known, around.referenceYear * 10_000 + 1101).checkDigitIsRight;
    if (isRight) found.push({ mechanism, text: known });
  }
  return found;
}
