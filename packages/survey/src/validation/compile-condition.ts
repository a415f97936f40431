import type { Condition } from '../definition/condition.ts';
import { kinds, kindsOfText } from '../kernels/character-kinds.ts';
import { fillDays, fillTested } from '../engine/fill-words.ts';
import { allOf, anyOf, firstOnlyOf, notOf } from '../engine/combine-words.ts';
import type { Fill, Mask, Question } from '../engine/masks.ts';
import { isUnread, noValue, notDigits, tooLong } from '../reading/encode-number.ts';
import { isChecked, isCoordination, isDated } from '../kernels/personal-number.ts';
import { compare, inRange } from './compare.ts';
import { compileQuantity, type Asking } from './numbers.ts';
import { personalNumbersOf } from './personal-numbers.ts';
import { hasBothSectors, isActivityOfItsSector } from './sectors.ts';
import { columnOf, indexOf, paramOf, type Params, type Surroundings, type Test } from './surroundings.ts';
import { textTest } from './text-tests.ts';
import { always, answersOf, byKinds, marked, noneBut, type IdTest } from './text-answers.ts';

/**
 * Turns a condition into a question answered for every record at once. A numeric cell it reads that holds no number makes the
 * answer false: not evaluable.
 * @throws Error for a field, list or parameter that does not exist: a fault of the edition, not of the file
 */
export function compileMask(
  condition: Condition,
  params: Params,
  around: Surroundings,
  { match = 'any', missing = 'skipIfAnyMissing' }: Partial<Pick<Asking, 'match' | 'missing'>> = {},
): Mask {
  const asking = { params, around, match, missing };
  const { masks } = around;
  return masks.ask(wholeKeyOf(condition, asking), () => {
    const part = compile(condition, asking);
    if (part.needs.length === 0 && part.readable.length === 0) return part;
    const needs = [...new Set(part.needs)];
    const unread = needs.map((column) => lacking(column, around, missing === 'skipIfAnyMissing'));
    const unreadable = [...new Set(part.readable)].map((column) => lacking(column, around, false));
    const allMissing = missing === 'skipIfAllMissing' && needs.length > 0 ? [lackingAll(needs, around)] : [];
    return { of: [part, ...unread, ...unreadable, ...allMissing], fill: firstOnlyOf };
  });
}

/** The same as a question to one record. */
export function compileCondition(condition: Condition, params: Params, around: Surroundings, match: Asking['match'] = 'any'): Test {
  const mask = compileMask(condition, params, around, { match }).keep();
  return (record) => mask.has(record);
}

/** Asked once for each file. */
const compile = (condition: Condition, asking: Asking): Mask =>
  asking.around.masks.ask(keyOf(condition, asking), () => question(condition, asking));

/** Equal for conditions that ask the same with the same parameters. */
function keyOf(condition: Condition, { params, match, missing = 'skipIfAnyMissing' }: Asking): string {
  const { part } = keysOf(condition, params);
  return match === 'any' && missing === 'skipIfAnyMissing' ? part : `${part} ${match} ${missing}`;
}

/** The same for what is answered where a number can be read. */
function wholeKeyOf(condition: Condition, { params, match, missing = 'skipIfAnyMissing' }: Asking): string {
  const { whole } = keysOf(condition, params);
  return match === 'any' && missing === 'skipIfAnyMissing' ? whole : `${whole} ${match} ${missing}`;
}

/** Rules and their parameters belong to a survey and are asked of many files: what a question is known by is made once. */
const keys = new WeakMap<Condition, WeakMap<Params, Keys>>();

interface Keys {
  readonly part: string;
  readonly whole: string;
}

function keysOf(condition: Condition, params: Params): Keys {
  let known = keys.get(condition);
  if (!known) keys.set(condition, (known = new WeakMap()));
  let made = known.get(params);
  if (!made) known.set(params, (made = makeKeys(condition, params)));
  return made;
}

