import type { CodeList } from '../definition/code-list.ts';
import type { Condition, Quantity } from '../definition/condition.ts';
import type { DeliveryFacts } from '../definition/unit.ts';
import type { Table } from '../engine/table.ts';
import { isUnread, notDigits } from '../reading/encode-number.ts';
import { isDay } from '../kernels/calendar.ts';
import { readPersonalNumber, type PersonalNumberFacts } from '../kernels/personal-number.ts';
import { listOf, validCodes } from './lists.ts';
import { binaryFunctions } from './number-functions.ts';
import { hasBothSectors, isOfSector } from './sectors.ts';
import { textQuantity } from './text-quantities.ts';
import { textTest } from './text-tests.ts';

/** What conditions may look up beside the record. */
export interface Surroundings {
  readonly table: Table;
  readonly facts: DeliveryFacts;
  readonly referenceYear: number;
  readonly codeLists: Readonly<Record<string, CodeList>>;
  /** Last year's records, and which of them is this record's; absent when only its measures are known, or nothing. */
  readonly panel?: Panel;
}

/** Last year's delivery beside this one. A match is a record of last year, 0-based, or -1. */
export interface Panel {
  readonly last: Surroundings;
  match(record: number, by: 'any' | 'employmentId'): number;
  /** Whether last year's delivery has the person of the record. */
  hasPerson(record: number): boolean;
}

/** What the measures of an aggregate rule are for the group that is asked about. */
export interface Measured {
  now: Readonly<Record<string, number>>;
  last: Readonly<Record<string, number>> | undefined;
}

export type Test = (record: number) => boolean;
type Measure = (record: number) => number;
type Params = Readonly<Record<string, number | string>>;

/**
 * Turns a condition into a closure. A numeric cell it reads that holds no number makes the answer false: not evaluable.
 * @throws Error for a field, list or parameter that does not exist: a fault of the edition, not of the file
 */
export function compileCondition(
  condition: Condition,
  params: Params,
  around: Surroundings,
  { measured, match = 'any' }: { readonly measured?: Measured; readonly match?: 'any' | 'employmentId' } = {},
): Test {
  const numeric = new Set<number>();
  const test = compile(condition, { params, around, numeric, measured, match });
  const columns = [...numeric].map((index) => around.table.columns[index]!);
  if (columns.length === 0) return test;
  return (record) => {
    for (const { values } of columns) if (isUnread(values[record]!)) return false;
    return test(record);
  };
}

type PersonalNumbers = (record: number) => PersonalNumberFacts;
const personalNumbersOf = new WeakMap<Surroundings, Map<string, PersonalNumbers>>();

/** Facts of each distinct personal number, read once for all rules of a file. */
export function personalNumbers(around: Surroundings, field: string): PersonalNumbers {
  const byField = personalNumbersOf.get(around) ?? new Map<string, PersonalNumbers>();
  personalNumbersOf.set(around, byField);
  const ready = byField.get(field);
  if (ready) return ready;
  const column = columnOf(around, field);
  const known: PersonalNumberFacts[] = [];
  const on = around.referenceYear * 10_000 + 1101;
  const read = (record: number): PersonalNumberFacts => {
    const id = column.values[record]!;
    return (known[id] ??= readPersonalNumber(column.dictionary!.textOf(id), on));
  };
  byField.set(field, read);
  return read;
}

interface Compiling {
  readonly params: Params;
  readonly around: Surroundings;
  readonly numeric: Set<number>;
  readonly measured: Measured | undefined;
  readonly match: 'any' | 'employmentId';
}

