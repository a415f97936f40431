import { cleanRows, factsOf, fileOf, placeOf, withCells, type Cells, type Row } from '../records.ts';
import {
  doctor,
  examplesOf,
  fileWith,
  hits,
  hourly,
  monthly,
  passes,
  personBorn,
  type Examples,
  type RuleExample,
  notFor,
  untold,
} from './example.ts';

/** Rules on one record that warn of what is odd rather than wrong. */
const onRecords = examplesOf({
  'P04-02': [
    passes('one digit', { workplaceNumber: '7' }),
    passes('five digits', { workplaceNumber: '40701' }),
    notFor(passes('none', { workplaceNumber: '' }, { with: ['P04-01'] })),
    untold(passes('six digits', { workplaceNumber: '407011' }, { with: ['FIL-09'] })),
    hits('a letter', { workplaceNumber: 'A7' }),
    hits('only zeros', { workplaceNumber: '00000' }),
  ],
  'P06-01': [
    passes('a code and a basis', {}),
    hits('only a basis', { activityCode: '' }),
    notFor(passes('neither', { activityCode: '', activityBasis: '' }, { with: ['P05-01'] })),
  ],
  'P07-08': [
    hits('13 years', { personalNumber: personBorn('130401'), employedFrom: '20260601' }),
    untold(passes('12 years', { personalNumber: personBorn('140401'), employedFrom: '20270101' }, { with: ['P07-07', 'P18-02'] })),
    hits('15 years', { personalNumber: personBorn('110401'), employedFrom: '20260601' }),
    passes('16 years', { personalNumber: personBorn('101101'), employedFrom: '20260601' }),
    hits('16 years tomorrow', { personalNumber: personBorn('101102'), employedFrom: '20260601' }),
    untold(passes('no number', { personalNumber: '' }, { with: ['P07-01'] })),
  ],
  'P08-02': [
    passes('letters', { name: 'Påhittsson, Åsa' }),
    hits('a digit', { name: 'Påhittsson 2' }),
    hits('no letter', { name: '---' }),
    untold(passes('no name', { name: '' }, { with: ['P08-01'] })),
  ],
  'P09-07': [
    notFor(passes('another title', { positionTitle: 'Förskollärare' })),
    hits('another label', { positionTitle: 'SOCIALPEDAGOG' }),
    passes('its label', { positionTitle: 'Socialpedagog', aidLabel: '351015', agreedFullTimeSalary: '0033500' }),
    notFor(passes('not at school', { positionTitle: 'Socialpedagog', activityCode: '510', activityBasis: '' }, { with: ['P05-04'] })),
    notFor(passes('in a region', { positionTitle: 'Socialpedagog' }, { on: doctor })),
  ],
  'P09-08': [
    passes('an ordinary label', {}),
    hits('a label for others', { aidLabel: '402090' }),
    notFor(passes('one that is known as ordinary', { aidLabel: '204090', agreedFullTimeSalary: '0' }, { on: doctor, with: ['P27-01'] })),
    passes('nurses in general', { aidLabel: '206090', medicalSpecialty: '', agreedFullTimeSalary: '0040000' }, { on: doctor }),
    untold(passes('no label', { aidLabel: '' }, { with: ['P09-01'] })),
  ],
  'P10-05': [
    passes('half time', { responsibilityCode: 'A', agreedEmploymentRate: '5000', actualEmploymentRate: '5000' }),
    hits('less', { responsibilityCode: 'A', agreedEmploymentRate: '4999', actualEmploymentRate: '4999' }),
    hits('less, at the second level', { responsibilityCode: 'B', agreedEmploymentRate: '500', actualEmploymentRate: '500' }),
    notFor(passes('less, at the first line', { responsibilityCode: 'C', agreedEmploymentRate: '4999', actualEmploymentRate: '4999' })),
    untold(passes('no rate', { responsibilityCode: 'A', agreedEmploymentRate: '0', actualEmploymentRate: '0' }, { with: ['P21-01'] })),
  ],
  'P10-06': [
    passes('paid monthly', { responsibilityCode: 'A' }),
    hits('by the hour', { responsibilityCode: 'C' }, { on: hourly }),
    notFor(passes('leading without being a chief', { responsibilityCode: 'L' }, { on: hourly })),
  ],
  'P11-02': [
    notFor(passes('neither', {})),
    hits('PAN only as a term', { specialTermsCode: '2' }),
    hits('PAN only as an agreement', { collectiveAgreement: '2', aidLabel: '207027', agreedFullTimeSalary: '0030000' }),
    passes('PAN as both', { specialTermsCode: '2', collectiveAgreement: '2', aidLabel: '207027', agreedFullTimeSalary: '0030000' }),
    hits('BEA only as a term', { specialTermsCode: '1' }),
    hits('BEA only as an agreement', { collectiveAgreement: '3' }),
    passes('BEA as both', { specialTermsCode: '1', collectiveAgreement: '3' }),
    untold(passes('no agreement', { specialTermsCode: '1', collectiveAgreement: '' }, { with: ['P15-01'] })),
  ],
  'P12-02': [
    passes('a label that uses it', { workingTimePattern: '1' }),
    hits('one that does not', { workingTimePattern: '1', aidLabel: '451010' }),
    notFor(passes('no pattern', { workingTimePattern: '' })),
    untold(passes('no label', { workingTimePattern: '1', aidLabel: '' }, { with: ['P09-01'] })),
  ],
  'P13-04': [
    passes('general practice', { aidLabel: '201011', medicalSpecialty: '90011' }, { on: doctor }),
    hits('another speciality', { aidLabel: '201011' }, { on: doctor }),
    untold(passes('none', { aidLabel: '201011', medicalSpecialty: '' }, { on: doctor, with: ['P13-01'] })),
    notFor(passes('another doctor', {}, { on: doctor })),
  ],
  'P15-03': [
    notFor(passes('the usual', {})),
    hits('PAN for others', { collectiveAgreement: '2', specialTermsCode: '2' }),
    passes('PAN for assistants', { collectiveAgreement: '2', specialTermsCode: '2', aidLabel: '207028', agreedFullTimeSalary: '0030000' }),
    hits('RiB for others', { collectiveAgreement: '7' }),
    passes('RiB for firemen', { collectiveAgreement: '7', aidLabel: '551010', activityCode: '270', agreedFullTimeSalary: '0032000' }),
    untold(passes('no label', { collectiveAgreement: '7', aidLabel: '' }, { with: ['P09-01'] })),
  ],
  'P18-04': [
    passes('52 years', { personalNumber: personBorn('570101'), employedFrom: '19741101' }),
    hits('a day more', { personalNumber: personBorn('570101'), employedFrom: '19741031' }),
    untold(passes('no day', { employedFrom: '' }, { with: ['P18-01'] })),
  ],
  'P19-03': [
    notFor(passes('no end', {})),
    notFor(passes('the end of time', { employedTo: '99991231' })),
    passes('the last day of November', { employedTo: '20261130' }),
    hits('the first of December', { employedTo: '20261201' }),
    notFor(passes('for a time', { employmentForm: '2', employedTo: '20261201' })),
  ],
  'P20-01': [
    passes('30 hours', { fullTimeHoursPerWeek: '3000' }),
    hits('29,99 hours', { fullTimeHoursPerWeek: '2999' }),
    passes('40 hours', { fullTimeHoursPerWeek: '4000' }),
    hits('40,01 hours', { fullTimeHoursPerWeek: '4001' }),
    hits('none', { fullTimeHoursPerWeek: '' }),
    notFor(passes('none, by the hour', { fullTimeHoursPerWeek: '' }, { on: hourly })),
    untold(passes('hours that cannot be read', { fullTimeHoursPerWeek: '40,00' }, { with: ['FIL-11'] })),
  ],
  'P21-05': [
    passes('no rate', {}, { on: hourly }),
    hits('a rate', { agreedEmploymentRate: '1' }, { on: hourly }),
    notFor(passes('a rate, monthly', {})),
  ],
  'P22-02': [
    passes('no absence', {}),
    passes('one percentage point apart', { actualEmploymentRate: '9900' }),
    hits('a little more', { actualEmploymentRate: '9899' }),
    hits('more than is left', { absenceReason: '01', absenceFrom: '20261101', absenceRate: '5000', actualEmploymentRate: '5101' }),
    passes('what is left', { absenceReason: '01', absenceFrom: '20261101', absenceRate: '5000', actualEmploymentRate: '5000' }),
    notFor(passes('by the hour', { actualEmploymentRate: '5000' }, { on: hourly })),
    untold(passes('a rate that cannot be read', { actualEmploymentRate: '50x' }, { with: ['FIL-10'] })),
  ],
  'P23-02': [
    notFor(passes('neither', {})),
    hits('a reason without extent', { absenceReason: '01', absenceFrom: '20261101' }),
    hits('an extent without reason', { absenceRate: '5000', actualEmploymentRate: '5000' }),
    hits('an extent and no absence', { absenceReason: '00', absenceRate: '5000', actualEmploymentRate: '5000' }),
    passes('both', { absenceReason: '01', absenceFrom: '20261101', absenceRate: '5000', actualEmploymentRate: '5000' }),
  ],
  'P24-01': [
    passes('from the first day of 1900', away({ absenceFrom: '19000101' })),
    hits('from the day before it', away({ absenceFrom: '18991231' })),
    passes('until the last day of 2100', away({ absenceTo: '21001231' })),
    hits('until the day after it', away({ absenceTo: '21010101' })),
    notFor(passes('no absence', {})),
    passes('an absence that goes on', away({})),
    passes('until the end of time', away({ absenceTo: '99991231' })),
    hits('no first day', away({ absenceFrom: '' })),
    hits('a first day that does not exist', away({ absenceFrom: '20261131' })),
    hits('from December', away({ absenceFrom: '20261201' })),
    passes('until the first of November', away({ absenceFrom: '20261001', absenceTo: '20261101' })),
    hits('until October', away({ absenceFrom: '20261001', absenceTo: '20261031' })),
    hits('a last day before the first', away({ absenceFrom: '20261120', absenceTo: '20261119' })),
    hits('a last day that does not exist', away({ absenceTo: '20261131' })),
    hits('days without a reason', { absenceFrom: '20261101' }),
    untold(passes('days that cannot be read', away({ absenceFrom: '2026-11-01' }), { with: ['FIL-10'] })),
  ],
  'P27-06': [
    passes('no salary', {}, { on: hourly }),
    hits('a salary', { agreedFullTimeSalary: '1' }, { on: hourly }),
    notFor(passes('a salary, monthly', {})),
  ],
  'P29-02': [
    hits('at night without supplement', { workingTimePattern: '2' }),
    passes('with a supplement', { workingTimePattern: '2', unsocialHoursPay: '1' }),
    notFor(passes('at other times', { workingTimePattern: '1' })),
    notFor(passes('away the whole time', { workingTimePattern: '2', ...away({ absenceRate: '10000', actualEmploymentRate: '0' }) })),
    hits('away half the time', { workingTimePattern: '2', ...away({}) }),
  ],
  'P30-01': [
    notFor(passes('neither', {})),
    hits('pay without hours', { onCallDutyPay: '1' }),
    hits('hours without pay', { onCallHours: '1' }),
    passes('both', { onCallDutyPay: '1', onCallHours: '1' }),
  ],
  'P31-01': [
    notFor(passes('neither', {})),
    hits('pay without hours', { standbyPay: '1' }),
    hits('hours without pay', { standbyHours: '1' }),
    passes('both', { standbyPay: '1', standbyHours: '1' }),
  ],
  'P33-03': [
    passes('none', {}),
    hits('hourly pay, monthly', { hourlyPay: '1' }),
    notFor(passes('hourly pay, by the hour', {}, { on: hourly })),
  ],
  'P35-01': [
    hits('full time', { additionalHours: '1' }),
    passes('part time', { additionalHours: '1', agreedEmploymentRate: '9999', actualEmploymentRate: '9999' }),
    notFor(passes('none', { additionalHours: '0' })),
  ],
  'P36-01': [passes('100 hours', { overtimeHours: '10000' }), hits('more', { overtimeHours: '10001' })],
  'P39-01': [
    untold(passes('none', { salaryLevelYear: '' })),
    passes('this year', { salaryLevelYear: '2026' }),
    passes('last year', { salaryLevelYear: '2025' }),
    hits('the year before', { salaryLevelYear: '2024' }),
    hits('next year', { salaryLevelYear: '2027' }),
  ],
});

