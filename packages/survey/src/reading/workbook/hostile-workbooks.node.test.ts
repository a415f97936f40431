import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { november2026 } from '../../editions/november-2026/index.ts';
import { openDelivery } from '../../open-delivery.ts';
import { bytesOf } from '../../testing/bytes.ts';
import { cleanRows, factsOf } from '../../testing/records.ts';
import { workbookParts, zipOf, type ZipPart } from '../../testing/workbook.ts';
import { Checksum } from './checksum.ts';

const facts = factsOf('0488');
const rows = cleanRows('0488', 3);
const parts = workbookParts([{ name: 'Blad1', rows }]);
const sheetPath = 'xl/worksheets/sheet1.xml';

const packed = (part: ZipPart): ZipPart => ({ ...part, packed: new Uint8Array(deflateRawSync(part.bytes)) });
/** Stored as they are, so that no density gives them away. */
const withParts = (changed: Readonly<Record<string, string>>): Uint8Array =>
  zipOf(parts.map((part) => (part.name in changed ? { name: part.name, bytes: bytesOf(changed[part.name]!) } : part)));
const textOf = ({ bytes }: ZipPart) => new TextDecoder().decode(bytes);
const sheetOf = (content: string) => ({ [sheetPath]: `<worksheet><sheetData>${content}` });

/** The answer to a file, with the processor time, which other work on the machine does not lengthen, and the memory it took. */
function asked(file: Uint8Array) {
  const before = process.memoryUsage();
  const startedAt = process.cpuUsage();
  const { file: read, isFatal } = openDelivery(november2026, file, facts);
  const { user, system } = process.cpuUsage(startedAt);
  const milliseconds = (user + system) / 1000;
  const after = process.memoryUsage();
  return { refused: read.refused, isFatal, milliseconds, bytes: after.rss - before.rss };
}

/** What is said of a file, and whether it was said in time and in little memory. */
function answerTo(file: Uint8Array) {
  const { refused, isFatal, milliseconds, bytes } = asked(file);
  return { refused, isFatal, isQuick: milliseconds < 2000, isSmall: bytes < 300_000_000 };
}

const refusal = (refused: string) => ({ refused, isFatal: true, isQuick: true, isSmall: true });

test('one long text that many cells share is refused before it is written once for each', () => {
  const text = `<sst><si><t>${'x'.repeat(900_000)}</t></si></sst>`;
  expect(answerTo(withParts({ 'xl/sharedStrings.xml': text, ...sheetOf('<row><c t="s"><v>0</v></c></row>'.repeat(200_000)) }))).toEqual(
    refusal('tooLarge'),
  );
});

test('R72: rows that are empty but for a column far to the right are refused when they are more than any file, and are told of when not', () => {
  expect(answerTo(withParts(sheetOf('<row><c r="SR1"><v>1</v></c></row>'.repeat(130_000))))).toEqual(refusal('tooLarge'));
  const file = withParts(sheetOf('<row><c r="XFD1"><v>1</v></c></row>'.repeat(100_000)));
  const { milliseconds, bytes } = asked(file);
  expect(milliseconds).toBeLessThan(2000);
  expect(bytes).toBeLessThan(300_000_000);
  const stray = [
    ...parts.slice(0, 4),
    { name: sheetPath, bytes: bytesOf(textOf(parts[4]!).replace('</row>', '<c r="XFD1"><v>1</v></c></row>')) },
  ];
  const opened = openDelivery(november2026, zipOf(stray), facts);
  expect(opened.file).toMatchObject({ records: 3, fields: 42, workbook: { beyond: 1 } });
});

test('more shared texts than any workbook has are refused', () =>
  expect(answerTo(withParts({ 'xl/sharedStrings.xml': `<sst>${'<si/>'.repeat(2_000_001)}</sst>` }))).toEqual(refusal('tooLarge')));

