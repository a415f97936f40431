import { expect, test } from 'vitest';
import { allOf, anyOf, firstOnlyOf, notOf } from './combine-words.ts';
import { Masks, type FillFrom, type Mask } from './masks.ts';

/** Yes of the records whose bit is set, which read these columns. */
const ofBits = (masks: Masks, key: string, bits: number, ...reads: number[]): Mask =>
  masks.ask(key, () => ({ reads, fill: (words, at, from, to) => void words.fill(bits, at, at + to - from) }));

test('a question hangs on the columns of all it is made of, and the same columns are one set', () => {
  const masks = new Masks(8);
  const [one, other, both] = [ofBits(masks, 'one', 1, 3), ofBits(masks, 'other', 2, 5), ofBits(masks, 'both', 3, 5, 3, 5)];
  const made = (key: string, ...of: Mask[]): Mask => masks.ask(key, () => ({ of, fill: allOf }));
  expect(made('all', one, other).reads).toEqual(new Set([3, 5]));
  expect(made('all', one, other).reads).toBe(both.reads);
  expect(made('turned', other, one, both).reads).toBe(both.reads);
  expect(made('same', one, ofBits(masks, 'again', 4, 3, 3)).reads).toBe(one.reads);
  expect(masks.ask('more', () => ({ reads: [7], of: [one], fill: allOf })).reads).toEqual(new Set([3, 7]));
  expect(made('nothing').reads).toEqual(new Set());
});

test.each<[string, FillFrom, number]>([
  ['all of them', allOf, 0b0001],
  ['any of them', anyOf, 0b1111],
  ['not the first', notOf, 0b11110000],
  ['only the first', firstOnlyOf, 0b1000],
])('questions are combined: %s', (_, fill, answer) => {
  const masks = new Masks(8);
  const of = [ofBits(masks, 'a', 0b1111, 0), ofBits(masks, 'b', 0b0011, 1), ofBits(masks, 'c', 0b0101, 2)];
  expect([...masks.ask('combined', () => ({ of, fill })).keep().all]).toEqual([answer & 0xff]);
});

test('a question that asks the same as another is that one', () => {
  const masks = new Masks(8);
  const one = ofBits(masks, 'one', 1, 0);
  expect(masks.ask('also', () => one)).toBe(one);
  expect(masks.ask('also', () => ofBits(masks, 'third', 2, 1))).toBe(one);
});

test('a question with a loop of its own over what it is made of is answered after that', () => {
  const masks = new Masks(2100);
  const of = [ofBits(masks, 'a', 0b1100, 0), ofBits(masks, 'b', 0b1010, 1)];
  const both = masks.ask('both', () => ({ of, fill: allOf }));
  const turned = masks.ask('turned', () => ({
    of: [both],
    fill(words, at, from, to, [one]) {
      for (let place = 0; place < to - from; place += 1) words[at + place] = ~words[one!.at + place]!;
    },
  }));
  expect([...turned.keep().all].slice(0, -1)).toEqual(Array.from({ length: 65 }, () => ~0b1000));
});
