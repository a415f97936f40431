import { kinds, kindsOfCharacters } from '../kernels/character-kinds.ts';
import type { Dictionary } from '../engine/dictionary.ts';
import { fillAnswers } from '../engine/fill-words.ts';
import { giveBack, lendBytes } from '../engine/lent.ts';
import type { Answering, Asked } from '../engine/questions.ts';
import type { Column } from '../engine/table.ts';
import { textIndexOf, type Ground } from './ground.ts';
import { columnOf, type Mask, type Question, type Surroundings, type Test } from './surroundings.ts';

/** Asked of a distinct value by its id; its text is cut only when it is wanted. */
export type IdTest = (id: number, texts: Dictionary) => boolean;

/** The answer for all values with the same kinds of characters, by those: 0, 1, or `undecided` where they alone do not tell. */
export type ByKinds = Uint8Array;
const undecided = 2;

/** Of a value that is not ASCII the kinds do not tell. */
export const byKinds = (answer: (seen: number) => boolean | undefined): ByKinds =>
  Uint8Array.from({ length: kindsOfCharacters }, (_, seen) => {
    const told = (seen & kinds.beyond) === 0 ? answer(seen) : undefined;
    return told === undefined ? undecided : told ? 1 : 0;
  });

/** Values with another character than these kinds are not what is asked for. */
export const noneBut = (allowed: number): ByKinds => (tables[allowed] ??= byKinds((seen) => ((seen & ~allowed) === 0 ? undefined : false)));
const tables: (ByKinds | undefined)[] = Array.from({ length: kindsOfCharacters });
const untold = new Uint8Array(kindsOfCharacters).fill(undecided);
const aboutSomebody = byKinds((seen) => (seen & ~(kinds.zero | kinds.blank)) !== 0);

/** A question to the text of a field, asked of all distinct values at once: 1 is written for each id from the first on that is answered yes. */
export function marked(
  ground: Ground,
  field: string,
  markOf: (around: Surroundings) => (marks: Uint8Array, first: number, texts: Dictionary) => boolean,
): Asked<Surroundings> {
  const index = textIndexOf(ground, field);
  return {
    reads: [index],
    answer(around) {
      const { columns, records } = around.table;
      const mark = markOf(around);
      return lookedUp(columns[index]!, records, (marks, first) => mark(marks, first, columns[index]!.dictionary!));
    },
  };
}

/** The same, asked of one distinct value after the other. */
export const answersOf = (
  ground: Ground,
  field: string,
  testOf: (around: Surroundings) => IdTest,
  verdicts: ByKinds = untold,
): Asked<Surroundings> =>
  marked(ground, field, (around) => {
    const test = testOf(around);
    return (marks, first, texts) => hasOther(texts, verdicts) && answerAll(marks, first, texts, verdicts, test);
  });

/** Whether there is a value for which the answer is not plainly no. */
function hasOther(dictionary: Dictionary, verdicts: Uint8Array): boolean {
  for (let seen = 0; seen < kindsOfCharacters; seen += 1) if (verdicts[seen] !== 0 && dictionary.hasKinds(seen)) return true;
  return false;
}

function answerAll(answers: Uint8Array, first: number, dictionary: Dictionary, verdicts: Uint8Array, test: IdTest): boolean {
  const { allKinds: kindsOf } = dictionary;
  let hasYes = false;
  for (let place = 0; place < answers.length; place += 1) {
    const verdict = verdicts[kindsOf[first + place]!]!;
    if (verdict === 0 || (verdict === undecided && !test(first + place, dictionary))) continue;
    answers[place] = 1;
    hasYes = true;
  }
  return hasYes;
}

/**
 * Answers by dictionary id, looked up for every record; ids that are new are answered first.
 * @param answer writes 1 for each id from the first on that is answered yes, where 0 stands; tells whether there is one
 */
export function lookedUp(column: Column, records: number, answer: (answers: Uint8Array, first: number) => boolean): Answering {
  // Most questions are about what is wrong, and where no value is, nothing is kept and no record has to be looked at.
  let answers: Int32Array | undefined;
  let known = 0;
  const told = () => {
    const { size } = column.dictionary!;
    if (known < size) {
      const fresh = lendBytes(size - known);
      if (answer(fresh, known) || answers) answers = withAnswers(answers, fresh, known, size);
      giveBack(fresh);
      known = size;
    }
    return answers;
  };
  return {
    fill(words, at, from, to) {
      const all = told();
      if (all) fillAnswers(words, at, from, to, column.values, records, all);
      else words.fill(0, at, at + to - from);
    },
    quick() {
      const all = told();
      return all ? { kind: 'lookUp', column, answers: all } : { kind: 'fill', isYes: false };
    },
  };
}

/** A bit for each id. */
function withAnswers(answers: Int32Array | undefined, fresh: Uint8Array, known: number, size: number): Int32Array {
  const words = (size + 31) >>> 5;
  const room = answers && answers.length >= words ? answers : new Int32Array(known === 0 ? words : Math.ceil(words * 1.1));
  if (answers && room !== answers) room.set(answers);
  for (let place = 0; place < fresh.length; place += 1) {
    const id = known + place;
    room[id >>> 5]! |= fresh[place]! << id;
  }
  return room;
}

/** A test on the text of a field as a question to one record, asked once for each distinct value. */
export function perValue(around: Surroundings, field: string, test: (text: string) => boolean): Test {
  const column = columnOf(around, field);
  const { dictionary } = column;
  if (!dictionary) throw new Error(`${field} is numeric: it has no text conditions`);
  const known: boolean[] = [];
  return (record) => {
    const id = column.values[record]!;
    return (known[id] ??= test(dictionary.textOf(id)));
  };
}

const everybody: Answering = {
  fill: (words, at, from, to) => void words.fill(0xffffffff, at, at + to - from),
  quick: () => ({ kind: 'fill', isYes: true }),
};
const noOne: Answering = {
  fill: (words, at, from, to) => void words.fill(0, at, at + to - from),
  quick: () => ({ kind: 'fill', isYes: false }),
};

/** The same answer for every record. */
export const always = (isYes: boolean): Answering => (isYes ? everybody : noOne);

/** The answer while something is so, which a correction can change; no record else. */
export const where = (isSo: () => boolean, those: Answering): Answering => {
  const asked = () => (isSo() ? those : noOne);
  return { fill: (words, at, from, to) => asked().fill(words, at, from, to), quick: () => asked().quick?.() };
};

/** Records that say who they are about. Only zeros is no number (P07-01): records without one are nobody together. */
export const somebody = ({ masks, ground }: Surroundings): Mask => masks.of(asksForSomebody(ground));

function asksForSomebody(ground: Ground): Question {
  const { person } = ground.roles;
  if (person === undefined) return ground.questions.ask('nobody', () => ({ answer: () => always(false) }));
  return ground.questions.ask('somebody', () => answersOf(ground, person, () => isAnybody, aboutSomebody));
}

const isAnybody: IdTest = (id, texts) => [...texts.textOf(id)].some((letter) => letter > ' ' && letter !== '0');
