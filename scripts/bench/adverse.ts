import { november2026 } from '../../packages/survey/src/editions/november-2026/index.ts';

type Row = string[];
const place = (id: string): number => november2026.variables.findIndex((variable) => variable.id === id);

/** The file with each row rewritten. Bytes stay what they were: letters outside ASCII are not looked into. */
function eachRow(file: Uint8Array, rewrite: (row: Row, record: number, first: Row) => string): Uint8Array {
  const lines = Buffer.from(file.buffer, file.byteOffset, file.byteLength).toString('latin1').split('\r\n').slice(0, -1);
  const first = lines[0]!.split(';');
  return Buffer.from(lines.map((line, record) => `${rewrite(line.split(';'), record, first)}\r\n`).join(''), 'latin1');
}

const withCells =
  (...cells: readonly (readonly [id: string, text: (row: Row, record: number, first: Row) => string])[]) =>
  (file: Uint8Array): Uint8Array =>
    eachRow(file, (row, record, first) => {
      const changed = cells.map(([id, text]) => [place(id), text(row, record, first)] as const);
      for (const [index, text] of changed) row[index] = text;
      return row.join(';');
    });

const ofFirst = (id: string) => [id, (_row: Row, _record: number, first: Row) => first[place(id)]!] as const;

/** Files in which every record is wrong in one field (P15). */
export const everyRecordWrong: Readonly<Record<string, (file: Uint8Array) => Uint8Array>> = {
  'letters for a salary': withCells(['agreedFullTimeSalary', () => 'ABCDEFG']),
  'an unknown agreement': withCells(['collectiveAgreement', () => '9']),
  'a wrong check digit': withCells([
    'personalNumber',
    (row) => row[place('personalNumber')]!.replace(/.$/, (digit) => String((Number(digit) + 1) % 10)),
  ]),
};

const longRow = 1_000_000;

/** Files whose structure is what an index or a reader likes least (P16). */
export const adverseStructures: Readonly<Record<string, (file: Uint8Array) => Uint8Array>> = {
  'one person everywhere': withCells(ofFirst('personalNumber'), ofFirst('name')),
  'one record everywhere': (file) => eachRow(file, (_row, _record, first) => first.join(';')),
  'as many unknown codes as records': withCells(['aidLabel', (_row, record) => String(900_000 + record)]),
  'a row of 1 MB': (file) =>
    eachRow(file, (row, record) => (record === 1000 ? [...row.slice(0, -1), 'x'.repeat(longRow)].join(';') : row.join(';'))),
  'wrong number of values everywhere': (file) => eachRow(file, (row) => `${row.join(';')};;;x`),
  'every cell in quotes': (file) => eachRow(file, (row) => row.map((cell) => `"${cell}"`).join(';')),
};