test('a thousand sheets that are one and the same part are refused', () => {
  const sheets = '<sheet name="B" sheetId="1" r:id="rId1"/>'.repeat(1000);
  expect(answerTo(withParts({ 'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${sheets}</sheets></workbook>` }))).toEqual(
    refusal('tooManyParts'),
  );
});

test('R72: too many parts are refused by their number alone, and as many as can be claimed are not waited for', () => {
  const file = zipOf([...parts, ...Array.from({ length: 1000 }, (_, index): ZipPart => ({ name: `xl/${index}`, bytes: bytesOf('x') }))]);
  expect(answerTo(file)).toEqual(refusal('tooManyParts'));
  const claiming = zipOf(parts);
  new DataView(claiming.buffer).setUint16(claiming.length - 12, 65_535, true);
  expect(answerTo(claiming)).toEqual(refusal('tooManyParts'));
});

test('parts that lie in each other are refused, also when each stands in the uncompressed bytes of the one before', () => {
  expect(answerTo(zipOf(parts, { offset: (index, right) => (index === 0 ? right : right - 1) }))).toEqual(refusal('damaged'));
  // Every part claims to be packed as all that follows it.
  const nested = parts.map((part, index) => ({ ...part, packed: bytesOf(...parts.slice(index).map(({ bytes }) => bytes)) }));
  expect(answerTo(zipOf(nested, { offset: (index) => index * 10 }))).toEqual(refusal('damaged'));
});

test('R73: a part whose name climbs out of its folder is refused', () => {
  for (const name of ['../../etc/passwd', 'xl/../../x', 'C:\\x', 'xl\\..\\x'])
    expect(answerTo(zipOf([...parts, { name, bytes: bytesOf('x') }]))).toEqual(refusal('damaged'));
});

test('R74: a declaration, an external text and a text that doubles itself are refused as the document type they need', () => {
  for (const doctype of [
    '<!DOCTYPE a SYSTEM "http://localhost:1/a.dtd">',
    '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
    '<!DOCTYPE a [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>',
  ])
    expect(answerTo(zipOf(workbookParts([{ name: 'B', rows }], { doctype })))).toEqual(refusal('doctype'));
  expect(answerTo(withParts(sheetOf('<row><c t="str"><v>&x;</v></c></row>')))).toEqual(refusal('doctype'));
});

test('a tag, a comment and a text without an end are refused', () => {
  for (const start of ['<c r="', '<!-- ', '<![CDATA[', '<v>'])
    expect(answerTo(withParts(sheetOf(`<row>${start}${'x'.repeat(1_200_000)}`)))).toEqual(refusal('xml'));
});

test('a part that is not what the file says of it, or whose text has not come to its end, is refused: records would be missed by nobody', () => {
  const [sheet, xml] = ['xl/worksheets/sheet1.xml', new TextDecoder().decode(parts.find(({ name }) => name.endsWith('sheet1.xml'))!.bytes)];
  expect(answerTo(withParts({ [sheet]: xml })).refused).toBe(undefined);
  const row = xml.lastIndexOf('<row');
  for (const text of [
    xml.slice(0, row),
    xml.slice(0, xml.length / 2),
    `${xml.slice(0, row)}garbage`,
    `${xml}garbage`,
    `${xml}<worksheet/>`,
    xml.replace('</row>', '</rwo>'),
    xml.replace('</sheetData>', ''),
    '<x>'.repeat(300) + '</x>'.repeat(300),
    '',
  ])
    expect(answerTo(withParts({ [sheet]: text }))).toEqual(refusal('xml'));
  const changed = parts.map((part) => {
    const bytes = part.bytes.slice();
    // One digit of a salary, in a file that is whole otherwise.
    if (part.name === sheet) bytes[bytesOf(xml.slice(0, xml.indexOf('0029350'))).length + 2] = 0x39;
    return { ...part, bytes };
  });
  const checksum = new Checksum();
  checksum.add(bytesOf(xml));
  expect(xml).toContain('0029350');
  expect(answerTo(zipOf(changed)).refused).toBe(undefined);
  expect(answerTo(zipOf(changed.map((part) => (part.name === sheet ? { ...part, checksum: checksum.value } : part))))).toEqual(
    refusal('damaged'),
  );
  expect(answerTo(zipOf(parts.map((part) => (part.name === sheet ? { ...part, claims: part.bytes.length + 1 } : part))))).toEqual(
    refusal('damaged'),
  );
});

test('a packed workbook with some of its bytes changed, cut or doubled is read or refused, and every row is accounted for', () => {
  const whole = zipOf(parts.map(packed));
  const change = fc.tuple(fc.nat(whole.length - 1), fc.nat(255));
  fc.assert(
    fc.property(fc.array(change, { maxLength: 12 }), fc.nat(whole.length), fc.nat(whole.length), (changes, cut, length) => {
      const bytes = whole.slice();
      for (const [place, byte] of changes) bytes[place] = byte;
      for (const file of [
        bytes,
        bytesOf(bytes.subarray(0, cut), bytes.subarray(cut + (length % 50))),
        bytesOf(bytes.subarray(0, cut), bytes),
      ]) {
        const { file: read } = openDelivery(november2026, file, facts);
        expect(read.records + read.skippedRows).toBe(read.rows);
        if (read.refused !== undefined) expect(read.records).toBe(0);
      }
    }),
    { numRuns: 200 },
  );
});