function makeKeys(condition: Condition, params: Params): Keys {
  const { text, words } = spelledOut(condition);
  const named = words.flatMap((word) => (Object.hasOwn(params, word) ? [`${word}=${params[word]}`] : []));
  const part = [text, ...named].join(' ');
  return { part, whole: `whole ${part}` };
}

/** A condition as text, and what in it may be the name of a parameter. */
function spelledOut(condition: Condition): { readonly text: string; readonly words: readonly string[] } {
  const words = new Set<string>();
  const text = JSON.stringify(condition, (_, value: unknown) => {
    if (typeof value === 'string') words.add(value);
    return value;
  });
  // The year bounds of `day` are parameters that the condition does not name.
  if (text.includes('"op":"day"')) words.add('minYear').add('maxYear');
  return { text, words: [...words] };
}

function question(condition: Condition, asking: Asking): Question | Mask {
  const { around } = asking;
  switch (condition.op) {
    case 'all':
    case 'any':
      return combination(condition.op, condition.of, asking);
    case 'not': {
      const turned = compile(condition.of, asking);
      const { needs, readable } = turned;
      return { needs, readable, of: [turned], fill: notOf };
    }
    case 'compare': {
      const [left, right] = [compileQuantity(condition.left, asking), compileQuantity(condition.right, asking)];
      return {
        reads: [...left.reads, ...right.reads],
        needs: [...left.numeric, ...right.numeric],
        ...compare(left, condition.sign, right, around.table.records),
      };
    }
    case 'near': {
      const { left, right, tolerance } = condition;
      const apart = compileQuantity({ op: 'abs', of: { op: 'minus', left, right } }, asking);
      const most = compileQuantity(tolerance, asking);
      return {
        reads: [...apart.reads, ...most.reads],
        needs: [...apart.numeric, ...most.numeric],
        ...compare(apart, '<=', most, around.table.records),
      };
    }
    case 'empty':
      return isEmpty(condition.field, around);
    case 'day': {
      const column = columnOf(around, condition.field);
      const [least, most] = [Number(paramOf('minYear', asking.params)), Number(paramOf('maxYear', asking.params))];
      const index = indexOf(around, condition.field);
      const { records } = around.table;
      return {
        reads: [index],
        needs: [index],
        fill: (words, at, from, to) => fillDays(words, at, from, to, column.values, records, least, most),
        quick: () => (column.values instanceof Float64Array ? undefined : { kind: 'days', column, leastYear: least, mostYear: most }),
      };
    }
    case 'sameText':
      return sameText(condition.field, condition.other, around);
    case 'personalNumber': {
      const numbers = personalNumbersOf(around, condition.field);
      const wanted = { dated: isDated, checked: isChecked, coordination: isCoordination | isDated | isChecked }[condition.is];
      return marked(around, condition.field, (marks, first) => numbers.mark(marks, first, wanted));
    }
    case 'unitIs': {
      const kind = around.facts.unit?.kind;
      return always(kind !== undefined && condition.kinds.includes(kind));
    }
    case 'recordSector': {
      const field = around.roles.unitCode;
      if (field === undefined) throw new Error('The edition does not say which field holds the code of the unit');
      const regions = new Set(around.codeLists['regions']?.codes.map(({ code }) => code));
      return answersOf(around, field, (id, texts) => regions.has(texts.textOf(id)) === (condition.is === 'region'));
    }
    case 'lastYear': {
      const { panel } = around;
      if (!panel) return always(false);
      const mask = compileMask(condition.of, asking.params, panel.last).keep();
      const { match } = asking;
      return {
        reads: panel.reads,
        fill: perRecord(around, (record) => {
          const matched = panel.match(record, match);
          return matched >= 0 && mask.has(matched);
        }),
      };
    }
    case 'sameAsLastYear':
      return sameAsLastYear(condition.field, asking);
    case 'sameFactAsLastYear':
      return sameFactAsLastYear(condition, asking);
    case 'personInLastYear': {
      const { panel } = around;
      return panel ? { reads: panel.reads, fill: perRecord(around, (record) => panel.hasPerson(record)) } : always(false);
    }
    case 'inList':
      if (condition.list === 'activity-codes' && hasBothSectors(around)) return isActivityOfItsSector(condition.field, around);
      return ofTexts(condition.field, textTest(condition, asking.params, around), around);
    case 'digits':
      return digits(condition, around);
    case 'codeIn':
      return codeIn(condition, asking);
    case 'contains':
      return contains(condition, around);
    default:
      return ofTexts(fieldOf(condition, around), textTest(condition, asking.params, around), around);
  }
}

