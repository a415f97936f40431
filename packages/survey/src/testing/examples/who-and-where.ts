import { withCheckDigit } from '../../generator/people.ts';
import { doctor, examplesOf, hits, hourly, passes, personBorn, notFor, untold } from './example.ts';

/** Fields 1 to 8: unit, employer, workplace, activity, person. */
export const whoAndWhere = examplesOf({
  'P01-01': [
    passes("the unit's code", { municipalityCode: '0488' }),
    hits('no code', { municipalityCode: '' }),
    hits('three digits', { municipalityCode: '488' }),
    hits('five digits', { municipalityCode: '00488' }),
    hits('letters', { municipalityCode: 'TROS' }),
  ],
  'P01-02': [
    passes("the unit's code", {}),
    passes('the code of another municipality', { municipalityCode: '0114' }, { with: ['P01-03'] }),
    hits('a code nobody has', { municipalityCode: '9999' }),
    hits('only zeros', { municipalityCode: '0000' }),
  ],
  'P01-03': [
    passes("the unit's code", {}),
    hits('the code of another municipality', { municipalityCode: '0114' }),
    hits('the code of the region, where the label is not used', { municipalityCode: '0400' }, { with: ['P09-05'] }),
    hits('a municipality in the file of a region', { municipalityCode: '0488' }, { on: doctor, with: ['P09-05'] }),
  ],
  'P03-01': [
    passes("the municipality's number", {}),
    passes('a company, whose third digit is above 2', { organisationNumber: withCheckDigit('556123456') }, { with: ['P03-02'] }),
    passes('a third digit of 2', { organisationNumber: withCheckDigit('212999999') }, { with: ['P03-02'] }),
    hits('a third digit of 1', { organisationNumber: withCheckDigit('211999999') }),
    hits('a personal number', { organisationNumber: personBorn('800408') }),
    hits('no number', { organisationNumber: '' }),
    hits('a wrong check digit', { organisationNumber: '2120004889' }),
    hits('nine digits', { organisationNumber: '212000488' }),
    hits('eleven digits', { organisationNumber: '02120004888' }),
    hits('a hyphen', { organisationNumber: '212000-488' }),
  ],
  'P04-01': [
    passes('one digit', { workplaceNumber: '1' }),
    hits('no number', { workplaceNumber: '' }),
    passes('a number that is too long', { workplaceNumber: '123456' }, { with: ['FIL-09'] }),
  ],
  'P05-01': [
    passes('code and basis', {}),
    passes('only a code', { activityBasis: '' }),
    passes('only a basis', { activityCode: '' }, { with: ['P06-01'] }),
    hits('neither', { activityCode: '', activityBasis: '' }),
  ],
  'P05-02': [
    passes('a code of the list', { activityCode: '400' }),
    notFor(passes('no code but a basis', { activityCode: '' }, { with: ['P06-01'] })),
    hits('a code that is not in the list', { activityCode: '999' }),
    hits("a region's code in a municipality", { activityCode: 'V01' }),
    hits("a municipality's code in a region", { activityCode: '510' }, { on: doctor }),
    hits('a small letter', { activityCode: 'v01' }, { on: doctor }),
    untold(passes('a code that is too long', { activityCode: '0407' }, { with: ['FIL-09'] })),
  ],
  'P05-04': [
    notFor(
      passes('another label of school staff who are everywhere', {
        aidLabel: '403014',
        activityCode: '510',
        agreedFullTimeSalary: '0029000',
      }),
    ),
    passes('a firefighter in the first of the rescue activities', { aidLabel: '551012', activityCode: '270' }),
    ...['400', '478', '500', '910'].map((activityCode) =>
      passes(`a midwife in ${activityCode}`, { aidLabel: '205011', activityCode, agreedFullTimeSalary: '0042000' }),
    ),
    ...['204511', '204610'].map((aidLabel) =>
      notFor(passes(`medical staff with label ${aidLabel}, who are everywhere`, { aidLabel, activityCode: '510' })),
    ),
    untold(passes('an activity that does not exist', { activityCode: '999' }, { with: ['P05-02'] })),

    passes('a teacher in the first of the school activities', { activityCode: '400' }),
    passes('a teacher in the last of them', { activityCode: '478' }),
    hits('a teacher just below them', { activityCode: '350' }),
    hits('a teacher just above them', { activityCode: '500' }),
    notFor(
      passes('a label of school staff who are everywhere', { aidLabel: '403013', activityCode: '510', agreedFullTimeSalary: '0029000' }),
    ),
    hits('a teacher of another label', { aidLabel: '401010', activityCode: '510', agreedFullTimeSalary: '0037000' }),
    passes('a firefighter in rescue', { aidLabel: '551012', activityCode: '275' }),
    hits('a firefighter in school', { aidLabel: '551012' }),
    passes('a social worker in the last of the social activities', { aidLabel: '351010', activityCode: '610' }),
    passes('a social worker in school', { aidLabel: '351010' }),
    hits('a social worker above them', { aidLabel: '351010', activityCode: '800' }),
    passes('a midwife in health care', { aidLabel: '205011', activityCode: '505', agreedFullTimeSalary: '0042000' }),
    passes('a midwife in staff health', { aidLabel: '205011', activityCode: '920', agreedFullTimeSalary: '0042000' }),
    hits('a midwife in care of the old', { aidLabel: '205011', activityCode: '510', agreedFullTimeSalary: '0042000' }),
    notFor(passes('a label of medical staff who are everywhere', { aidLabel: '204510', activityCode: '510' })),
    notFor(
      passes(
        'a region, where the rule is not asked',
        { aidLabel: '205011', medicalSpecialty: '', agreedFullTimeSalary: '0042000' },
        { on: doctor },
      ),
    ),
  ],
  'P07-01': [
    passes('ten digits', {}),
    hits('no number', { personalNumber: '' }),
    hits('ten zeros', { personalNumber: '0000000000' }),
    hits('one zero', { personalNumber: '0' }),
  ],
  'P07-02': [
    passes('ten digits', {}),
    hits('nine digits', { personalNumber: '800408980' }),
    hits('a century before it', { personalNumber: `19${personBorn('800408')}` }),
    hits('a hyphen', { personalNumber: personBorn('800408').replace(/(....)$/, '-$1') }),
    hits('a plus sign', { personalNumber: personBorn('800408').replace(/(....)$/, '+$1') }),
    hits('a blank inside', { personalNumber: '800408 980' }),
  ],
  'P07-03': [
    passes('29 February of a leap year', { personalNumber: personBorn('800229') }),
    passes('the last day of a year', { personalNumber: personBorn('791231') }),
    hits('29 February of another year', { personalNumber: personBorn('810229') }),
    hits('month 13', { personalNumber: personBorn('801301') }),
    hits('month 0', { personalNumber: personBorn('800001') }),
    hits('31 April', { personalNumber: personBorn('800431') }),
    hits('day 0', { personalNumber: personBorn('800400') }),
    hits('day 60, which is day 0 of a co-ordination number', { personalNumber: personBorn('800460') }),
    hits('31 April of a co-ordination number', { personalNumber: personBorn('800491') }),
    hits('day 92', { personalNumber: personBorn('800192') }),
  ],
  'P07-04': [
    passes('the right check digit', {}),
    hits('another check digit', { personalNumber: personBorn('800408').replace(/(.)$/, (digit) => String((Number(digit) + 1) % 10)) }),
    hits('birth number 000 with the right check digit', { personalNumber: personBorn('800408', '000') }),
    passes('birth number 001', { personalNumber: personBorn('800408', '001') }),
  ],
  'P07-06': [
    passes('digits', {}),
    hits('a letter in the middle', { personalNumber: '800408T980' }),
    hits('a Swedish letter', { personalNumber: 'Ö004089801' }),
    hits('more than ten characters with a letter', { personalNumber: '19800408TF980' }),
  ],
  'P07-07': [
    untold(
      passes(
        '96 years by a number with a wrong check digit',
        { personalNumber: personBorn('301101').replace(/(.)$/, (digit) => String((Number(digit) + 1) % 10)) },
        { with: ['P07-04'] },
      ),
    ),

    passes('13 years on 1 November', { personalNumber: personBorn('131101'), employedFrom: '20261101' }, { with: ['P07-08'] }),
    hits('13 years on 2 November', { personalNumber: personBorn('131102'), employedFrom: '20261101' }),
    passes('95 years until 2 November', { personalNumber: personBorn('301102') }, { with: ['P07-09'] }),
    hits('96 years on 1 November', { personalNumber: personBorn('301101') }),
    hits('born on 1 November of the year', { personalNumber: personBorn('261101') }),
  ],
  'P07-09': [
    untold(
      passes(
        '70 years by a number with a wrong check digit',
        { personalNumber: personBorn('561101').replace(/(.)$/, (digit) => String((Number(digit) + 1) % 10)) },
        { with: ['P07-04'] },
      ),
    ),

    passes('69 years, permanent', { personalNumber: personBorn('561102') }),
    hits('70 years, permanent', { personalNumber: personBorn('561101') }),
    passes('70 years, temporary', { personalNumber: personBorn('561101'), employmentForm: '2', employedTo: '20261231' }),
    passes('70 years, by the hour', { personalNumber: personBorn('561101') }, { on: hourly }),
    passes('80 years, by the hour', { personalNumber: personBorn('451102') }, { on: hourly }),
    hits('81 years, by the hour', { personalNumber: personBorn('451101') }, { on: hourly }),
    hits('81 years with a co-ordination number', { personalNumber: personBorn('451161') }, { on: hourly, with: ['P07-05@file'] }),
  ],
  'P07-05': [passes('no co-ordination number', {})],
  'P08-01': [
    passes('a name', { name: 'Eva' }),
    hits('no name', { name: '' }),
    hits('a name of blanks', { name: ' \u00a0' }, { with: ['FIL-12@file'] }),
  ],
});
