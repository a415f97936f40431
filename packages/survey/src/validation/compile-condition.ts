import type { Condition } from '../definition/condition.ts';
import { mayBeUnknown, surely } from '../definition/definite.ts';
import { textFieldsOf } from '../definition/fields-of.ts';
import { kinds, kindsOfText } from '../kernels/character-kinds.ts';
import { fillDays, fillTested } from '../engine/fill-words.ts';
import { allOf, anyOf, firstOnlyOf, notOf } from '../engine/combine-words.ts';
import type { Answering, Asked } from '../engine/questions.ts';
import type { Table } from '../engine/table.ts';
import { codeRanges } from '../kernels/code-ranges.ts';
import { noValue, notDigits, tooLong } from '../reading/encode-number.ts';
import { isChecked, isCoordination, isDated } from '../kernels/personal-number.ts';
import { compare, inRange } from './compare.ts';
import { compileQuantity, type Asking } from './numbers.ts';
import { personalNumbersOf } from './personal-numbers.ts';
import { holdsTexts, indexOf, readByPanel, type Ground, textIndexOf } from './ground.ts';
import { hasBothSectors, isActivityOfItsSector, unitField } from './sectors.ts';
import { answeredLastYear, sameAsLastYear, sameFactAsLastYear } from './match-conditions.ts';
import { columnOf, paramOf, type Mask, type Params, type Question, type Surroundings, type Test } from './surroundings.ts';
import { surveyTest, unitTest } from './text-tests.ts';
import { always, answersOf, byKinds, marked, noneBut, where, type IdTest } from './text-answers.ts';

type How = Partial<Pick<Asking, 'match' | 'missing'>>;

/**
 * Turns a condition into a question answered for every record at once. A numeric cell it reads that holds no number makes the
 * answer false: not evaluable.
 * @throws Error for a field, list or parameter that does not exist: a fault of the edition, not of the file
 */
export const questionOf = (
  condition: Condition,
  params: Params,
  ground: Ground,
  { match = 'any', missing = 'skipIfAnyMissing' }: How = {},
): Question => wholeQuestion(condition, { params, ground, match, missing });

/** The answers of a file to it. */
export const compileMask = (condition: Condition, params: Params, { masks, ground }: Surroundings, how?: How): Mask =>
  masks.of(questionOf(condition, params, ground, how));

/** Records of which two questions are answered yes. */
export const both = ({ question: one }: Mask, { question: other }: Mask, { masks, ground }: Surroundings): Mask =>
  masks.of(bothOf(one, other, ground));

export const bothOf = (one: Question, other: Question, { questions }: Ground): Question =>
  questions.ask(`both ${one.number} ${other.number}`, () => ({ of: [one, other], fill: allOf }));

function wholeQuestion(condition: Condition, asking: Asking): Question {
  const { ground, missing } = asking;
  return ground.questions.ask(wholeKeyOf(condition, asking), () => {
    const part = compile(condition, asking);
    const texts = missing === 'skipIfAllMissing' && ground.zeroIsValue ? textsIn(condition, ground) : [];
    if (part.needs.length === 0 && part.readable.length === 0 && texts.length === 0) return part;
    const needs = [...new Set(part.needs)];
    const unread = needs.map((column) => lacking(column, ground, missing === 'skipIfAnyMissing'));
    const unreadable = [...new Set(part.readable)].map((column) => lacking(column, ground, false));
    const allMissing = missing === 'skipIfAllMissing' && needs.length + texts.length > 0 ? [lackingAll([...needs, ...texts], ground)] : [];
    return { of: [part, ...unread, ...unreadable, ...allMissing], fill: firstOnlyOf };
  });
}

/** Texts that a condition works with: all but those that it only asks whether they are missing. */
const textsIn = (condition: Condition, ground: Ground): number[] =>
  textFieldsOf(condition).flatMap((field) => (holdsTexts(ground, field) ? indexOf(ground, field) : []));

/** The same as a question to one record. */
export function compileCondition(condition: Condition, params: Params, around: Surroundings, match: Asking['match'] = 'any'): Test {
  const mask = compileMask(condition, params, around, { match }).keep();
  return (record) => mask.has(record);
}

/** Asked once for each survey. */
const compile = (condition: Condition, asking: Asking): Question =>
  asking.ground.questions.ask(keyOf(condition, asking), () => question(condition, asking));

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