const ofTexts = (field: string, test: (text: string) => boolean, around: Surroundings): Question =>
  answersOf(around, field, (id, texts) => test(texts.textOf(id)));

const digitKinds = kinds.zero | kinds.otherDigit;

const withDigit = byKinds((seen) => (seen & digitKinds) !== 0);
const withLetter = byKinds((seen) => (seen & kinds.letter) !== 0);

function digits({ field, least, most }: Extract<Condition, { op: 'digits' }>, around: Surroundings): Question {
  return marked(around, field, (marks, first, texts) => texts.markDigits(marks, first, least, most));
}

/** A plain value longer or shorter than every code, or with a first or last letter before or after all of theirs, is none of them. */
function codeIn(condition: Extract<Condition, { op: 'codeIn' }>, { around, params }: Asking): Question {
  const codes = String(params[condition.codes] ?? condition.codes);
  const bounds = codes.split(/[|-]/).filter((code) => code !== '');
  const lengths = bounds.map((code) => code.length);
  const [shortest, longest] = spanOf(lengths);
  const [firstFrom, firstTo] = spanOf(bounds.map((code) => code.charCodeAt(0)));
  const isSingle = !codes.includes('-');
  const [lastFrom, lastTo] = isSingle ? spanOf(bounds.map((code) => code.charCodeAt(code.length - 1))) : [0, Infinity];
  const test = textTest(condition, params, around);
  const isOne: IdTest = (id, texts) => {
    if (id === 0 || !texts.isAscii(id)) return test(texts.textOf(id));
    const bytes = texts.bytesIn(id);
    if (bytes < shortest || bytes > longest) return false;
    const [first, last] = [texts.byteOf(id, 0), texts.byteOf(id, bytes - 1)];
    return first >= firstFrom && first <= firstTo && last >= lastFrom && last <= lastTo && test(texts.textOf(id));
  };
  // Between two codes may lie a value with other characters than theirs.
  return answersOf(around, condition.field, isOne, isSingle ? noneBut(kindsOfText(bounds.join(''))) : undefined);
}

const spanOf = (numbers: readonly number[]): readonly [least: number, most: number] => [Math.min(...numbers), Math.max(...numbers)];

/** Names are nearly all plain letters: their kinds are looked at, and no text is cut. */
function contains({ field, what }: Extract<Condition, { op: 'contains' }>, around: Surroundings): Question {
  const [pattern, verdicts] = what === 'digit' ? [/[0-9]/, withDigit] : [/\p{L}/u, withLetter];
  return answersOf(around, field, (id, texts) => pattern.test(texts.textOf(id)), verdicts);
}

function combination(op: 'all' | 'any', conditions: readonly Condition[], asking: Asking): Question | Mask {
  const of = conditions.map((one) => compile(one, asking));
  if (of.length === 1) return of[0]!;
  return {
    of,
    needs: together(of.map(({ needs }) => needs)),
    readable: together(of.map(({ readable }) => readable)),
    fill: op === 'all' ? allOf : anyOf,
  };
}

/** Most conditions need no number, and most others those of one part. */
function together(lists: readonly (readonly number[])[]): readonly number[] {
  const some = lists.filter(({ length }) => length > 0);
  return some.length > 1 ? [...new Set(some.flat())] : (some[0] ?? nothing);
}

const nothing: readonly number[] = [];

function isEmpty(field: string, around: Surroundings): Question {
  const column = columnOf(around, field);
  const index = indexOf(around, field);
  const empty = column.dictionary || !around.zeroIsValue ? 0 : noValue;
  return { reads: [index], readable: column.dictionary ? nothing : [index], ...inRange(column, empty, empty, around.table.records) };
}

