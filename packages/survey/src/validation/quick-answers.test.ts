import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withoutKernels } from '../compiled/kernels.ts';
import type { Variable } from '../definition/variable.ts';
import { noValue, notDigits, tooLong } from '../reading/encode-number.ts';
import { compare, inRange, type Sign } from './compare.ts';
import { Bitset } from '../engine/bitset.ts';
import { allOf, anyOf, firstOnlyOf, notOf } from '../engine/combine-words.ts';
import { Dictionary } from '../engine/dictionary.ts';
import { fillAnswers, fillDays, fillTested } from '../engine/fill-words.ts';
import { Masks } from '../engine/masks.ts';
import { Questions, type Answering } from '../engine/questions.ts';
import type { Column, Values } from '../engine/table.ts';
import type { Ground } from './ground.ts';
import { compileQuantity, type Quantified } from './numbers.ts';
import type { Mask, Surroundings } from './surroundings.ts';

const days = [19_991_231, 20_240_229, 20_230_229, 20_240_431, 20_240_430, 20_241_231, 20_241_301, 20_240_100, 0, 1];
const numbers = fc.oneof(
  fc.constantFrom(...days),
  fc.integer({ min: 0, max: 70_000 }),
  fc.constantFrom(noValue, notDigits, tooLong, 2147483647),
);
const kinds = { narrow: Uint16Array, wide: Int32Array, long: Float64Array };

/** Two columns of numbers and one of ids, each in an array of a width that is asked for. */
const files = fc
  .record({
    records: fc.integer({ min: 0, max: 2500 }),
    width: fc.constantFrom<keyof typeof kinds>('narrow', 'wide', 'long'),
    seed: fc.array(numbers, { minLength: 1, maxLength: 40 }),
    other: fc.array(numbers, { minLength: 1, maxLength: 37 }),
    ids: fc.constantFrom(1, 2, 60, 64, 65, 200, 256, 300, 70_000),
  })
  .map(({ records, width, seed, other, ids }) => {
    const within = (value: number) => (width === 'narrow' ? Math.abs(value) % 65_536 : value);
    const idsOf = ids <= 256 ? Uint8Array : ids <= 65_536 ? Uint16Array : Int32Array;
    return {
      records,
      ids,
      one: column(kinds[width].from(perRecord(records, (record) => within(seed[(record * 7) % seed.length]!)))),
      other: column(Int32Array.from({ length: records }, (_, record) => other[(record * 5) % other.length]!)),
      texts: column(idsOf.from(perRecord(records, (record) => (record * 7919) % ids)), ids),
    };
  });

const perRecord = (records: number, value: (record: number) => number): number[] =>
  Array.from({ length: records }, (_, record) => value(record));

function column(values: Values, ids = 0): Column {
  const dictionary = ids === 0 ? undefined : new Dictionary(new Uint8Array(0), { isUtf8: true, decode: () => '' });
  for (let id = 1; id < ids; id += 1) dictionary?.internText(`ä${id}`);
  return { variable: {} as Variable, values, dictionary, mayBeUnread: true };
}

type File = typeof files extends fc.Arbitrary<infer Made> ? Made : never;

