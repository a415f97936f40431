import type { Cells, Row } from '../records.ts';
import { withCells } from '../records.ts';
import { doctor, fileWith, hourly, monthly, personBorn, type Examples, type RuleExample, notFor, untold } from './example.ts';

/** Records beside each other at the top of a file, and all that is said of them: `K-02` of the first, `K-02@2` of the second. */
const example = (says: string, isHit: boolean, rows: readonly Row[], raises: readonly string[]): RuleExample => ({
  says,
  isHit,
  ...fileWith(rows),
  raises,
});
const hits = (says: string, rows: readonly Row[], raises: readonly string[]) => example(says, true, rows, raises);
const passes = (says: string, rows: readonly Row[], raises: readonly string[] = []) => example(says, false, rows, raises);

const rate = (rateOf: string, cells: Cells = {}): Cells => ({ agreedEmploymentRate: rateOf, actualEmploymentRate: rateOf, ...cells });
/** One person's employments. */
const person = (...employments: readonly Cells[]): string[][] =>
  employments.map((cells, index) => withCells(monthly, { employmentId: `X${index + 1}`, ...cells }));

/** So many assistant nurses of one workplace, each a person of her own, with these activities. */
const nurses = (codes: readonly string[], cells: Cells = {}, on: Row = monthly): string[][] =>
  codes.map((activityCode, index) =>
    withCells(on, {
      aidLabel: '207010',
      positionTitle: 'Undersköterska',
      agreedFullTimeSalary: '0030000',
      workplaceNumber: '51099',
      personalNumber: personBorn(`8004${String(index + 1).padStart(2, '0')}`),
      activityCode,
      ...cells,
    }),
  );
const times = (count: number, code: string): string[] => Array.from({ length: count }, () => code);
/** So many persons, the first few with these rates. */
const persons = (count: number, cells: (index: number) => Cells): string[][] =>
  Array.from({ length: count }, (_, index) =>
    withCells(monthly, {
      personalNumber: personBorn(`80${String(1 + Math.floor(index / 20)).padStart(2, '0')}${String(1 + (index % 20)).padStart(2, '0')}`),
      agreedFullTimeSalary: String(33_500 + 10 * index),
      ...cells(index),
    }),
  );