function compile(condition: Condition, with_: Compiling): Test {
  switch (condition.op) {
    case 'all': {
      const tests = condition.of.map((part) => compile(part, with_));
      return (record) => tests.every((test) => test(record));
    }
    case 'any': {
      const tests = condition.of.map((part) => compile(part, with_));
      return (record) => tests.some((test) => test(record));
    }
    case 'not': {
      const test = compile(condition.of, with_);
      return (record) => !test(record);
    }
    case 'compare':
      return comparison(condition, with_);
    case 'near': {
      const [left, right, tolerance] = [condition.left, condition.right, condition.tolerance].map((one) => measure(one, with_));
      return (record) => Math.abs(left!(record) - right!(record)) <= tolerance!(record);
    }
    case 'sameText': {
      const one = columnOf(with_.around, condition.field);
      const other = columnOf(with_.around, condition.other);
      if (!one.dictionary && !other.dictionary) {
        const [left, right] = [numbersOf(condition.field, with_), numbersOf(condition.other, with_)];
        return (record) => left(record) === right(record);
      }
      if (!one.dictionary || !other.dictionary) throw new Error(`${condition.field} and ${condition.other} are not of one form`);
      return (record) => one.dictionary!.textOf(one.values[record]!) === other.dictionary!.textOf(other.values[record]!);
    }
    case 'empty': {
      const column = columnOf(with_.around, condition.field);
      if (!column.dictionary) with_.numeric.add(indexOf(with_.around, condition.field));
      return (record) => column.values[record] === 0;
    }
    case 'day': {
      const values = numbersOf(condition.field, with_);
      const [least, most] = [Number(paramOf('minYear', with_)), Number(paramOf('maxYear', with_))];
      return (record) => isDay(values(record), least, most);
    }
    case 'personalNumber': {
      const facts = personalNumbers(with_.around, condition.field);
      if (condition.is === 'dated') return (record) => facts(record).dateExists;
      if (condition.is === 'checked') return (record) => facts(record).checkDigitIsRight;
      return (record) => facts(record).isCoordination && facts(record).dateExists && facts(record).checkDigitIsRight;
    }
    case 'unitIs': {
      const kind = with_.around.facts.unit?.kind;
      const answer = kind !== undefined && condition.kinds.includes(kind);
      return () => answer;
    }
    case 'recordSector': {
      const regions = new Set(listOf('regions', with_.around).codes.map(({ code }) => code));
      const isRegion = perValue(with_.around, 'municipalityCode', (text) => regions.has(text));
      return condition.is === 'region' ? isRegion : (record) => !isRegion(record);
    }
    case 'lastYear': {
      const { panel } = with_.around;
      if (!panel) return never;
      const test = compileCondition(condition.of, with_.params, panel.last);
      return (record) => test(panel.match(record, with_.match));
    }
    case 'sameAsLastYear':
      return sameAsLastYear(condition.field, with_);
    case 'sameFactAsLastYear':
      return sameFactAsLastYear(condition, with_);
    case 'personInLastYear': {
      const { panel } = with_.around;
      return panel ? (record) => panel.hasPerson(record) : never;
    }
    case 'inList':
      return condition.list === 'activity-codes' && hasBothSectors(with_.around)
        ? isActivityOfItsSector(condition.field, with_.around)
        : perValue(with_.around, condition.field, textTest(condition, with_.params, with_.around));
    default:
      return perValue(with_.around, fieldOf(condition), textTest(condition, with_.params, with_.around));
  }
}

/** For a unit with both sectors: a record whose sector is not known may have an activity of either. */
function isActivityOfItsSector(field: string, around: Surroundings): Test {
  const [ofMunicipality, ofRegion] = (['municipality', 'region'] as const).map((sector) => {
    const valid = validCodes(`activity-codes-${sector}`, around);
    return { isOf: isOfSector(sector, around), isValid: perValue(around, field, (text) => valid.has(text)) };
  });
  return (record) =>
    (ofMunicipality!.isValid(record) && !ofRegion!.isOf(record)) || (ofRegion!.isValid(record) && !ofMunicipality!.isOf(record));
}

const fieldOf = (condition: Condition): string => ('field' in condition ? condition.field : 'aidLabel');

function comparison({ left, sign, right }: Extract<Condition, { op: 'compare' }>, with_: Compiling): Test {
  const one = measure(left, with_);
  const other = measure(right, with_);
  // A quantity that is not known (age of no person, salary of no label) compares as NaN: never a hit.
  if (sign === '>') return (record) => one(record) > other(record);
  if (sign === '>=') return (record) => one(record) >= other(record);
  if (sign === '<') return (record) => one(record) < other(record);
  if (sign === '<=') return (record) => one(record) <= other(record);
  return (record) => one(record) === other(record);
}

function measure(quantity: Quantity, with_: Compiling): Measure {
  if (typeof quantity === 'number') return () => quantity;
  if ('field' in quantity) return numbersOf(quantity.field, with_);
  if ('param' in quantity) {
    const value = Number(paramOf(quantity.param, with_));
    return () => value;
  }
  if ('fact' in quantity) {
    const { referenceYear } = with_.around;
    if (quantity.fact === 'year') return () => referenceYear;
    if (quantity.fact === 'firstDay') return () => referenceYear * 10_000 + 1101;
    if (quantity.fact === 'lastDay') return () => referenceYear * 10_000 + 1130;
    const facts = personalNumbers(with_.around, 'personalNumber');
    return (record) => facts(record).age ?? Number.NaN;
  }
  if ('dayTurned' in quantity) {
    const years = Number(paramOf(quantity.dayTurned, with_));
    const facts = personalNumbers(with_.around, 'personalNumber');
    return (record) => (facts(record).birthDay ?? Number.NaN) + years * 10_000;
  }
  if ('lastYearField' in quantity) {
    const { panel } = with_.around;
    if (!panel) return () => Number.NaN;
    const { values } = columnOf(panel.last, quantity.lastYearField);
    return (record) => {
      const value = values[panel.match(record, with_.match)] ?? notDigits;
      return isUnread(value) ? Number.NaN : value;
    };
  }
  if ('measure' in quantity) {
    const { measured } = with_;
    if (!measured) throw new Error(`The measure ${quantity.measure} belongs to an aggregate rule`);
    return quantity.year === 'last'
      ? () => measured.last?.[quantity.measure] ?? Number.NaN
      : () => measured.now[quantity.measure] ?? Number.NaN;
  }
  if ('of' in quantity) {
    const of = measure(quantity.of, with_);
    return (record) => Math.abs(of(record));
  }
  if ('labelSalary' in quantity) return labelSalary(quantity.labelSalary, with_.around);
  if (!('left' in quantity)) return textQuantityOf(quantity, with_);
  const left = measure(quantity.left, with_);
  const right = measure(quantity.right, with_);
  const apply = binaryFunctions[quantity.op];
  return (record) => apply(left(record), right(record));
}

