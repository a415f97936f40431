import { deflateRawSync, constants } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { november2026 } from '../../editions/november-2026/index.ts';
import { openDelivery } from '../../open-delivery.ts';
import { cleanRows, factsOf } from '../../testing/records.ts';
import { workbookParts, zipOf } from '../../testing/workbook.ts';
import { inflate } from './inflate.ts';

function unpacked(bytes: Uint8Array): Uint8Array {
  const pieces: Uint8Array[] = [];
  inflate(bytes, (piece) => void pieces.push(piece.slice()));
  return Uint8Array.from(Buffer.concat(pieces));
}

test('what zlib has packed is unpacked to what it was, whatever the level and the strategy', () => {
  const content = fc.oneof(
    fc.uint8Array({ maxLength: 5000 }),
    fc
      .array(fc.constantFrom('<c r="A1"><v>', '</v></c>', '33500', 'Å', '\n'), { maxLength: 4000 })
      .map((parts) => new TextEncoder().encode(parts.join(''))),
    fc.tuple(fc.nat(255), fc.nat(300_000)).map(([byte, length]) => new Uint8Array(length).fill(byte)),
  );
  const strategy = fc.constantFrom(constants.Z_DEFAULT_STRATEGY, constants.Z_HUFFMAN_ONLY, constants.Z_RLE, constants.Z_FIXED);
  fc.assert(
    fc.property(content, fc.integer({ min: 0, max: 9 }), strategy, (bytes, level, how) => {
      expect(Buffer.compare(unpacked(deflateRawSync(bytes, { level, strategy: how })), bytes)).toBe(0);
    }),
    { numRuns: 200 },
  );
});

test('R72: a bomb is refused within two seconds and a little memory, although its directory lies about its size', () => {
  const parts = workbookParts([{ name: 'Blad1', rows: [['x']] }]);
  const bomb = new TextEncoder().encode('<c></c>'.repeat(40_000_000));
  const packed = deflateRawSync(bomb, { level: 9 });
  const file = zipOf(
    parts.map((part) => (part.name.startsWith('xl/worksheets') ? { name: part.name, bytes: bomb, packed, claims: 1000 } : part)),
  );
  const before = process.memoryUsage().rss;
  const startedAt = performance.now();
  const { file: facts, isFatal } = openDelivery(november2026, file, factsOf('0488'));
  expect(performance.now() - startedAt).toBeLessThan(2000);
  expect(process.memoryUsage().rss - before).toBeLessThan(300_000_000);
  expect([isFatal, facts.refused]).toEqual([true, 'tooDense']);
});

test('a packed workbook of 5,000 records is answered as the file of text', () => {
  const rows = cleanRows('0488', 5000, 3);
  const parts = workbookParts([{ name: 'Blad1', rows }]).map((part) => ({ ...part, packed: new Uint8Array(deflateRawSync(part.bytes)) }));
  const opened = openDelivery(november2026, zipOf(parts), factsOf('0488'));
  const expected = openDelivery(november2026, new TextEncoder().encode(rows.map((row) => row.join(';')).join('\n')), factsOf('0488'));
  expect(opened.file.records).toBe(5000);
  expect(opened.findings()).toEqual(expected.findings());
});
