import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withoutKernels } from '../compiled/kernels.ts';
import type { Variable } from '../definition/variable.ts';
import { Dictionary } from '../engine/dictionary.ts';
import { decoderFor } from '../reading/decode.ts';
import { bytesOf } from '../testing/bytes.ts';
import { PersonalNumbers } from './personal-numbers.ts';
import type { Surroundings } from './surroundings.ts';

const two = (number: number): string => String(number).padStart(2, '0');
/** Days that are, and that are not, of both centuries and of co-ordination numbers; with a right check digit now and then. */
const dated = fc
  .tuple(fc.nat(99), fc.nat(13), fc.oneof(fc.nat(32), fc.integer({ min: 60, max: 92 }), fc.constantFrom(28, 29, 30, 31, 89)), fc.nat(9999))
  .map(([year, month, date, rest]) => two(year) + two(month) + two(date) + String(rest).padStart(4, '0'));
const values = fc.oneof(
  { weight: 8, arbitrary: dated },
  { weight: 2, arbitrary: fc.string({ unit: fc.constantFrom(...'0123456789a-å+:/'), minLength: 1, maxLength: 13 }) },
  { weight: 1, arbitrary: fc.constantFrom('0002290000', '0000000000', '9902290016', '2611010008', '1311010009', '0402295017') },
);

/** All that is known of each value, of which some come after the others have been read. */
function told(early: readonly string[], late: readonly string[]) {
  const bytes = bytesOf(early.join(';'));
  const dictionary = new Dictionary(bytes, { isUtf8: true, decode: decoderFor('utf-8') });
  let at = 0;
  for (const value of early) {
    const { length } = bytesOf(value);
    dictionary.internBytes(at, at + length);
    at += length + 1;
  }
  dictionary.settle();
  const table = { columns: [{ variable: {} as Variable, dictionary }], indexOf: { person: 0 } };
  const around = { table, indexOf: table.indexOf, referenceYear: 2026 } as unknown as Surroundings;
  const numbers = new PersonalNumbers(around, 'person');
  const all = () => {
    const { size } = dictionary;
    return {
      flags: [...numbers.flags().subarray(0, size)],
      days: [...numbers.birthDays().subarray(0, size)],
      ages: [...numbers.ages().subarray(0, size)],
    };
  };
  const first = all();
  for (const value of late) dictionary.internText(value);
  return [first, all()];
}

test('personal numbers are read by the kernels as by the plain loop', () => {
  fc.assert(
    fc.property(fc.uniqueArray(values, { minLength: 70, maxLength: 200 }), fc.uniqueArray(values, { maxLength: 90 }), (early, late) => {
      expect(told(early, late)).toEqual(withoutKernels(() => told(early, late)));
    }),
    { numRuns: 100 },
  );
});