/** All that is asked of a file, each of the others hanging on some of those before. */
function ask(file: File, chosen: readonly number[], isSkipping: boolean): { masks: Masks<Surroundings>; asked: Mask[] } {
  const { records, one, other, texts, ids } = file;
  const questions = new Questions<Surroundings>();
  const [first = 0, second = 0, third = 0] = chosen;
  const ground = {
    zeroIsValue: true,
    variables: [{ form: 'N' }, { form: 'N' }],
    indexOf: { one: 0, other: 1 },
    questions,
  } as unknown as Ground;
  const around = { ...ground, ground, table: { records, columns: [one, other], indexOf: ground.indexOf } } as unknown as Surroundings;
  const masks = new Masks(questions, records, () => around);
  const asking = { params: {}, ground, match: 'any', missing: isSkipping ? 'skipIfAnyMissing' : 'skipIfAllMissing' } as const;
  const quantity = (of: Parameters<typeof compileQuantity>[0]) => compileQuantity(of, asking);
  const compared = (left: Quantified, sign: Sign, right: Quantified): Answering => compare(left, sign, right).answer!(around);
  const answers = new Int32Array((ids + 31) >>> 5);
  for (let id = 0; id < ids; id += 1) if ((id * first + second) % 3 === 0) answers[id >>> 5]! |= 1 << id;
  // Each kind of table; in whole numbers 0 is none.
  const ofId = (id: number): number => (id % 5 === 0 ? Number.NaN : id * 300);
  const ofIds = [
    Float32Array.from({ length: ids }, (_, id) => ofId(id)),
    Float64Array.from({ length: ids }, (_, id) => ofId(id)),
    Int32Array.from({ length: ids }, (_, id) => ofId(id) || 0),
  ][third % 3]!;
  const byId: Quantified = {
    reads: [],
    numeric: [],
    of: () => ({
      quick: () => ({ kind: 'byId', column: texts, numbers: ofIds }),
      fill(from, to, into) {
        for (let record = from; record < to; record += 1) into[record - from] = ofId(texts.values[record]!) || Number.NaN;
      },
    }),
  };
  const sum = quantity({ op: 'plus', left: { field: 'one' }, right: { op: 'times', left: { field: 'other' }, right: 2 } });
  const answering: Answering[] = [
    inRange(one, Math.min(first, second), Math.max(first, second), records),
    inRange(other, -Infinity, third, records),
    inRange(one, 0.5, Infinity, records),
    inRange(texts, second % 300, second % 300, records),
    {
      fill: (words, at, from, to) => fillAnswers(words, at, from, to, texts.values, records, answers),
      quick: () => ({ kind: 'lookUp', column: texts, answers }),
    },
    {
      fill: (words, at, from, to) => fillDays(words, at, from, to, other.values, records, 1900, 2030),
      quick: () => ({ kind: 'days', column: other, leastYear: 1900, mostYear: 2030 }),
    },
    compared(quantity({ field: 'one' }), '<', quantity({ field: 'other' })),
    compared(sum, '>=', quantity({ op: 'over', left: { field: 'other' }, right: { field: 'one' } })),
    compared(quantity({ op: 'abs', of: { op: 'minus', left: { field: 'one' }, right: { field: 'other' } } }), '<=', quantity(third)),
    compared(quantity({ op: 'least', left: { field: 'one' }, right: { field: 'other' } }), '=', quantity({ field: 'one' })),
    compared(quantity({ op: 'greatest', left: { field: 'one' }, right: 7 }), '>', byId),
    // No kernel answers these.
    { fill: (words, at, from, to) => fillTested(words, at, from, to, records, (record) => (record * first) % 3 === 1) },
    compared(quantity({ op: 'daysTo', left: { field: 'one' }, right: { field: 'other' } }), '>', quantity(30)),
  ];
  const asked = answering.map((how, place) => questions.ask(`question ${place}`, () => ({ answer: () => how })));
  for (const [place, fill] of [allOf, anyOf, firstOnlyOf, notOf, allOf, anyOf].entries()) {
    const of = [first, second, third].map((which) => asked[(which + place) % asked.length]!);
    asked.push(questions.ask(`made ${place}`, () => ({ of, fill })));
  }
  return { masks, asked: asked.map((question) => masks.of(question)) };
}

const answersOf = (file: File, chosen: readonly number[], isSkipping: boolean) => {
  const { masks, asked } = ask(file, chosen, isSkipping);
  asked[chosen[0]! % asked.length]!.keep();
  const written = asked.map((mask) => [mask, new Bitset(masks.records)] as const);
  masks.answer(written);
  const once = written.map(([, bits]) => [...bits.records()]);
  // What is known is asked for as it is, and what is written may take the place of something else.
  masks.answer(written, true);
  const again = written.map(([, bits]) => [...bits.records()]);
  return { once, again, kept: [...asked[chosen[0]! % asked.length]!.all] };
};

test('whatever is asked, the kernels answer as the plain loops', () => {
  const places = fc.tuple(fc.nat(70_000), fc.nat(70_000), fc.nat(70_000));
  fc.assert(
    fc.property(files, places, fc.boolean(), (file, chosen, isSkipping) => {
      const quick = answersOf(file, chosen, isSkipping);
      expect(quick).toEqual(withoutKernels(() => answersOf(file, chosen, isSkipping)));
      expect(quick.again).toEqual(quick.once);
    }),
    { numRuns: 150 },
  );
});