/** Away half the time from the first of November, until further notice. */
function away(cells: Cells): Cells {
  return { absenceReason: '01', absenceFrom: '20261101', absenceRate: '5000', actualEmploymentRate: '5000', ...cells };
}

const example = (
  says: string,
  isHit: boolean,
  cells: Cells,
  raises: readonly string[],
  facts: Partial<RuleExample['facts']> = {},
  on = monthly,
): RuleExample => {
  const made = fileWith([withCells(on, cells)]);
  return { says, isHit, file: made.file, facts: { ...made.facts, ...facts }, raises };
};
const trosa = factsOf('0488');
const own = trosa.employers?.[0]?.organisationNumber ?? '';
const company = '5561234567';
/** The employers of the unit, its own number first. */
const employers = (...others: readonly { organisationNumber: string; isCompany: boolean }[]) => [
  { organisationNumber: own, isCompany: false },
  ...others,
];

/** The position codes of the records that stand after the changed one, and its own. */
const codebook = ['B201010', ...cleanRows('0400', 4).map((row) => row[placeOf('positionCode')] ?? '')];

/** Rules that ask what the portal knows of the unit. */
const onUnits: Examples = {
  'P02-01': [
    notFor(example('no district', false, {}, [])),
    example('a district that is registered', false, { districtCode: 'CENTR' }, [], { unit: { ...trosa.unit!, districts: ['CENTR'] } }),
    example('another', true, { districtCode: 'NORR' }, ['P02-01'], { unit: { ...trosa.unit!, districts: ['CENTR'] } }),
    example('none is registered', true, { districtCode: 'NORR' }, ['P02-01']),
    example('in a region', true, { districtCode: 'NORR' }, ['P02-01'], {}, doctor),
    { ...untold(example('no unit is known', false, { districtCode: 'NORR' }, [])), facts: {} },
  ],
  'P03-02': [
    example('the unit itself', false, {}, []),
    example('a company that is registered', false, { organisationNumber: company }, [], {
      employers: employers({ organisationNumber: company, isCompany: true }),
    }),
    example('somebody else', true, { organisationNumber: company }, ['P03-02']),
    untold(example('a wrong number', false, { organisationNumber: '5561234568' }, ['P03-01'])),
    { ...untold(example('no register is known', false, { organisationNumber: company }, [])), facts: { unit: trosa.unit! } },
  ],
  'P03-03': [
    example('the unit itself', false, {}, []),
    notFor(
      example('a company that is marked so', false, { organisationNumber: company }, [], {
        employers: employers({ organisationNumber: company, isCompany: true }),
      }),
    ),
    example('a company that is not', true, { organisationNumber: company }, ['P03-03'], {
      employers: employers({ organisationNumber: company, isCompany: false }),
    }),
    example('another number of a municipality', false, { organisationNumber: '2120002049' }, [], {
      employers: employers({ organisationNumber: '2120002049', isCompany: false }),
    }),
    notFor(example('not registered', false, { organisationNumber: company }, ['P03-02'])),
  ],
  'P09-05': [notFor({ ...example('a federation', false, {}, []), facts: { unit: { ...trosa.unit!, kind: 'federation' } } })],
  'P14-03': [
    example('in the codebook', false, {}, [], { codebook }, doctor),
    example('not in it', true, { positionCode: 'L2' }, ['P14-03'], { codebook }, doctor),
    untold(example('none has been uploaded', false, { positionCode: 'L2' }, ['F-01@file'], { codebook: null }, doctor)),
    untold(example('nothing is known of it', false, { positionCode: 'L2' }, [], {}, doctor)),
    notFor(example('in a municipality', false, { positionCode: '9999' }, [], { codebook: ['1'] })),
    untold(example('no position', false, { positionCode: '' }, ['P14-02'], { codebook }, doctor)),
  ],
};

