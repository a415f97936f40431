import type { Variable } from '../definition/variable.ts';

/** Which variable each cell of a row names; -1 for none. */
export type Named = readonly number[];

/** Share of the mandatory variables that a row must name before it is believed to be a header. */
const enough = 0.8;
/** No header has as many cells. */
const mostColumns = 500;

/**
 * Variables that the cells of a row name, by id, by name, or by number, when they name nearly all that are mandatory. Capitals,
 * blanks, accents and punctuation make no difference; a name that is misspelt by one letter or two counts when it is like one
 * variable only. Bare numbers count when the row holds nothing else.
 * @returns undefined for a row that is no such header
 */
export function columnsNamed(texts: readonly string[], variables: readonly Variable[]): Named | undefined {
  if (texts.length < 2 || texts.length > mostColumns) return undefined;
  const words = texts.map(folded);
  const names = namesOf(variables);
  const least = Math.max(2, Math.ceil(enough * names.mandatory.length));
  const areAllNumbers = areNumbers(words, variables.length);
  // The first record of most files: nothing in it could be so many names.
  if (
    !areAllNumbers &&
    words.filter((word) => names.exact.has(word) || mayBeMisspelt(word)).length < Math.min(least, names.mandatory.length)
  )
    return undefined;
  const named = areAllNumbers
    ? words.map((word) => (word === '' ? -1 : Number(word) - 1))
    : words.map((word) => names.exact.get(word) ?? nearest(word, names.words));
  const found = new Set(named.filter((variable) => variable >= 0));
  if (names.mandatory.filter((variable) => found.has(variable)).length < Math.min(least, names.mandatory.length)) return undefined;
  return found.size < least ? undefined : named;
}

interface Names {
  readonly exact: ReadonlyMap<string, number>;
  readonly words: readonly string[];
  readonly mandatory: readonly number[];
}

/** A workbook asks of many rows. */
const remembered = new WeakMap<readonly Variable[], Names>();

function namesOf(variables: readonly Variable[]): Names {
  const known = remembered.get(variables);
  if (known) return known;
  const exact = new Map<string, number>();
  for (const [index, { id, name, number }] of variables.entries())
    for (const word of [id, name, `${number} ${name}`, `falt ${number}`]) if (!exact.has(folded(word))) exact.set(folded(word), index);
  const places = variables.map((_, index) => index);
  const mandatory = places.filter((index) => Object.values(variables[index]!.required).every((requirement) => requirement === 'M'));
  const names = { exact, words: variables.map(({ name }) => folded(name)), mandatory: mandatory.length > 0 ? mandatory : places };
  remembered.set(variables, names);
  return names;
}

/** Different numbers of fields and nothing else: no record looks so. */
function areNumbers(words: readonly string[], fields: number): boolean {
  const filled = words.filter((word) => word !== '');
  return new Set(filled).size === filled.length && filled.every((word) => /^[1-9][0-9]{0,2}$/.test(word) && Number(word) <= fields);
}

const folded = (text: string): string =>
  /^[0-9]*$/.test(text)
    ? text.slice(0, 200)
    : text
        .slice(0, 200)
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]/gu, '');

const mayBeMisspelt = (word: string): boolean => word.length >= 8 && !/^[0-9]+$/.test(word);

/** The one variable whose name is at most two letters away; -1 when there is none, or more. Short names are not guessed. */
function nearest(word: string, names: readonly string[]): number {
  if (!mayBeMisspelt(word)) return -1;
  let near = -1;
  for (const [index, name] of names.entries()) {
    if (distance(word, name, 2) > 2) continue;
    if (near >= 0) return -1;
    near = index;
  }
  return near;
}

/** Letters to insert, delete or change; more than `most` is not counted further. */
function distance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let index = 1; index <= one.length; index += 1) {
    const now = [index];
    for (let place = 1; place <= other.length; place += 1)
      now[place] = Math.min(before[place]! + 1, now[place - 1]! + 1, before[place - 1]! + (one[index - 1] === other[place - 1] ? 0 : 1));
    if (Math.min(...now) > most) return most + 1;
    before = now;
  }
  return before[other.length]!;
}
