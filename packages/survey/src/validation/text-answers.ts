import { kinds } from '../engine/dictionary.ts';
import type { Fill, Mask } from '../engine/masks.ts';
import { columnOf, indexOf, type Surroundings, type Test } from './surroundings.ts';

/** Asked of a distinct value by its id; its text is cut only when it is wanted. */
export type IdTest = (id: number, text: () => string) => boolean;

/** A question to the text of a field, asked once for each distinct value and looked up for every record. */
export function answersOf(around: Surroundings, field: string, test: IdTest): { readonly reads: number[]; readonly fill: Fill } {
  const column = columnOf(around, field);
  const { dictionary } = column;
  if (!dictionary) throw new Error(`${field} is numeric: it has no text conditions`);
  const { records } = around.table;
  let answers = new Uint8Array(64);
  let known = 0;
  let asked = 0;
  let hasYes = false;
  const text = () => dictionary.textOf(asked);
  return {
    reads: [indexOf(around, field)],
    fill(words, from, to) {
      const { size } = dictionary;
      if (known < size) {
        if (answers.length < size) {
          const longer = new Uint8Array(Math.max(size, answers.length * 2));
          longer.set(answers);
          answers = longer;
        }
        for (; known < size; known += 1) {
          asked = known;
          answers[known] = test(known, text) ? 1 : 0;
          hasYes ||= answers[known] === 1;
        }
      }
      // Most questions are about what is wrong, and where no value is, no record has to be looked at.
      if (!hasYes) return void words.fill(0, from, to);
      const { values } = column;
      for (let word = from; word < to; word += 1) {
        const first = word * 32;
        const count = Math.min(32, records - first);
        let bits = 0;
        for (let place = 0; place < count; place += 1) bits |= answers[values[first + place]!]! << place;
        words[word] = bits;
      }
    },
  };
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

/** Records that say who they are about. Only zeros is no number (P07-01): records without one are nobody together. */
export function somebody(around: Surroundings): Mask {
  const field = around.roles.person;
  if (field === undefined)
    return around.masks.ask('nobody', () => ({ reads: [], fill: (words, from, to) => void words.fill(0, from, to) }));
  const { dictionary } = columnOf(around, field);
  return around.masks.ask('somebody', () =>
    answersOf(around, field, (id, text) =>
      dictionary!.isAscii(id)
        ? (dictionary!.kindsIn(id) & ~(kinds.zero | kinds.blank)) !== 0
        : [...text()].some((letter) => letter > ' ' && letter !== '0'),
    ),
  );
}
