import type { DeliveryFacts } from '../../definition/unit.ts';
import { factsOf, fileOf, withCells, type Cells, type Row } from '../records.ts';
import { doctor, hourly, monthly, personBorn, type Examples, type RuleExample, notFor, untold } from './example.ts';

/** A file beside the one of the year before: what is said of this year's. */
const beside = (
  says: string,
  now: readonly Row[],
  last: readonly Row[] | undefined,
  raises: readonly string[] = [],
  unit = '0488',
  isHit = raises.length > 0,
): RuleExample => {
  const facts: DeliveryFacts = { ...factsOf(unit), ...(last ? { lastYear: { file: fileOf(last) } } : {}) };
  return { says, isHit, file: fileOf(now), facts, raises };
};
/** The rule itself says nothing; others do. */
const silent = (says: string, now: readonly Row[], last: readonly Row[] | undefined, raises: readonly string[] = [], unit = '0488') =>
  beside(says, now, last, raises, unit, false);

/** One person, this year and last. */
const person = (cells: Cells, on = monthly): Row => withCells(on, cells);
const was = (cells: Cells): Row => person({ agreedFullTimeSalary: '33500', ...cells });

/** Rules on the same employment last year. */
const sameEmployment: Examples = {
  'Y-01': [
    beside('the same salary', [person({})], [was({})]),
    silent('one percent less', [person({ agreedFullTimeSalary: '33165' })], [was({})], ['D-05@file']),
    beside('a little less than that', [person({ agreedFullTimeSalary: '33164' })], [was({})], ['Y-01', 'D-05@file']),
    notFor(silent('another employment', [person({ agreedFullTimeSalary: '33000', employmentId: 'X2' })], [was({})], ['D-05@file'])),
    beside(
      'without an identity, by the label',
      [person({ agreedFullTimeSalary: '33000', employmentId: '' })],
      [was({ employmentId: '' })],
      ['Y-01', 'D-05@file'],
    ),
    notFor(
      silent(
        'two with the label last year: neither is meant',
        [person({ agreedFullTimeSalary: '33000', employmentId: '' })],
        [was({ employmentId: '' }), was({ employmentId: 'X2' })],
        ['D-05@file'],
      ),
    ),
    notFor(silent('by the hour last year', [person({ agreedFullTimeSalary: '33000' })], [withCells(hourly, {})])),
    untold(silent('no last year is known', [person({ agreedFullTimeSalary: '33000' })], undefined)),
  ],
  'Y-02': [
    silent('15 percent more', [person({ agreedFullTimeSalary: '38525' })], [was({})], ['D-05@file']),
    beside('a little more than that', [person({ agreedFullTimeSalary: '38526' })], [was({})], ['Y-02', 'D-05@file']),
    notFor(
      silent(
        'another label',
        [person({ agreedFullTimeSalary: '38526', aidLabel: '401010' })],
        [was({ aidLabel: '401011' })],
        ['D-05@file'],
      ),
    ),
    silent('no salary last year', [person({})], [was({ agreedFullTimeSalary: '0' })]),
  ],
  'Y-03': [
    beside('the same label', [person({})], [was({})]),
    beside(
      'another in the same staff group',
      [person({ aidLabel: '401010', agreedFullTimeSalary: '38000' })],
      [was({ aidLabel: '401011', agreedFullTimeSalary: '37000' })],
    ),
    beside('another staff group', [person({})], [was({ aidLabel: '207010' })], ['Y-03']),
    notFor(silent('another position', [person({})], [was({ aidLabel: '207010', positionCode: '1' })])),
    silent('a label that did not exist', [person({})], [was({ aidLabel: '999999' })]),
    notFor(silent('matched by the label', [person({ employmentId: '' })], [was({ employmentId: '' })])),
  ],
  'Y-04': [
    beside('the same', [person({})], [was({})]),
    beside('more responsibility', [person({ responsibilityCode: 'C' })], [was({})], ['Y-04']),
    beside('none any more', [person({})], [was({ responsibilityCode: 'C' })], ['Y-04']),
    untold(silent('a code that does not exist', [person({ responsibilityCode: 'X' })], [was({})], ['P10-01'])),
  ],
  'Y-05': [
    beside('still permanent', [person({})], [was({})]),
    beside('for a time now', [person({ employmentForm: '2', employedTo: '20270131' })], [was({})], ['Y-05']),
    silent('on probation now', [person({ employmentForm: '4' })], [was({})]),
    notFor(silent('for a time both years', [person({ employmentForm: '2', employedTo: '20270131' })], [was({ employmentForm: '2' })])),
    notFor(
      silent(
        'matched by the label',
        [person({ employmentForm: '2', employedTo: '20270131', employmentId: '' })],
        [was({ employmentId: '' })],
      ),
    ),
  ],
  'Y-06': [
    beside('the first day of 1900', [person({})], [was({ employedFrom: '19000101' })], ['Y-06']),
    silent('the day before it', [person({})], [was({ employedFrom: '18991231' })]),
    beside('the last day of 2100', [person({})], [was({ employedFrom: '21001231' })], ['Y-06']),
    silent('the day after it', [person({})], [was({ employedFrom: '21010101' })]),
    beside('the same day', [person({})], [was({})]),
    beside('another day', [person({ employedFrom: '20200102' })], [was({})], ['Y-06']),
    silent('a day that did not exist', [person({})], [was({ employedFrom: '20200230' })]),
    untold(silent('a day that does not exist', [person({ employedFrom: '20200230' })], [was({})], ['P18-01'])),
  ],
  'Y-07': [
    beside('in last year’s file', [person({})], [was({})]),
    beside('not in it', [person({})], [was({ personalNumber: personBorn('800409') })], ['Y-07']),
    notFor(silent('employed since 1 November', [person({ employedFrom: '20251101' })], [was({ personalNumber: personBorn('800409') })])),
    notFor(silent('by the hour', [withCells(hourly, {})], [withCells(hourly, { personalNumber: personBorn('800409') })])),
    untold(silent('a number that cannot be', [person({ personalNumber: '' })], [was({})], ['P07-01'])),
  ],
};