function question(condition: Condition, asking: Asking): Asked<Surroundings> | Question {
  const { ground, params } = asking;
  switch (condition.op) {
    case 'all':
    case 'any':
      return combination(condition.op, condition.of, asking);
    case 'not': {
      if (mayBeUnknown(condition.of)) return compile(surely(condition.of, false), asking);
      const turned = compile(condition.of, asking);
      const { needs, readable } = turned;
      return { needs, readable, of: [turned], fill: notOf };
    }
    case 'compare':
      return compare(compileQuantity(condition.left, asking), condition.sign, compileQuantity(condition.right, asking));
    case 'near': {
      const { left, right, tolerance } = condition;
      const apart = compileQuantity({ op: 'abs', of: { op: 'minus', left, right } }, asking);
      return compare(apart, '<=', compileQuantity(tolerance, asking));
    }
    case 'empty':
      return isEmpty(condition.field, ground);
    case 'day': {
      const index = indexOf(ground, condition.field);
      const [least, most] = [Number(paramOf('minYear', params)), Number(paramOf('maxYear', params))];
      return { reads: [index], needs: [index], answer: ({ table }) => isDayIn(table, index, least, most) };
    }
    case 'sameText':
      return sameText(condition.field, condition.other, ground);
    case 'personalNumber': {
      const wanted = { dated: isDated, checked: isChecked, coordination: isCoordination | isDated | isChecked }[condition.is];
      return { reads: [textIndexOf(ground, condition.field)], answer: (around) => hasFlags(around, condition.field, wanted) };
    }
    case 'unitIs':
      return { answer: ({ facts: { unit } }) => always(unit !== undefined && condition.kinds.includes(unit.kind)) };
    case 'recordSector': {
      const regions = new Set(ground.codeLists['regions']?.codes.map(({ code }) => code));
      const isOne: IdTest = (id, texts) => regions.has(texts.textOf(id)) === (condition.is === 'region');
      return answersOf(ground, unitField(ground), () => isOne);
    }
    case 'lastYear':
      // Last year's delivery is corrected no more.
      return answeredLastYear((last) => compileMask(condition.of, params, last).all, asking);
    case 'sameAsLastYear':
      return sameAsLastYear(condition.field, asking);
    case 'sameFactAsLastYear':
      return sameFactAsLastYear(condition, asking);
    case 'personInLastYear':
      return {
        reads: readByPanel(ground),
        answer: ({ panel, table }) => (panel ? perRecord(table, (record) => panel.hasPerson(record)) : always(false)),
      };
    case 'inList': {
      const ofTheList = ofTexts(condition.field, condition, asking);
      if (condition.list !== 'activity-codes' || ground.roles.unitCode === undefined) return ofTheList;
      // A unit with both sectors has the codes of both.
      return {
        reads: [indexOf(ground, condition.field), indexOf(ground, unitField(ground))],
        answer: (around) => (hasBothSectors(around) ? isActivityOfItsSector(condition.field, around) : ofTheList.answer!(around)),
      };
    }
    case 'digits': {
      const { field, least, most } = condition;
      return marked(ground, field, () => (marks, first, texts) => texts.markDigits(marks, first, least, most));
    }
    case 'codeIn':
      return codeIn(condition, asking);
    case 'contains':
      return contains(condition, ground);
    default:
      return ofTexts(fieldOf(condition, ground), condition, asking);
  }
}

/** Records whose personal number has all of some flags. */
function hasFlags(around: Surroundings, field: string, wanted: number): Answering {
  const numbers = personalNumbersOf(around, field);
  const column = columnOf(around, field);
  return {
    fill(words, at, from, to) {
      const [flags, { values }] = [numbers.flags(), column];
      fillTested(words, at, from, to, around.table.records, (record) => (flags[values[record]!]! & wanted) === wanted);
    },
    quick: () => ({ kind: 'flags', column, flags: numbers.flags(), wanted }),
  };
}

function ofTexts(field: string, condition: Condition, { ground, params }: Asking): Asked<Surroundings> {
  const ofText =
    (test: (text: string) => boolean): IdTest =>
    (id, texts) =>
      test(texts.textOf(id));
  const ofSurvey = surveyTest(condition, params, ground);
  const ofAnyFile = ofSurvey && ofText(ofSurvey);
  return answersOf(ground, field, (around) => ofAnyFile ?? ofText(unitTest(condition, around)));
}

const isDayIn = ({ columns, records }: Table, index: number, leastYear: number, mostYear: number): Answering => {
  const column = columns[index]!;
  return {
    fill: (words, at, from, to) => fillDays(words, at, from, to, column.values, records, leastYear, mostYear),
    quick: () => (column.values instanceof Float64Array ? undefined : { kind: 'days', column, leastYear, mostYear }),
  };
};

const digitKinds = kinds.zero | kinds.otherDigit;

const withDigit = byKinds((seen) => (seen & digitKinds) !== 0);
const withLetter = byKinds((seen) => (seen & kinds.letter) !== 0);

