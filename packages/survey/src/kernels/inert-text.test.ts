import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvCell, csvLine, visibleName, visibleText } from './inert-text.ts';

test.each([
  ['=1+1', "'=1+1"],
  ['+46 8 000 00 00', "'+46 8 000 00 00"],
  ['-5', "'-5"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1+1', `"'\t=1+1"`],
  ['\r=1+1', `"'\r=1+1"`],
  ['\n=1+1', `"'\n=1+1"`],
  ['\u0000=1+1', "'\ufffd=1+1"],
  ['  =cmd|x', "'  =cmd|x"],
  ['\ufeff=1', "'\ufeff=1"],
  ['＝1+1', "'＝1+1"],
  ['=HYPERLINK("http://evil";"Klicka")', `"'=HYPERLINK(""http://evil"";""Klicka"")"`],
  ['Påhittsson, Åsa', 'Påhittsson, Åsa'],
  ['1-2', '1-2'],
  ['a;b "c"', '"a;b ""c"""'],
  ['', ''],
])('R77: the text %j is written as %j', (text, written) => {
  expect(csvCell(text)).toBe(written);
});

test('R77: real numbers stay numbers, also negative ones', () => {
  expect(csvLine([-5, 0, 33500.5, true, null, undefined, '-5'])).toBe("-5;0;33500.5;true;;;'-5\r\n");
});

test('R77: whatever the text, no cell begins as a formula, and the cells come back as they are read', () => {
  const hostile = fc.string({
    unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '\u0000', ' ', ';', ',', '"', "'", 'å', '1', '\u202e', '\ufeff', '＝'),
  });
  fc.assert(
    fc.property(fc.array(hostile, { minLength: 1, maxLength: 5 }), fc.constantFrom(';' as const, ',' as const), (texts, separator) => {
      const read = cellsOf(csvLine(texts, separator), separator);
      expect(read).toHaveLength(texts.length);
      for (const [at, text] of texts.entries()) {
        expect(read[at]).not.toMatch(/^[\s\ufeff]*[=+\-@＝]/);
        expect(read[at]!.replace(/^'/, '')).toBe(visibleText(text).replace(/^'/, ''));
      }
    }),
    { numRuns: 2000 },
  );
});

test('R76: what would turn the text around it, ring, or move the cursor is shown; every script and every sign of it stays', () => {
  expect(visibleText('fil\u202Evsc.exe')).toBe('fil\ufffdvsc.exe');
  expect(visibleText('\u001b[2J\u0007\u009b31m\u0000\u2066x\u2069\u061c')).toBe('\ufffd[2J\ufffd\ufffd31m\ufffd\ufffdx\ufffd\ufffd');
  for (const text of ['rad 1\r\nrad 2\tkolumn', 'Åsa Öberg', 'שלום', 'مرحبا', 'नमस्ते', '👩‍👩‍👧', 'e\u0301'])
    expect(visibleText(text)).toBe(text);
});

/** Reads a line as RFC 4180 has it. */
function cellsOf(line: string, separator: string): string[] {
  const cells: string[] = [];
  let [at, cell, isQuoted] = [0, '', false];
  const text = line.slice(0, -2);
  while (at < text.length) {
    const sign = text[at]!;
    if (isQuoted && sign === '"' && text[at + 1] === '"') [cell, at] = [`${cell}"`, at + 1];
    else if (sign === '"') isQuoted = !isQuoted;
    else if (sign === separator && !isQuoted) [cell] = [(cells.push(cell), '')];
    else cell += sign;
    at += 1;
  }
  return [...cells, cell];
}

test('a name stays on its line', () => {
  expect(visibleName('a\u001b[31m\tb\r\nc å.csv')).toBe('a\ufffd[31m\ufffdb\ufffd\ufffdc å.csv');
});