/** So many persons, each with a salary and an identity of her own. */
const staff = (count: number, cells: Cells = {}, on = monthly, from = 0): Row[] =>
  Array.from({ length: count }, (_, place) => {
    const index = from + place;
    return withCells(on, {
      personalNumber: personBorn(
        `${70 + Math.floor(index / 336)}${String(1 + (Math.floor(index / 28) % 12)).padStart(2, '0')}${String(1 + (index % 28)).padStart(2, '0')}`,
      ),
      employmentId: `X${index}`,
      employedFrom: '20251201',
      ...(on === hourly ? {} : { agreedFullTimeSalary: String(33_000 + index) }),
      ...cells,
    });
  });
/** Someone on leave and someone with a supplement, so that a large file lacks neither; both already last year. */
const usual = (rows: readonly Row[]): Row[] =>
  rows.map((row, index) =>
    index === 0
      ? withCells(row, { absenceReason: '01', absenceFrom: '20261101', absenceRate: '5000', actualEmploymentRate: '5000' })
      : index === 1
        ? withCells(row, { unsocialHoursPay: '100' })
        : [...row],
  );
/** A few chiefs, as many as there are as a rule. */
const withChiefs = (rows: readonly Row[], every = 20): Row[] =>
  rows.map((row, index) => (index % every === 3 ? withCells(row, { responsibilityCode: 'C' }) : [...row]));
const file = (count: number, cells: Cells = {}, on = monthly): Row[] => withChiefs(usual(staff(count, cells, on)));
/** A label whose numbers are too small to be spoken of. */
const spread = (count: number, on = monthly): Row[] =>
  file(count, {}, on).map((row, index) => withCells(row, { aidLabel: index % 20 < 9 ? '402010' : '402011' }));