/** Rules on the way to the submission, asked of what the portal knows. */
const process = (says: string, facts: NonNullable<RuleExample['facts']['process']>, ...raises: readonly string[]): RuleExample => ({
  ...example(says, raises.length > 0, {}, raises),
  facts: { ...trosa, process: facts },
});
const period = (today: string, kind: 'test' | 'submission' = 'submission') => ({
  period: { kind, dueOn: '2026-12-15', closesOn: '2027-01-20', today },
});
const onTheWay: Examples = {
  'F-01': [
    { ...example('a region with a codebook', false, {}, [], { codebook }, doctor) },
    { ...example('a region without', true, {}, ['F-01@file'], { codebook: null }, doctor) },
    { ...notFor(example('a municipality', false, {}, [], { codebook: null })) },
  ],
  'F-02': [
    process('confirmed', { profileConfirmed: true }),
    process('not confirmed', { profileConfirmed: false }, 'F-02@file'),
    untold(process('not known', {})),
  ],
  'F-03': [
    process('every warning has a comment', { comments: { required: true, lacking: 0 } }),
    process('one has none', { comments: { required: true, lacking: 1 } }, 'F-03@file'),
    notFor(process('the round asks for none', { comments: { required: false, lacking: 1 } })),
  ],
  'F-04': [process('the submission period', period('2026-12-01')), process('the test period', period('2026-12-01', 'test'), 'F-04@file')],
  'F-05': [
    process('the last day', period('2026-12-15')),
    process('the day after', period('2026-12-16'), 'F-05@file'),
    process('the day the period closes', period('2027-01-20'), 'F-05@file'),
    notFor(process('after that', period('2027-01-21'))),
  ],
  'F-06': [process('all read', { unreadMessages: 0 }), process('one unread', { unreadMessages: 1 }, 'F-06@file')],
};