/** Rules that see several records. */
export const groups: Examples = {
  'K-01': [
    passes('one record', [monthly]),
    hits('twice', [monthly, monthly], ['K-01', 'K-01@2']),
    hits(
      'three times, once with other zeros',
      [monthly, monthly, withCells(monthly, { agreedFullTimeSalary: '33500' })],
      ['K-01', 'K-01@2', 'K-01@3'],
    ),
    hits('with blanks around a value', [monthly, withCells(monthly, { name: `${monthly[7] ?? ''} ` })], ['K-01', 'K-01@2', 'FIL-12@file']),
    passes('all but one value', person({}, { employmentId: 'X1', name: 'Eva' }), ['K-02', 'K-02@2', 'K-05', 'K-05@2']),
    hits('the same number that cannot be read', person({ standbyHours: '1x' }, { employmentId: 'X1', standbyHours: '1x' }), [
      'K-01',
      'K-01@2',
      'FIL-10',
      'FIL-10@2',
    ]),
    passes('two numbers that cannot be read', person({ standbyHours: '1x' }, { employmentId: 'X1', standbyHours: '2x' }), [
      'K-02',
      'K-02@2',
      'FIL-10',
      'FIL-10@2',
    ]),
  ],
  'K-02': [
    untold(
      passes(
        'a number with a century in both',
        person({ personalNumber: '198004089804' }, { personalNumber: '198004089804', employmentId: 'X1', name: 'Eva' }),
        ['P07-02', 'P07-02@2', 'K-03', 'K-03@2'],
      ),
    ),
    untold(
      passes(
        'a date that does not exist in both',
        person({ personalNumber: personBorn('801301') }, { personalNumber: personBorn('801301'), employmentId: 'X1', name: 'Eva' }),
        ['P07-03', 'P07-03@2', 'K-03', 'K-03@2'],
      ),
    ),

    passes('two employments', person(rate('5000'), rate('5000'))),
    hits('one employment twice', person(rate('5000'), rate('5000', { employmentId: 'X1', organisationUnit: 'En annan' })), [
      'K-02',
      'K-02@2',
    ]),
    notFor(
      passes('two without an identity', person(rate('5000', { employmentId: '' }), rate('4000', { employmentId: '' })), [
        'P40-01',
        'P40-01@2',
      ]),
    ),
    passes('two employers', person(rate('5000'), rate('4000', { employmentId: 'X1', organisationNumber: '5561234567' })), ['P03-02@2']),
    passes('two persons with the same identity', [monthly, withCells(monthly, { personalNumber: personBorn('800409') })]),
    untold(
      passes(
        'a number that is wrong in both',
        person({ personalNumber: '8004089800' }, { personalNumber: '8004089800', employmentId: 'X1', name: 'Eva' }),
        ['P07-04', 'P07-04@2', 'K-03', 'K-03@2'],
      ),
    ),
  ],
  'K-03': [
    notFor(passes('by the hour', [hourly])),
    passes('100,00 together', person(rate('6000'), rate('4000'))),
    hits('100,01 together', person(rate('6000'), rate('4001')), ['K-03', 'K-03@2']),
    hits('200,00 together', person(rate('10000'), rate('10000')), ['K-03', 'K-03@2']),
    passes('leave for the other employment', person(rate('10000', { absenceReason: '05', absenceRate: '5000' }), rate('5000')), [
      'P22-02',
      'P24-01',
    ]),
    hits('leave for another reason', person(rate('10000', { absenceReason: '04', absenceRate: '5000' }), rate('5000')), [
      'K-03',
      'K-03@2',
      'P22-02',
      'P24-01',
    ]),
    passes(
      'more by the hour',
      [...person(rate('10000')), withCells(hourly, { employmentId: 'X2', agreedEmploymentRate: '5000' })],
      ['K-07@file', 'P21-05@2'],
    ),
    untold(passes('more than full time in one record', person(rate('10001')), ['P21-02'])),
    hits('another rate that cannot be read', person(rate('6000'), rate('4001'), rate('75,00')), ['K-03', 'K-03@2', 'FIL-11@3', 'FIL-11@3']),
    untold(
      passes('only zeros for a number', person({ personalNumber: '0000000000' }, { personalNumber: '0000000000' }), ['P07-01', 'P07-01@2']),
    ),
  ],
  'K-04': [
    untold(passes('a rate that cannot be read', person({ agreedEmploymentRate: '1x' }), ['FIL-10'])),
    notFor(passes('by the hour', [hourly])),
    hits('more than full time in one of the records', person(rate('10001'), rate('10000')), ['P21-02', 'K-04@2']),
    hits('one employment twice, and another', person(rate('10000'), rate('10000', { employmentId: 'X1', name: 'Eva' }), rate('500')), [
      'K-02',
      'K-02@2',
      'K-04@3',
      'K-05',
      'K-05@2',
      'K-05@3',
    ]),

    passes('200,00 together', person(rate('10000'), rate('10000')), ['K-03', 'K-03@2']),
    hits('200,01 together', person(rate('10000'), rate('10000'), rate('1')), ['K-04', 'K-04@2', 'K-04@3', 'P21-04@3']),
    passes(
      'less with leave for the other employments',
      person(rate('10000', { absenceReason: '05', absenceRate: '1' }), rate('10000'), rate('1')),
      ['K-03', 'K-03@2', 'K-03@3', 'P21-04@3', 'P24-01'],
    ),
  ],
  'P05-03': [
    ...['207021', '207025', '207029', '351033', '351034'].map((aidLabel) =>
      hits(`label ${aidLabel}`, nurses(['512', ...times(9, '510')], { aidLabel, positionTitle: '' }), ['P05-03']),
    ),

    hits('one of ten is another', nurses(['512', ...times(9, '510')]), ['P05-03']),
    hits('two of twelve are others', nurses(['512', '513', ...times(10, '510')]), ['P05-03', 'P05-03@2']),
    untold(passes('one of nine', nurses(['512', ...times(8, '510')]))),
    passes('80 percent of the others', nurses(['512', '512', '512', ...times(8, '510')])),
    untold(
      passes(
        'no workplace',
        nurses(['512', ...times(9, '510')], { workplaceNumber: '' }),
        Array.from({ length: 10 }, (_, index) => (index === 0 ? 'P04-01' : `P04-01@${index + 1}`)),
      ),
    ),
    notFor(passes('an activity the rule does not look at', nurses(['520', ...times(9, '510')]))),
    notFor(passes('a label the rule does not look at', nurses(['512', ...times(9, '510')], { aidLabel: '207015' }))),
    notFor(
      passes(
        'a region',
        nurses(
          ['V02', ...times(9, 'V01')],
          { workplaceNumber: '90101', aidLabel: '207012', medicalSpecialty: '', agreedFullTimeSalary: '31000' },
          doctor,
        ),
      ),
    ),
  ],
  'P07-05': [
    passes('no co-ordination number', [monthly]),
    hits('a co-ordination number', [withCells(monthly, { personalNumber: personBorn('800468') })], ['P07-05@file']),
    passes('one with a wrong check digit', [withCells(monthly, { personalNumber: '8004689800' })], ['P07-04']),
  ],
  'P21-03': [
    hits(
      'the lowest rate without decimals',
      persons(20, () => rate('1')),
      ['P21-03@file'],
    ),
    hits(
      'rates without decimals beside rates and pay that have theirs',
      persons(20, () => ({
        agreedEmploymentRate: '75',
        actualEmploymentRate: '7500',
        absenceReason: '01',
        absenceFrom: '20261101',
        absenceRate: '2500',
        unsocialHoursPay: '5000',
      })),
      ['P21-03@file'],
    ),

    hits(
      'rates without decimals in every record',
      persons(20, () => rate('75')),
      ['P21-03@file'],
    ),
    passes(
      'rates with decimals',
      persons(20, () => rate('7500')),
    ),
    hits(
      'the highest rate without decimals',
      persons(20, () => rate('100')),
      ['P21-03@file'],
    ),
    passes(
      '1,01 percent in every record',
      persons(20, () => rate('101')),
      ['P21-04', ...Array.from({ length: 19 }, (_, index) => `P21-04@${index + 2}`)],
    ),
    // 16 of 20 with the three neighbours, who work full time.
    hits(
      '80 percent of the records',
      persons(17, (index) => rate(index < 16 ? '75' : '7500')),
      ['P21-03@file'],
    ),
    passes(
      'fewer',
      persons(17, (index) => rate(index < 15 ? '75' : '7500')),
      ['P21-04', ...Array.from({ length: 14 }, (_, index) => `P21-04@${index + 2}`)],
    ),
    untold(
      passes(
        'nineteen records',
        persons(16, () => rate('75')),
        ['P21-04', ...Array.from({ length: 15 }, (_, index) => `P21-04@${index + 2}`)],
      ),
    ),
  ],
};