/** Rules on the delivery as a whole. */
const wholeDelivery: Examples = {
  'D-01': [
    silent('7 percent, and more than ten', spread(214), spread(200)),
    beside('ten more', spread(110), spread(100), ['D-01@file']),
    silent('nine more', spread(109), spread(100)),
    silent('7 percent more', file(107), file(100)),
    beside('8 percent fewer, at least ten', spread(138), spread(150), ['D-01@file', 'D-05@file']),
    silent('8 percent but only eight', file(92), file(100), ['D-05@file']),
    beside('4 percent more in a region', regional(312), regional(300), ['D-01@file'], '0400'),
    silent('3 percent more in a region', regional(310), regional(300), [], '0400'),
    untold(silent('no last year is known', file(120), undefined)),
  ],
  'D-02': [
    beside('ten more than 90', spread(100), spread(90), ['D-02@file']),
    silent('nine more than 80', spread(89), spread(80)),
    silent('6 percent more in a region', regional(318), regional(300), ['D-01@file'], '0400'),
    silent('10 percent more', spread(110), spread(100), ['D-01@file']),
    beside('11 percent more', spread(111), spread(100), ['D-02@file']),
    beside('7 percent more in a region', regional(321), regional(300), ['D-02@file'], '0400'),
  ],
  'D-03': [
    beside('none of 21', staff(1), [...staff(1), ...staff(21, {}, hourly, 1)], ['D-03@file', 'D-06@file']),
    untold(silent('none of 20', staff(1), [...staff(1), ...staff(20, {}, hourly, 1)], ['D-06@file'])),
    silent('one of 21', [...staff(1), ...staff(1, {}, hourly, 1)], [...staff(1), ...staff(21, {}, hourly, 1)], ['D-04@file', 'D-06@file']),
  ],
  'D-04': [
    beside('of 21', staff(10, {}, hourly), staff(21, {}, hourly), ['D-04@file', 'D-06@file']),
    silent('30 percent fewer', staff(70, {}, hourly), staff(100, {}, hourly), ['D-06@file']),
    beside('31 percent fewer', staff(69, {}, hourly), staff(100, {}, hourly), ['D-04@file', 'D-06@file']),
    untold(silent('of 20', staff(10, {}, hourly), staff(20, {}, hourly), ['D-06@file'])),
  ],
  'D-05': [
    silent('nothing more', staff(1), staff(1)),
    beside('less', staff(1, { agreedFullTimeSalary: '32999' }), staff(1), ['D-05@file']),
    silent('7 percent more', staff(1, { agreedFullTimeSalary: '35310' }), staff(1)),
    beside('a krona more', staff(1, { agreedFullTimeSalary: '35311' }), staff(1), ['D-05@file']),
    untold(silent('nobody monthly last year', staff(1), staff(1, {}, hourly))),
  ],
  'D-06': [
    untold(silent('nine in both years', label(9), label(9))),
    silent('25 percent more', label(50), label(40)),
    beside('26 percent more', label(51), label(40), ['D-06@file']),
    silent('nine more', label(18), label(9)),
    beside('none last year', label(10), label(0), ['D-06@file']),
  ],
  'D-07': [
    silent('one percent less', staff(10, { agreedFullTimeSalary: '32670' }), staff(10, { agreedFullTimeSalary: '33000' }), ['D-05@file']),
    beside('a krona less than that', staff(10, { agreedFullTimeSalary: '32669' }), staff(10, { agreedFullTimeSalary: '33000' }), [
      ...Array.from({ length: 10 }, (_, index) => (index === 0 ? 'Y-01' : `Y-01@${index + 1}`)),
      'D-05@file',
      'D-07@file',
    ]),
    silent('ten percent more', staff(10, { agreedFullTimeSalary: '36300' }), staff(10, { agreedFullTimeSalary: '33000' }), ['D-05@file']),
    beside('a krona more than that', staff(10, { agreedFullTimeSalary: '36301' }), staff(10, { agreedFullTimeSalary: '33000' }), [
      'D-05@file',
      'D-07@file',
    ]),
    untold(silent('nine persons', staff(9, { agreedFullTimeSalary: '36301' }), staff(9, { agreedFullTimeSalary: '33000' }), ['D-05@file'])),
  ],
  'D-08': [
    silent('all five are there', staff(5), staff(5)),
    beside('none of five', staff(1), [...staff(1), ...nurses(5)], ['D-05@file', 'D-08@file']),
    untold(silent('none of four', staff(1), [...staff(1), ...nurses(4)], ['D-05@file'])),
    beside('none of ten: not said of the label too', staff(1), [...staff(1), ...nurses(10)], ['D-02@file', 'D-05@file', 'D-08@file']),
  ],
  'D-09': [
    silent('one of twenty', [...staff(19), ...staff(1, { aidLabel: '402090' }, monthly, 19)], undefined, ['P09-08@20']),
    beside('two of twenty', [...staff(18), ...staff(2, { aidLabel: '402090' }, monthly, 18)], undefined, [
      'P09-08@19',
      'P09-08@20',
      'D-09@file',
    ]),
    untold(
      silent('two of nineteen', [...staff(17), ...staff(2, { aidLabel: '402090' }, monthly, 17)], undefined, ['P09-08@18', 'P09-08@19']),
    ),
  ],
  'D-10': [
    beside('none of 51 has any', staff(51), undefined, ['D-10@file']),
    untold(silent('none of 50', staff(50), undefined)),
    silent('one has', usual(staff(51)), undefined),
    untold(silent('one that cannot be read', [...staff(50), ...staff(1, { standbyPay: '1x' }, monthly, 50)], undefined, ['FIL-10@51'])),
  ],
  'D-11': [
    silent('40 percent more', staff(1, { otherVariablePay: '140' }), staff(1, { otherVariablePay: '100' })),
    beside('a krona more than that', staff(1, { otherVariablePay: '141' }), staff(1, { otherVariablePay: '100' }), ['D-11@file']),
    beside('41 percent less', staff(1, { otherVariablePay: '59' }), staff(1, { otherVariablePay: '100' }), ['D-11@file']),
    untold(silent('none last year', staff(1, { otherVariablePay: '100' }), staff(1))),
    silent(
      'more, and as much more work',
      staff(1, { otherVariablePay: '200' }),
      staff(1, { otherVariablePay: '100', agreedEmploymentRate: '5000', actualEmploymentRate: '5000' }),
      ['D-14@file'],
    ),
  ],
  'D-12': [
    notFor(silent('in a region', regional(1), regional(1), [], '0400')),
    beside('ten more', inActivity(50), inActivity(40), ['D-02@file', 'D-12@file']),
    silent('20 percent more', inActivity(60), inActivity(50), ['D-02@file']),
    beside('22 percent more', inActivity(61), inActivity(50), ['D-02@file', 'D-12@file']),
    silent('nine more', inActivity(19), inActivity(10), ['D-11@file']),
  ],
  'D-13': [
    silent('one point more than last year', chiefs(4), chiefs(3), ['Y-04@4']),
    silent('two of a hundred', withChiefs(usual(staff(100)), 50), undefined),
    beside('one of a hundred', withChiefs(usual(staff(100)), 100), undefined, ['D-13@file']),
    silent('nine of a hundred', chiefs(9), undefined),
    beside('ten of a hundred', chiefs(10), undefined, ['D-13@file']),
    untold(silent('one of 99', withChiefs(usual(staff(99)), 99), undefined)),
    beside('two points more than last year', chiefs(5), chiefs(3), ['D-13@file', 'Y-04@4', 'Y-04@5']),
  ],
  'D-14': [
    silent('six points', partTime(6), partTime(0)),
    beside('seven points', partTime(7), partTime(0), ['D-14@file']),
    untold(silent('no last year is known', partTime(50), undefined)),
  ],
  'D-15': [
    beside('none of 101', withSupplement(staff(101)), undefined, ['D-15@file']),
    untold(silent('none of 100', withSupplement(staff(100)), undefined)),
    silent('one of 101', withChiefs(usual(staff(101))), undefined),
  ],
  'D-16': [
    beside(
      'a company is gone',
      staff(1),
      [...staff(1), ...staff(1, { organisationNumber: '5561234567' }, monthly, 1)],
      ['D-05@file', 'D-16@file'],
    ),
    silent('all are there', staff(1), staff(1)),
  ],
  'D-17': [
    untold(
      silent('three of nineteen', [...staff(16), ...staff(3, { workplaceNumber: '' }, monthly, 16)], undefined, [
        'P04-01@17',
        'P04-01@18',
        'P04-01@19',
      ]),
    ),
    silent('two of twenty', [...staff(18), ...staff(2, { workplaceNumber: '' }, monthly, 18)], undefined, ['P04-01@19', 'P04-01@20']),
    beside('three of twenty', [...staff(17), ...staff(3, { workplaceNumber: '' }, monthly, 17)], undefined, [
      'P04-01@18',
      'P04-01@19',
      'P04-01@20',
      'D-17@file',
    ]),
  ],
  'D-18': [
    silent('four of twenty', [...staff(16), ...staff(4, { salaryLevelYear: '2025' }, monthly, 16)], undefined),
    beside('five of twenty', [...staff(15), ...staff(5, { salaryLevelYear: '2025' }, monthly, 15)], undefined, ['D-18@file']),
    untold(silent('all of nineteen', staff(19, { salaryLevelYear: '2025' }), undefined)),
    silent('another agreement', [...staff(20), ...staff(5, { salaryLevelYear: '2025', collectiveAgreement: '5' }, monthly, 20)], undefined),
  ],
};