/** The salaries of so many persons with one label. */
const salaries = (count: number, alike: number, cells: Cells = {}) =>
  Array.from({ length: count }, (_, index) =>
    withCells(monthly, {
      personalNumber: personBorn(`80${String(1 + Math.floor(index / 20)).padStart(2, '0')}${String(1 + (index % 20)).padStart(2, '0')}`),
      agreedFullTimeSalary: index < alike ? '33500' : String(34_000 + index),
      ...cells,
    }),
  );
const rows = (says: string, isHit: boolean, records: readonly Row[], raises: readonly string[]): RuleExample => ({
  says,
  isHit,
  file: fileOf(records),
  facts: trosa,
  raises,
});
const each = (rule: string, count: number): string[] => [rule, ...Array.from({ length: count - 1 }, (_, index) => `${rule}@${index + 2}`)];
const half = { agreedEmploymentRate: '5000', actualEmploymentRate: '5000' };
const another = (cells: Cells) => withCells(monthly, { ...half, employmentId: 'X2', ...cells });
const first = withCells(monthly, half);

/** Positions of one code, with labels of so many staff groups. */
const positions = (count: number, ...labels: readonly string[]) =>
  Array.from({ length: count }, (_, index) =>
    withCells(monthly, {
      personalNumber: personBorn(`8001${String(1 + index).padStart(2, '0')}`),
      aidLabel: labels[index % labels.length] ?? '',
      agreedFullTimeSalary: '0',
      payForm: 'A',
    }),
  );

