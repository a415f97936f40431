import { expect, test } from 'vitest';
import { withoutKernels } from '../compiled/kernels.ts';
import { november2026 } from '../editions/november-2026/index.ts';
import { openDelivery } from '../open-delivery.ts';
import { bytesOf, quoted, windows1252 } from '../testing/bytes.ts';
import { cleanRows, factsOf, withCells } from '../testing/records.ts';

const sound = ['Påhittsson, Åsa', 'SÃO', 'Ãlund', 'Ç', 'é', 'à', 'ƒ', 'ï', 'Plain', quoted('"Åsa"')];
const garbled = ['PÃ¥hittsson', 'SmÃ¤lt', 'Ã©', 'Ã\u00b6', quoted('"Ã¥sa"')];
/** As only UTF-8 can hold them: the tilde apart, letters that stand elsewhere in Windows-1252, and one that was lost. */
const garbledInUtf8 = ['A\u0303\u00a5lund', '\u00c3\u2013stling', '\u00c3\u2026sa', 'L\ufffdrare', 'A\ufffd'];
const soundInUtf8 = ['A\u0303lund', 'n\u0303\u00a5', '\u4e03', '\u{1f703}'];

/** Records that are said to be garbled, and how the file was read. */
function toldOf(names: readonly string[], encode: (text: string) => Uint8Array<ArrayBuffer>) {
  const rows = cleanRows('0488', names.length).map((row, record) => withCells(row, { name: names[record]! }));
  const delivery = openDelivery(november2026, encode(rows.map((row) => `${row.join(';')}\r\n`).join('')), factsOf('0488'));
  const [found] = delivery.findings().filter(({ rule }) => rule === 'FIL-04');
  return { encoding: delivery.file.encoding, message: found?.message ?? '' };
}

const message = (records: number): string =>
  `Å, ä och ö ser ut att vara fel i ${records} ${records === 1 ? 'post' : 'poster'}. Exportera om filen med rätt teckenkodning.`;

test.each([
  ['windows-1252', windows1252, [...sound.filter((name) => name !== 'ƒ'), ...garbled], garbled.length],
  [
    'utf-8',
    (text: string) => bytesOf(text),
    [...sound, ...garbled, ...soundInUtf8, ...garbledInUtf8],
    garbled.length + garbledInUtf8.length,
  ],
] as const)('FIL-04: letters that were read in another way are found in %s, and no others', (encoding, encode, names, records) => {
  expect(toldOf(names, encode)).toEqual({ encoding, message: message(records) });
  expect(withoutKernels(() => toldOf(names, encode))).toEqual({ encoding, message: message(records) });
  for (const name of names)
    expect([name, toldOf([name, 'Åsa', 'Ö', 'ä'], encode).message]).toEqual([
      name,
      [...garbled, ...garbledInUtf8].includes(name) ? message(1) : '',
    ]);
});