function regional(count: number): Row[] {
  return usual(staff(count, {}, doctor)).map((row, index) =>
    withCells(row, { agreedFullTimeSalary: String(80_000 + index), responsibilityCode: index % 20 === 3 ? 'C' : '' }),
  );
}
function label(count: number): Row[] {
  return [...staff(1, { aidLabel: '402011' }, hourly), ...staff(count, {}, hourly, 1)];
}
function nurses(count: number): Row[] {
  return staff(count, { aidLabel: '207010', positionCode: '2', activityCode: '510', agreedFullTimeSalary: '30000' }, monthly, 100);
}
function inActivity(count: number): Row[] {
  return usual(
    staff(count, { aidLabel: '207021', activityCode: '512', activityBasis: '', positionTitle: '', agreedFullTimeSalary: '' }),
  ).map((row, index) => withCells(row, { agreedFullTimeSalary: String(29_000 + index) }));
}
function chiefs(count: number): Row[] {
  return usual(staff(100)).map((row, index) => withCells(row, { responsibilityCode: index < count ? 'C' : '' }));
}
function partTime(count: number): Row[] {
  return withChiefs(usual(staff(100))).map((row, index) =>
    index > 1 && index < count + 2 ? withCells(row, { agreedEmploymentRate: '9000', actualEmploymentRate: '9000' }) : [...row],
  );
}
function withSupplement(rows: readonly Row[]): Row[] {
  return withChiefs(rows.map((row, index) => (index === 1 ? withCells(row, { unsocialHoursPay: '100' }) : [...row])));
}

export const againstLastYear: Examples = { ...sameEmployment, ...wholeDelivery };