/** Rules that compare records with each other. */
const onGroups: Examples = {
  'P40-01': [
    rows('one record without an identity', false, [withCells(monthly, { employmentId: '' })], []),
    rows('two, one of them without', true, [first, another({ employmentId: '' })], ['P40-01@2']),
    notFor(rows('two with their own', false, [first, another({})], [])),
    untold(
      rows(
        'two without a number',
        false,
        [
          withCells(first, { personalNumber: '', employmentId: '' }),
          another({ personalNumber: '', employmentId: '', organisationUnit: 'En annan' }),
        ],
        ['P07-01', 'P07-01@2'],
      ),
    ),
  ],
  'K-05': [
    rows('three letters alike', false, [withCells(first, { name: 'Påhittsson, Eva' }), another({ name: 'Testberg, Eva' })], []),
    rows('the same name', false, [first, another({})], []),
    rows('a name in other order and case', false, [first, another({ name: 'ÅSA PÅHITTSSON' })], []),
    rows('a longer family name', false, [first, another({ name: 'Påhittsson-Bo, Eva' })], []),
    rows('another name', true, [first, another({ name: 'Testberg, Eva' })], ['K-05', 'K-05@2']),
    rows('parts too short to tell', true, [withCells(first, { name: 'Bo Li' }), another({ name: 'Bo Testberg' })], ['K-05', 'K-05@2']),
    rows('one without a name', false, [first, another({ name: '' })], ['P08-01@2']),
  ],
  'K-06': [
    notFor(rows('by the hour', false, [hourly], [])),
    rows('the same salary', false, [first, another({})], []),
    rows('another salary', true, [first, another({ agreedFullTimeSalary: '34000' })], ['K-06', 'K-06@2']),
    rows('another label', false, [first, another({ agreedFullTimeSalary: '34000', aidLabel: '402011' })], []),
    rows('for a time', false, [first, another({ agreedFullTimeSalary: '34000', employmentForm: '4' })], []),
    rows('a salary that cannot be read', false, [first, another({ agreedFullTimeSalary: '34 000' })], ['FIL-10@2']),
  ],
  'K-07': [
    rows('only monthly', false, [first, another({})], []),
    rows('monthly and by the hour', true, [first, withCells(hourly, { employmentId: 'X2' })], ['K-07@file']),
    rows('two persons', false, [first, withCells(hourly, { personalNumber: personBorn('800409') })], []),
  ],
  'K-08': [
    rows('alone', true, [withCells(monthly, { ...away({}), absenceReason: '05' })], ['K-08']),
    rows('with the other employment', false, [withCells(monthly, { ...away({}), absenceReason: '05' }), another({})], []),
    notFor(rows('alone, away for another reason', false, [withCells(monthly, away({}))], [])),
    untold(rows('no number', false, [withCells(monthly, { ...away({}), absenceReason: '05', personalNumber: '' })], ['P07-01'])),
  ],
  'K-09': [
    rows('three staff groups in ten records', true, positions(10, '402010', '207010', '451010'), each('K-09', 10)),
    rows('two', false, positions(10, '402010', '207010'), []),
    untold(rows('three in nine records', false, positions(9, '402010', '207010', '451010'), [])),
    rows(
      'labels that do not exist are not counted',
      false,
      positions(10, '402010', '207010', '999999'),
      each('P09-03', 3).map((_, index) => `P09-03@${index * 3 + 3}`),
    ),
  ],
  'K-10': [
    rows('17 of 20 alike', true, salaries(20, 17), each('K-10', 17)),
    rows('16 of 20 alike', false, salaries(20, 16), []),
    untold(rows('all of 19 alike', false, salaries(19, 19), [])),
    notFor(rows('by the hour', false, salaries(20, 20, { payForm: 'A' }), [])),
  ],
  'P41-01': [
    rows(
      'one of two lacks both',
      false,
      [first, withCells(monthly, { personalNumber: personBorn('800409'), organisationUnit: '', positionTitle: '' })],
      [],
    ),
    rows('the only one', true, [withCells(monthly, { organisationUnit: '', positionTitle: '' })], ['P41-01@file']),
    rows('a title is enough', false, [withCells(monthly, { organisationUnit: '' })], []),
  ],
};

export const rarerFaults: Examples = { ...onRecords, ...onUnits, ...onGroups, ...onTheWay };