/** A number that follows from the text of one field: worked out once for each distinct value. */
function textQuantityOf(
  quantity: Extract<Quantity, { lengthOf: string } | { dateOf: string } | { codeFact: string } | { ageOf: string }>,
  with_: Compiling,
): Measure {
  const field =
    'lengthOf' in quantity
      ? quantity.lengthOf
      : 'dateOf' in quantity
        ? quantity.dateOf
        : 'codeFact' in quantity
          ? quantity.codeFact
          : quantity.ageOf;
  const column = columnOf(with_.around, field);
  if (!column.dictionary) throw new Error(`${field} is numeric: it has no text`);
  const value = textQuantity(quantity, with_.around);
  const on = 'on' in quantity ? measure(quantity.on, with_) : () => 0;
  const known = new Map<number, Map<number, number>>();
  return (record) => {
    const day = on(record);
    const ofDay = known.get(day) ?? new Map<number, number>();
    known.set(day, ofDay);
    const id = column.values[record]!;
    let number = ofDay.get(id);
    if (number === undefined) ofDay.set(id, (number = value(column.dictionary!.textOf(id), day)));
    return number;
  };
}

const never: Test = () => false;

/** Text of a matched record's cell is this record's; of numbers, the number. A number that cannot be read is like no other. */
function sameAsLastYear(field: string, { around, match }: Compiling): Test {
  const { panel } = around;
  if (!panel) return never;
  const now = columnOf(around, field);
  const last = columnOf(panel.last, field);
  if (!now.dictionary || !last.dictionary)
    return (record) => {
      const value = now.values[record]!;
      return !isUnread(value) && value === last.values[panel.match(record, match)];
    };
  const { dictionary } = now;
  const lastDictionary = last.dictionary;
  return (record) => {
    const matched = panel.match(record, match);
    return matched >= 0 && dictionary.textOf(now.values[record]!) === lastDictionary.textOf(last.values[matched]!);
  };
}

function sameFactAsLastYear({ field, list, fact }: Extract<Condition, { op: 'sameFactAsLastYear' }>, { around, match }: Compiling): Test {
  const { panel } = around;
  if (!panel) return never;
  const factOf = new Map(listOf(list, around).codes.map(({ code, facts }) => [code, facts?.[fact]]));
  const now = columnOf(around, field);
  const last = columnOf(panel.last, field);
  return (record) => {
    const matched = panel.match(record, match);
    return (
      matched >= 0 && factOf.get(now.dictionary!.textOf(now.values[record]!)) === factOf.get(last.dictionary!.textOf(last.values[matched]!))
    );
  };
}

/** 1.2816 standard deviations on either side of the mean hold the middle 80 percent of a normal distribution. */
const tenthPercentile = 1.2816;

/** Salary percentile of the record's label from the table of the edition; NaN for a label it does not hold. */
export function labelSalary(which: 'p10' | 'median' | 'p90', around: Surroundings): Measure {
  const salaries = new Map(
    listOf('aid-demo', around).codes.map(({ code, facts }) => {
      const mean = Number(facts?.['meanSalary']);
      const spread = tenthPercentile * Number(facts?.['sdSalary']);
      return [code, { p10: mean - spread, median: mean, p90: mean + spread }[which]];
    }),
  );
  const column = columnOf(around, 'aidLabel');
  const known: number[] = [];
  return (record) => {
    const id = column.values[record]!;
    return (known[id] ??= salaries.get(column.dictionary!.textOf(id)) ?? Number.NaN);
  };
}

/** A test on the text of a field, asked once for each distinct value. */
export function perValue(around: Surroundings, field: string, test: (text: string) => boolean): Test {
  const column = columnOf(around, field);
  if (!column.dictionary) throw new Error(`${field} is numeric: it has no text conditions`);
  const { dictionary, values } = column;
  const known: boolean[] = [];
  return (record) => {
    const id = values[record]!;
    return (known[id] ??= test(dictionary.textOf(id)));
  };
}

function numbersOf(field: string, with_: Compiling): Measure {
  const { values, dictionary } = columnOf(with_.around, field);
  if (dictionary) throw new Error(`${field} is no number`);
  with_.numeric.add(indexOf(with_.around, field));
  return (record) => values[record]!;
}

function paramOf(name: string, { params }: Compiling): number | string {
  const value = params[name];
  if (value === undefined) throw new Error(`The rule has no parameter ${name}`);
  return value;
}

const columnOf = (around: Surroundings, field: string) => around.table.columns[indexOf(around, field)]!;

function indexOf(around: Surroundings, field: string): number {
  const index = around.table.indexOf[field];
  if (index === undefined) throw new Error(`The layout has no field ${field}`);
  return index;
}
