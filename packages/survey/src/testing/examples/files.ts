import { variables } from '../../editions/november-2026/variables.ts';
import type { DeliveryFacts } from '../../definition/unit.ts';
import { bytesOf } from '../bytes.ts';
import { workbookOf } from '../workbook.ts';
import { factsOf, fileOf, withCells, type Cells, type Row } from '../records.ts';
import { hourly, monthly, personBorn, type Examples, type RuleExample, notFor, untold } from './example.ts';

const trosa = factsOf('0488');
const line = monthly.join(';');
const header = variables.map(({ name }) => name).join(';');

const example = (says: string, isHit: boolean, file: Uint8Array, raises: readonly string[], facts: DeliveryFacts = trosa): RuleExample => ({
  says,
  isHit,
  file,
  facts,
  raises,
});
const hits = (says: string, file: Uint8Array, raises: readonly string[], facts?: DeliveryFacts) => example(says, true, file, raises, facts);
const passes = (says: string, file: Uint8Array, raises: readonly string[] = [], facts?: DeliveryFacts) =>
  example(says, false, file, raises, facts);
const record = (cells: Cells, on: Row = monthly) => fileOf([withCells(on, cells)]);

/** So many persons; the cells of each by its place. */
const staff = (count: number, cells: (index: number) => Cells) =>
  fileOf(
    Array.from({ length: count }, (_, index) =>
      withCells(monthly, {
        personalNumber: personBorn(`800${1 + Math.floor(index / 28)}${String(1 + (index % 28)).padStart(2, '0')}`),
        employmentId: `X${index}`,
        agreedFullTimeSalary: String(33_500 + 10 * index),
        ...cells(index),
      }),
    ),
  );
/** What else is said of a field full of nines. */
const alsoSays: Readonly<Partial<Record<string, readonly string[]>>> = {
  medicalSpecialty: ['P13-03'],
  districtCode: ['P02-01'],
  name: ['P08-02'],
  absenceReason: ['P23-02', 'P24-01'],
};
const each = (rule: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => (index === 0 ? rule : `${rule}@${index + 1}`));

/** Form rules that speak of a value before FIL-09 does. */
const spokenForBy: Readonly<Record<string, string>> = {
  municipalityCode: 'P01-01',
  organisationNumber: 'P03-01',
  personalNumber: 'P07-02',
  aidLabel: 'P09-02',
};
const withDecimals = new Set(
  variables.filter(({ number }) => (number >= 20 && number <= 22) || (number >= 26 && number <= 38)).map(({ id }) => id),
);
const numbers = variables.filter(({ form }) => form === 'N');

const earlier = (sha256: string): DeliveryFacts => ({ ...trosa, sha256: 'a1', earlierUploads: [{ sha256, uploadedOn: '2026-11-20' }] });

