import type { FillFrom } from './questions.ts';

// Hundreds are put together for one word after each correction: by number, since nothing has to be made for that.

/** Where all of some questions are answered yes. */
export const allOf: FillFrom = (words, at, from, to, of) => {
  words.fill(0xffffffff, at, at + to - from);
  for (let place = 0; place < of.length; place += 1) andWords(words, at, to - from, words, of[place]!.at);
};

/** Where one of them is. */
export const anyOf: FillFrom = (words, at, from, to, of) => {
  words.fill(0, at, at + to - from);
  for (let place = 0; place < of.length; place += 1) orWords(words, at, to - from, words, of[place]!.at);
};

/** Where the first is not. */
export const notOf: FillFrom = (words, at, from, to, of) => turnWords(words, at, to - from, words, of[0]!.at);

/** Where the first is, and none of the others. */
export const firstOnlyOf: FillFrom = (words, at, from, to, of) => {
  copyWords(words, at, to - from, words, of[0]!.at);
  for (let place = 1; place < of.length; place += 1) andNotWords(words, at, to - from, words, of[place]!.at);
};

// What is done with some words from `at` on and as many others, for all questions by the same loops.

export function copyWords(words: Int32Array, at: number, count: number, others: Int32Array, otherAt: number): void {
  for (let place = 0; place < count; place += 1) words[at + place] = others[otherAt + place]!;
}

function turnWords(words: Int32Array, at: number, count: number, others: Int32Array, otherAt: number): void {
  for (let place = 0; place < count; place += 1) words[at + place] = ~others[otherAt + place]!;
}

export function andWords(words: Int32Array, at: number, count: number, others: Int32Array, otherAt: number): void {
  for (let place = 0; place < count; place += 1) words[at + place]! &= others[otherAt + place]!;
}

function andNotWords(words: Int32Array, at: number, count: number, others: Int32Array, otherAt: number): void {
  for (let place = 0; place < count; place += 1) words[at + place]! &= ~others[otherAt + place]!;
}

function orWords(words: Int32Array, at: number, count: number, others: Int32Array, otherAt: number): void {
  for (let place = 0; place < count; place += 1) words[at + place]! |= others[otherAt + place]!;
}
