import { numberOf, textOf, written, type Row } from '../rows.ts';
import type { VariableId } from '../../editions/november-2026/variables.ts';
import type { Fault, Surroundings } from './fault.ts';

const isMonthly = (row: Row): boolean => textOf(row, 'payForm') === 'M';
const isHourly = (row: Row): boolean => textOf(row, 'payForm') === 'T';
const hasNoEnd = (row: Row): boolean => numberOf(row, 'employedTo') === 0;

/** The field holds another number; only where the record may have the fault. */
const holding = (
  rule: string,
  field: VariableId,
  may: (row: Row, surroundings: Surroundings) => boolean,
  number: (row: Row, surroundings: Surroundings) => number,
): Fault => ({
  rule,
  slip: (row, surroundings) => (may(row, surroundings) ? { field, text: written(field, number(row, surroundings)) } : undefined),
});

/** Days, rates, pay and hours that cannot be. */
export const timeAndPayFaults: readonly Fault[] = [
  holding(
    'P18-01',
    'employedFrom',
    () => true,
    (_row, { random }) => random.pick([0, 20_190_231, 20_201_301, 18_500_101]),
  ),
  holding('P18-02', 'employedFrom', hasNoEnd, (_row, { year, random }) => year * 10_000 + 1200 + random.between(1, 31)),
  holding(
    'P18-03',
    'employedFrom',
    () => true,
    (row, { year }) => (birthYearOf(row, year) + 8) * 10_000 + 901,
  ),
  holding(
    'P19-01',
    'employedTo',
    (row) => numberOf(row, 'employedFrom') > 19_600_000,
    (row, { year, random }) => random.pick([numberOf(row, 'employedFrom') - 20_000, year * 10_000 + 1301, (year + 1) * 10_000 + 631]),
  ),
  holding(
    'P19-02',
    'employedTo',
    (row, { year }) => !isHourly(row) && numberOf(row, 'employedFrom') < year * 10_000 + 801,
    (_row, { year }) => year * 10_000 + 831,
  ),
  holding('P21-01', 'agreedEmploymentRate', isMonthly, () => 0),
  // Where a person has several employments the sum would be a finding in the others too.
  holding(
    'P21-02',
    'agreedEmploymentRate',
    (row, { persons }) => isMonthly(row) && persons.hasOneRecord(textOf(row, 'personalNumber')),
    (_row, { random }) => random.pick([10_001, 15_000, 75_000]),
  ),
  holding(
    'P22-01',
    'actualEmploymentRate',
    (row) => isMonthly(row) && numberOf(row, 'agreedEmploymentRate') < 10_000,
    (row) => numberOf(row, 'agreedEmploymentRate') + 500,
  ),
  holding(
    'P26-01',
    'absenceRate',
    (row) => isMonthly(row) && textOf(row, 'absenceReason') !== '05',
    (row, { random }) => random.pick([numberOf(row, 'agreedEmploymentRate') + 1, 20_000]),
  ),
  holding('P27-01', 'agreedFullTimeSalary', isMonthly, () => 0),
  // Written in ören instead of kronor.
  holding(
    'P27-05',
    'agreedFullTimeSalary',
    (row) => isMonthly(row) && numberOf(row, 'agreedFullTimeSalary') < 99_000,
    (row) => numberOf(row, 'agreedFullTimeSalary') * 100,
  ),
  holding('P33-01', 'hourlyPay', isHourly, () => 0),
  holding('P34-01', 'hoursWorked', isHourly, () => 0),
  holding('P34-02', 'hoursWorked', isHourly, (_row, { random }) => random.between(73_000, 99_000)),
];

/** Everybody is between 13 and 95, so one century fits. */
function birthYearOf(row: Row, year: number): number {
  const short = Number(textOf(row, 'personalNumber').slice(0, 2));
  return short + (2000 + short <= year - 13 ? 2000 : 1900);
}