/** Rules on the file itself and on the form of its values. */
export const files: Examples = {
  'FIL-01': [
    passes('one record', bytesOf(line)),
    hits('no bytes', bytesOf(), ['FIL-01@file']),
    hits('only a header', bytesOf(header), ['FIL-01@file']),
  ],
  'FIL-02': [passes('text', bytesOf(line)), hits('a PDF', bytesOf('%PDF-1.7'), ['FIL-02@file'])],
  'FIL-03': [
    passes('UTF-8', bytesOf(line)),
    hits('a byte that is no character', bytesOf(line.replace('Påhittsson', ''), 0x81), ['FIL-03@file']),
  ],
  'FIL-04': [
    passes('å, ä and ö', record({ name: 'Åberg, Märta Ö' })),
    hits('å read as two letters', record({ name: 'PÃ¥hittsson' }), ['FIL-04@file']),
    hits('a letter that was lost', record({ positionTitle: 'L\ufffdrare' }), ['FIL-04@file']),
    passes('Ã in a name', record({ name: 'SÃO' })),
  ],
  'FIL-05': [
    notFor(passes('a workbook, whose cells need no separator', workbookOf({ name: 'Blad1', rows: [[...monthly]] }))),
    passes('semicolons', bytesOf(line)),
    hits('tabs', bytesOf(line.replaceAll(';', '\t')), ['FIL-05@file']),
    hits('nothing', bytesOf(line.replaceAll(';', ' ').replaceAll(',', ' ')), ['FIL-05@file', 'FIL-06']),
  ],
  'FIL-06': [
    passes('42 values', bytesOf(line)),
    passes('42 values and an empty one', bytesOf(`${line};`)),
    hits('41 values', bytesOf(line.replace(/;[^;]*$/, '')), ['FIL-06']),
    hits('43 values', bytesOf(`${line};x`), ['FIL-06']),
  ],
  'FIL-07': [
    passes('a record', bytesOf(line)),
    hits('a header row', bytesOf(`${header}\n${line}`), ['FIL-07@file']),
    passes('a record whose number holds a letter and digits', record({ municipalityCode: '', personalNumber: '800408T980' }), [
      'P01-01',
      'P07-06',
    ]),
    passes('a code of four digits, so no header', record({ personalNumber: 'okänt' }), ['P07-06']),
  ],
  'FIL-08': [passes('the end of the last row', bytesOf(`${line}\r\n`)), hits('a blank row', bytesOf(`${line}\r\n\r\n`), ['FIL-08@file'])],
  'FIL-09': [
    passes('the whole length', record({ organisationUnit: 'å'.repeat(25), positionTitle: 'a\u030a'.repeat(25) })),
    passes('zeros before a number', record({ standbyHours: '0000000000000' })),
    hits('characters outside the basic plane are one each', record({ positionTitle: '\u{1f600}'.repeat(26) }), ['FIL-09']),
    passes('25 of them', record({ positionTitle: '\u{1f600}'.repeat(25) })),
    ...variables.map(({ id, length }) => {
      const speaker = spokenForBy[id];
      const file = record({ [id]: '9'.repeat(length + 1) });
      const made = example(`${id}: one character more than its ${length}`, speaker === undefined, file, [
        speaker ?? 'FIL-09',
        ...(alsoSays[id] ?? []),
      ]);
      return speaker === undefined ? made : untold(made);
    }),
  ],
  'FIL-10': [
    passes('digits', record({})),
    ...numbers.map(({ id }) => hits(`${id}: a letter`, record({ [id]: '1O' }, hourly), ['FIL-10'])),
    ...['1 000', '-1', '+1', '1e3', '１', '1,2,3', ',5', '5,'].map((text) => hits(text, record({ standbyHours: text }), ['FIL-10'])),
    ...numbers
      .filter(({ id }) => !withDecimals.has(id))
      .map(({ id }) => hits(`${id}: decimals of a day or a year`, record({ [id]: '1.5' }, hourly), ['FIL-10'])),
  ],
  'FIL-11': [
    passes('digits', record({})),
    ...numbers
      .filter(({ id }) => withDecimals.has(id))
      .map(({ id }) => hits(`${id}: a comma`, record({ [id]: '1,5' }, hourly), ['FIL-11'])),
    hits('a full stop', record({ agreedEmploymentRate: '100.00' }), ['FIL-11']),
  ],
  'FIL-12': [
    passes('no blanks', bytesOf(line)),
    passes('blanks inside', record({ name: 'Eva Eva' })),
    hits('a blank', record({ name: 'Eva ' }), ['FIL-12@file']),
    hits('a tab before a number', record({ standbyHours: '\t0' }), ['FIL-12@file']),
    hits('a no-break space', record({ name: '\u00a0Eva' }), ['FIL-12@file']),
  ],
  'FIL-13': [
    passes(
      '95 percent without a form of employment',
      staff(20, (index) => ({ employmentForm: index < 19 ? '' : '1' })),
      each('P16-01', 19),
    ),
    untold(
      passes(
        'nineteen records',
        staff(19, () => ({ employmentForm: '' })),
        each('P16-01', 19),
      ),
    ),
    ...variables
      .filter(({ required }) => required.municipality === 'M')
      .map(({ id }) =>
        hits(
          `${id}: empty in every record`,
          staff(20, () => ({ [id]: '', ...(id === 'activityCode' ? { activityBasis: '' } : {}) })),
          ['FIL-13@file'],
        ),
      ),
    hits(
      'zeros for a first day',
      staff(20, () => ({ employedFrom: '00000000' })),
      ['FIL-13@file'],
    ),
    hits(
      'no label, where codes are of doctors',
      staff(20, () => ({ aidLabel: '', responsibilityCode: 'M', medicalSpecialty: '90042' })),
      ['FIL-13@file'],
    ),
    hits(
      'no number, where one identity is that of many',
      staff(20, (index) => ({ personalNumber: '', employmentId: 'X1', name: `Eva${'abcdefghijklmnopqrstuvwxyz'[index] ?? ''}` })),
      ['FIL-13@file'],
    ),
    passes(
      'a basis instead of a code of activity',
      staff(20, () => ({ activityCode: '' })),
      each('P06-01', 20),
    ),
    untold(
      passes(
        'no unit is known',
        staff(20, () => ({ employmentForm: '' })),
        each('P16-01', 20),
        {},
      ),
    ),
  ],
  'FIL-14': [
    // The catalogue has the empty column silence it, so that each record is asked for its code.
    untold(
      passes(
        'only records of another, in which a column is empty',
        staff(20, () => ({ municipalityCode: '0114', employmentForm: '' })),
        ['FIL-13@file', ...each('P01-03', 20)],
      ),
    ),

    passes(
      'one record of the unit',
      fileOf([monthly, withCells(monthly, { municipalityCode: '0114', personalNumber: personBorn('800409') })]),
      ['P01-03@2'],
    ),
    hits('only records of another', record({ municipalityCode: '0114' }), ['FIL-14@file']),
    passes('only records of nobody', record({ municipalityCode: '9999' }), ['P01-02']),
  ],
  'FIL-15': [
    passes('another file', bytesOf(line), [], earlier('b2')),
    hits('the same file', bytesOf(line), ['FIL-15@file'], earlier('a1')),
    passes('no file yet', bytesOf(line), [], { ...trosa, sha256: 'a1', earlierUploads: [] }),
  ],
};