/** Records whose number cannot be read; with `orMissing` also those without one, where that is not the same as zero. */
function lacking(index: number, around: Surroundings, orMissing: boolean): Mask {
  const column = around.table.columns[index]!;
  const ofMissing = orMissing && around.zeroIsValue === true;
  const lacks = inRange(column, notDigits, ofMissing ? noValue : tooLong, around.table.records);
  const asked = () => (column.mayBeUnread || ofMissing ? lacks : always(false));
  return around.masks.ask(`${orMissing ? 'lacking' : 'unread'} ${index}`, () => ({
    reads: [index],
    fill: (words, at, from, to) => asked().fill(words, at, from, to),
    quick: () => asked().quick?.(),
  }));
}

/** Records without any of these numbers, where a missing one is not the same as zero. */
function lackingAll(indexes: readonly number[], around: Surroundings): Mask {
  const columns = indexes.map((index) => around.table.columns[index]!);
  const test = perRecord(around, (record) => columns.every(({ values }) => values[record] === noValue));
  return around.masks.ask(`lacking all ${indexes.join()}`, () => ({
    reads: indexes,
    ...(around.zeroIsValue ? { fill: test } : always(false)),
  }));
}

/** Answers record by record, for questions that are not asked of one text or of numbers. */
function perRecord({ table: { records } }: Surroundings, test: Test): Fill {
  return (words, at, from, to) => fillTested(words, at, from, to, records, test);
}

function sameText(field: string, other: string, around: Surroundings): Question {
  const [one, another] = [columnOf(around, field), columnOf(around, other)];
  const indexes = [indexOf(around, field), indexOf(around, other)];
  const [first, second] = [one.dictionary, another.dictionary];
  if (!first !== !second) throw new Error(`${field} and ${other} are not of one form`);
  if (!first || !second)
    return { reads: indexes, needs: indexes, fill: perRecord(around, (record) => one.values[record] === another.values[record]) };
  return {
    reads: indexes,
    fill: perRecord(around, (record) => first.textOf(one.values[record]!) === second.textOf(another.values[record]!)),
  };
}

const fieldOf = (condition: Condition, { roles }: Surroundings): string =>
  'field' in condition ? condition.field : (roles.classification ?? '');

/** Text of a matched record's cell is this record's; of numbers, the number. A number that cannot be read is like no other. */
function sameAsLastYear(field: string, { around, match }: Asking): Question {
  const { panel } = around;
  if (!panel) return always(false);
  const now = columnOf(around, field);
  const last = columnOf(panel.last, field);
  const reads = [...panel.reads, indexOf(around, field)];
  const isSame =
    now.dictionary && last.dictionary
      ? (record: number, matched: number) => now.dictionary!.textOf(now.values[record]!) === last.dictionary!.textOf(last.values[matched]!)
      : (record: number, matched: number) => !isUnread(now.values[record]!) && now.values[record] === last.values[matched];
  return {
    reads,
    fill: perRecord(around, (record) => {
      const matched = panel.match(record, match);
      return matched >= 0 && isSame(record, matched);
    }),
  };
}

function sameFactAsLastYear({ field, list, fact }: Extract<Condition, { op: 'sameFactAsLastYear' }>, { around, match }: Asking): Question {
  const { panel, codeLists } = around;
  if (!panel) return always(false);
  const factOf = new Map(codeLists[list]?.codes.map(({ code, facts }) => [code, facts?.[fact]]));
  const [now, last] = [columnOf(around, field), columnOf(panel.last, field)];
  return {
    reads: [...panel.reads, indexOf(around, field)],
    fill: perRecord(around, (record) => {
      const matched = panel.match(record, match);
      if (matched < 0) return false;
      return factOf.get(now.dictionary!.textOf(now.values[record]!)) === factOf.get(last.dictionary!.textOf(last.values[matched]!));
    }),
  };
}
