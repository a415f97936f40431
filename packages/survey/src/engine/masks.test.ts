import { expect, test } from 'vitest';
import { allOf, anyOf, firstOnlyOf, notOf } from './combine-words.ts';
import { Masks } from './masks.ts';
import { Questions, type FillFrom, type Question } from './questions.ts';

/** A file is here the bits that are turned in all answers about it. */
type File = number;

/** Yes of the records whose bit is set, which read these columns. */
const ofBits = (questions: Questions<File>, key: string, bits: number, ...reads: number[]): Question<File> =>
  questions.ask(key, () => ({
    reads,
    answer: (turned) => ({ fill: (words, at, from, to) => void words.fill(bits ^ turned, at, at + to - from) }),
  }));

const answersOf = (questions: Questions<File>, question: Question<File>, records: number, turned = 0): number[] => [
  ...new Masks(questions, records, () => turned).of(question).keep().all,
];

test('a question hangs on the columns of all it is made of, and the same columns are one set', () => {
  const questions = new Questions<File>();
  const [one, other, both] = [ofBits(questions, 'one', 1, 3), ofBits(questions, 'other', 2, 5), ofBits(questions, 'both', 3, 5, 3, 5)];
  const made = (key: string, ...of: Question<File>[]): Question<File> => questions.ask(key, () => ({ of, fill: allOf }));
  expect(made('all', one, other).reads).toEqual(new Set([3, 5]));
  expect(made('all', one, other).reads).toBe(both.reads);
  expect(made('turned', other, one, both).reads).toBe(both.reads);
  expect(made('same', one, ofBits(questions, 'again', 4, 3, 3)).reads).toBe(one.reads);
  expect(questions.ask('more', () => ({ reads: [7], of: [one], fill: allOf })).reads).toEqual(new Set([3, 7]));
  expect(made('nothing').reads).toEqual(new Set());
});

test.each<[string, FillFrom, number]>([
  ['all of them', allOf, 0b0001],
  ['any of them', anyOf, 0b1111],
  ['not the first', notOf, 0b11110000],
  ['only the first', firstOnlyOf, 0b1000],
])('questions are combined: %s', (_, fill, answer) => {
  const questions = new Questions<File>();
  const of = [ofBits(questions, 'a', 0b1111, 0), ofBits(questions, 'b', 0b0011, 1), ofBits(questions, 'c', 0b0101, 2)];
  const combined = questions.ask('combined', () => ({ of, fill }));
  expect(answersOf(questions, combined, 8)).toEqual([answer & 0xff]);
});

test('a question that asks the same as another is that one', () => {
  const questions = new Questions<File>();
  const one = ofBits(questions, 'one', 1, 0);
  expect(questions.ask('also', () => one)).toBe(one);
  expect(questions.ask('also', () => ofBits(questions, 'third', 2, 1))).toBe(one);
});

test('a question with a loop of its own over what it is made of is answered after that', () => {
  const questions = new Questions<File>();
  const of = [ofBits(questions, 'a', 0b1100, 0), ofBits(questions, 'b', 0b1010, 1)];
  const both = questions.ask('both', () => ({ of, fill: allOf }));
  const turned = questions.ask('turned', () => ({
    of: [both],
    fill(words, at, from, to, [one]) {
      for (let place = 0; place < to - from; place += 1) words[at + place] = ~words[one!.at + place]!;
    },
  }));
  expect(answersOf(questions, turned, 2100).slice(0, -1)).toEqual(Array.from({ length: 65 }, () => ~0b1000));
});

test('files that are asked the same questions side by side know nothing of each other', () => {
  const questions = new Questions<File>();
  const one = ofBits(questions, 'one', 0b0011, 0);
  const [here, there] = [new Masks(questions, 8, () => 0), new Masks(questions, 8, () => 0b0110)];
  const ofHere = here.of(one).keep();
  const kept = there.of(one);
  expect([...ofHere.all]).toEqual([0b0011]);
  // A question that comes later, when both have been asked.
  const turned = questions.ask('turned', () => ({ of: [one], fill: notOf }));
  expect([...there.of(turned).keep().all]).toEqual([0b11111010]);
  expect([0, 1, 2, 3].map((record) => kept.has(record))).toEqual([true, false, true, false]);
  expect([0, 1, 2, 3].map((record) => here.of(turned).has(record))).toEqual([false, false, true, true]);
});