/** A plain value longer or shorter than every code, or with a first or last letter before or after all of theirs, is none of them. */
function codeIn(condition: Extract<Condition, { op: 'codeIn' }>, { ground, params }: Asking): Asked<Surroundings> {
  const codes = String(params[condition.codes] ?? condition.codes);
  const bounds = codes.split(/[|-]/).filter((code) => code !== '');
  const lengths = bounds.map((code) => code.length);
  const [shortest, longest] = spanOf(lengths);
  const [firstFrom, firstTo] = spanOf(bounds.map((code) => code.charCodeAt(0)));
  const isSingle = !codes.includes('-');
  const [lastFrom, lastTo] = isSingle ? spanOf(bounds.map((code) => code.charCodeAt(code.length - 1))) : [0, Infinity];
  const test = codeRanges(codes);
  const isOne: IdTest = (id, texts) => {
    if (id === 0 || !texts.isAscii(id)) return test(texts.textOf(id));
    const bytes = texts.bytesIn(id);
    if (bytes < shortest || bytes > longest) return false;
    const [first, last] = [texts.byteOf(id, 0), texts.byteOf(id, bytes - 1)];
    return first >= firstFrom && first <= firstTo && last >= lastFrom && last <= lastTo && test(texts.textOf(id));
  };
  // Between two codes may lie a value with other characters than theirs.
  return answersOf(ground, condition.field, () => isOne, isSingle ? noneBut(kindsOfText(bounds.join(''))) : undefined);
}

const spanOf = (numbers: readonly number[]): readonly [least: number, most: number] => [Math.min(...numbers), Math.max(...numbers)];

/** Names are nearly all plain letters: their kinds are looked at, and no text is cut. */
function contains({ field, what }: Extract<Condition, { op: 'contains' }>, ground: Ground): Asked<Surroundings> {
  const [pattern, verdicts] = what === 'digit' ? [/[0-9]/, withDigit] : [/\p{L}/u, withLetter];
  return answersOf(ground, field, () => (id, texts) => pattern.test(texts.textOf(id)), verdicts);
}

function combination(op: 'all' | 'any', conditions: readonly Condition[], asking: Asking): Asked<Surroundings> | Question {
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

function isEmpty(field: string, ground: Ground): Asked<Surroundings> {
  const index = indexOf(ground, field);
  const isText = holdsTexts(ground, field);
  const empty = isText || !ground.zeroIsValue ? 0 : noValue;
  return {
    reads: [index],
    readable: isText ? nothing : [index],
    answer: ({ table }) => inRange(table.columns[index]!, empty, empty, table.records),
  };
}

/** Records whose number cannot be read; with `orMissing` also those without one, where that is not the same as zero. */
function lacking(index: number, ground: Ground, orMissing: boolean): Question {
  const ofMissing = orMissing && ground.zeroIsValue === true;
  return ground.questions.ask(`${orMissing ? 'lacking' : 'unread'} ${index}`, () => ({
    reads: [index],
    answer({ table }) {
      const column = table.columns[index]!;
      const lacks = inRange(column, notDigits, ofMissing ? noValue : tooLong, table.records);
      return ofMissing ? lacks : where(() => column.mayBeUnread, lacks);
    },
  }));
}

/** Records without any of these texts and numbers, where a missing number is not the same as zero. */
const lackingAll = (indexes: readonly number[], ground: Ground): Question =>
  ground.questions.ask(`lacking all ${indexes.join()}`, () => ({
    reads: indexes,
    answer({ table, zeroIsValue }) {
      if (!zeroIsValue) return always(false);
      const columns = indexes.map((index) => table.columns[index]!);
      return perRecord(table, (record) => columns.every(({ values, dictionary }) => values[record] === (dictionary ? 0 : noValue)));
    },
  }));

/** Answers record by record, for questions that are not asked of one text or of numbers. */
const perRecord = ({ records }: Table, test: Test): Answering => ({
  fill: (words, at, from, to) => fillTested(words, at, from, to, records, test),
});

function sameText(field: string, other: string, ground: Ground): Asked<Surroundings> {
  if (holdsTexts(ground, field) !== holdsTexts(ground, other)) throw new Error(`${field} and ${other} are not of one form`);
  const indexes = [indexOf(ground, field), indexOf(ground, other)] as const;
  return {
    reads: indexes,
    ...(holdsTexts(ground, field) ? {} : { needs: indexes }),
    answer({ table }) {
      const [one, another] = [table.columns[indexes[0]]!, table.columns[indexes[1]]!];
      const [first, second] = [one.dictionary, another.dictionary];
      if (!first || !second) return perRecord(table, (record) => one.values[record] === another.values[record]);
      return perRecord(table, (record) => first.textOf(one.values[record]!) === second.textOf(another.values[record]!));
    },
  };
}

const fieldOf = (condition: Condition, { roles }: Ground): string =>
  'field' in condition ? condition.field : (roles.classification ?? '');
