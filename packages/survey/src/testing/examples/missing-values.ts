import { november2026 } from '../../editions/november-2026/index.ts';
import type { Rule } from '../../definition/rule.ts';
import { bytesOf } from '../bytes.ts';
import { factsOf } from '../records.ts';
import { doctor, examplesOf, fileWith, hourly, monthly, passes, untold, type Examples, type RuleExample } from './example.ts';

/** What a rule works with is missing, or cannot be read: another rule says so. */
const ofRecords = examplesOf({
  'P09-07': [untold(passes('no label', { positionTitle: 'Socialpedagog', aidLabel: '' }, { with: ['P09-01'] }))],
  'P10-03': [untold(passes('no label', { responsibilityCode: 'L', aidLabel: '' }, { with: ['P09-01'] }))],
  'P10-06': [untold(passes('no form of pay', { responsibilityCode: 'A', payForm: '' }, { with: ['P17-01'] }))],
  'P16-03': [untold(passes('no form of employment', { employmentForm: '' }, { with: ['P16-01'] }))],
  'P17-02': [untold(passes('no form of pay', { payForm: '' }, { with: ['P17-01'] }))],
  'P18-02': [untold(passes('no day', { employedFrom: '' }, { with: ['P18-01'] }))],
  'P19-03': [untold(passes('a day that cannot be read', { employedTo: '1x' }, { with: ['FIL-10'] }))],
  'P19-04': [untold(passes('a day that cannot be read', { employmentForm: '2', employedTo: '1x' }, { with: ['FIL-10'] }))],
  'P21-04': [untold(passes('no rate', { agreedEmploymentRate: '', actualEmploymentRate: '' }, { with: ['P21-01'] }))],
  'P21-05': [untold(passes('a rate that cannot be read', { agreedEmploymentRate: '1x' }, { on: hourly, with: ['FIL-10'] }))],
  'P23-02': [untold(passes('a rate that cannot be read', { absenceReason: '01', absenceRate: '1x' }, { with: ['FIL-10', 'P24-01'] }))],
  'P26-01': [untold(passes('a rate that cannot be read', { absenceRate: '1x' }, { with: ['FIL-10'] }))],
  'P27-02': [untold(passes('no salary', { agreedFullTimeSalary: '' }, { with: ['P27-01'] }))],
  'P27-04': [
    untold(
      passes('no salary', { agreedFullTimeSalary: '', agreedEmploymentRate: '5000', actualEmploymentRate: '5000' }, { with: ['P27-01'] }),
    ),
  ],
  'P27-06': [untold(passes('a salary that cannot be read', { agreedFullTimeSalary: '1x' }, { on: hourly, with: ['FIL-10'] }))],
  'P29-01': [untold(passes('of no salary', { unsocialHoursPay: '100', agreedFullTimeSalary: '' }, { with: ['P27-01'] }))],
  'P29-02': [untold(passes('pay that cannot be read', { workingTimePattern: '2', unsocialHoursPay: '1x' }, { with: ['FIL-10'] }))],
  'P30-01': [untold(passes('hours that cannot be read', { onCallDutyPay: '1', onCallHours: '1x' }, { with: ['FIL-10'] }))],
  'P31-01': [untold(passes('hours that cannot be read', { standbyPay: '1', standbyHours: '1x' }, { with: ['FIL-10'] }))],
  'P32-01': [untold(passes('of no salary', { otherVariablePay: '100', agreedFullTimeSalary: '' }, { with: ['P27-01'] }))],
  'P33-02': [untold(passes('no pay', { hourlyPay: '' }, { on: hourly, with: ['P33-01'] }))],
  'P33-03': [untold(passes('pay that cannot be read', { hourlyPay: '1x' }, { with: ['FIL-10'] }))],
  'P34-01': [untold(passes('hours that cannot be read', { hoursWorked: '1x' }, { on: hourly, with: ['FIL-10'] }))],
  'P34-02': [untold(passes('no hours', {}))],
  'P35-01': [untold(passes('no rate', { additionalHours: '1', agreedEmploymentRate: '', actualEmploymentRate: '' }, { with: ['P21-01'] }))],
  'P36-01': [untold(passes('no hours', {}))],
});

/** They ask whether there is a value, or how it is written: there is no answer only where a row cannot be divided into values. */
const inARowWithoutItsValues =
  'FIL-09 FIL-10 FIL-11 P01-01 P01-02 P03-01 P04-01 P05-01 P06-01 P07-01 P07-02 P07-03 P07-04 P07-06 P08-01 P09-01 P09-02 P09-03 P09-05 P13-01 P14-02 P15-01 P16-01 K-01 K-05 K-06';
/** They are asked of the file, or of all its rows: there is no answer only where it cannot be read. */
const inAFileThatCannotBeRead = 'FIL-04 FIL-05 FIL-06 FIL-07 FIL-08 FIL-12 F-04 K-07 P07-05 P41-01';
/** They ask what only the portal knows. */
const whereNothingIsKnown = 'FIL-15 P01-03 P03-03 D-02 D-12 D-16 F-01 F-03 F-05 F-06 Y-02 Y-03 Y-05';

const rulesOf = (ids: string): Rule[] => ids.split(' ').map((id) => november2026.rules.find((rule) => rule.id === id)!);
const isRegional = ({ appliesTo }: Rule): boolean => appliesTo !== undefined && !appliesTo.includes('municipality');
const recordFor = (rule: Rule) => (isRegional(rule) ? doctor : monthly);

const examples = (ids: string, exampleOf: (rule: Rule) => Omit<RuleExample, 'isHit'>): Examples =>
  Object.fromEntries(rulesOf(ids).map((rule) => [rule.id, [untold({ isHit: false, ...exampleOf(rule) })]]));

const aRowWithoutItsValues = examples(inARowWithoutItsValues, (rule) => {
  const { file, facts } = fileWith([recordFor(rule).slice(0, 3)]);
  return { says: 'a row without its values', file, facts: isRegional(rule) ? factsOf('0400') : facts, raises: ['FIL-06'] };
});
const aFileThatCannotBeRead = examples(inAFileThatCannotBeRead, (rule) => ({
  says: 'a PDF',
  file: bytesOf('%PDF-1.7'),
  facts: factsOf(isRegional(rule) ? '0400' : '0488'),
  raises: ['FIL-02@file'],
}));
const nothingIsKnown = examples(whereNothingIsKnown, (rule) => ({
  says: 'nothing is known beside the file',
  file: fileWith([recordFor(rule)]).file,
  facts: {},
  raises: [],
}));

export const missingValues: readonly Examples[] = [ofRecords, aRowWithoutItsValues, aFileThatCannotBeRead, nothingIsKnown];
