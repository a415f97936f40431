import fc from 'fast-check';
import { expect, test } from 'vitest';
import { notAtHand } from '../engine/at-hand.ts';
import { november2026 } from '../editions/november-2026/index.ts';
import { bytesOf, windows1252 } from '../testing/bytes.ts';
import { cleanRows, withCells } from '../testing/records.ts';
import { openFile } from './open-file.ts';

const [clean] = cleanRows('0488', 1);

/** Values that are short, long, of other letters, or only like each other. */
const someValues = fc.uniqueArray(
  fc.oneof(
    { weight: 8, arbitrary: fc.string({ unit: fc.constantFrom(...'01a'), minLength: 1, maxLength: 4 }) },
    { weight: 3, arbitrary: fc.string({ unit: fc.constantFrom(...'01aåé'), minLength: 1, maxLength: 14 }) },
    { weight: 1, arbitrary: fc.constantFrom('123456789012', '1234567890123', 'a', 'aa', '\u0001', 'a\u0001', 'Ã¥', 'å', 'a\u030a') },
  ),
  { minLength: 40, maxLength: 80 },
);

test('values of two files that are at hand are found among each other as one by one', () => {
  const dictionaryOf = (values: readonly string[], encode: (text: string) => Uint8Array) => {
    const rows = values.map((name) => withCells(clean!, { name }).join(';'));
    const { table } = openFile(encode(`${rows.join('\r\n')}\r\n`), november2026, undefined, ['name']);
    return table.columns[table.indexOf['name']!]!.dictionary!;
  };
  const isLatin = (value: string) => [...value].every((letter) => letter < '\u0100');
  let [cases, found, missed] = [0, 0, 0];
  fc.assert(
    fc.property(someValues, someValues, fc.boolean(), fc.boolean(), (some, others, isUtf8, isCorrected) => {
      const one = dictionaryOf(some, (text) => bytesOf(text));
      const other = isUtf8 ? dictionaryOf(others, (text) => bytesOf(text)) : dictionaryOf([...others.filter(isLatin), 'ö'], windows1252);
      // As a corrected delivery of last year has it.
      if (isCorrected) one.internText(others[0]!);
      const ids = one.idsOf(other);
      expect(ids).toHaveLength(other.size);
      cases += 1;
      for (const [id, there] of ids.entries()) {
        if (there === notAtHand) continue;
        expect([other.textOf(id), there]).toEqual([other.textOf(id), one.idOf(other, id)]);
        if (there > 0) found += 1;
        else if (there < 0) missed += 1;
      }
    }),
    { numRuns: 200 },
  );
  // Some five of each in every case: fewer cases are tried in a browser than in Node.
  expect(Math.min(found, missed)).toBeGreaterThan(1.5 * cases);
});
