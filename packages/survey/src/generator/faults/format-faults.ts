import { variables, type VariableId } from '../../editions/november-2026/variables.ts';
import type { Random } from '../random.ts';
import { numberOf, textOf, type Row } from '../rows.ts';
import type { Fault } from './fault.ts';

const long = 'X';

/** Texts whose being too long no other rule remarks on. */
const longTexts: readonly VariableId[] = [
  'workplaceNumber',
  'activityCode',
  'activityBasis',
  'name',
  'positionCode',
  'employmentForm',
  'collectiveAgreement',
  'employmentId',
  'organisationUnit',
  'positionTitle',
];
const longNumbers: readonly VariableId[] = [
  'fullTimeHoursPerWeek',
  'agreedEmploymentRate',
  'agreedFullTimeSalary',
  'unsocialHoursPay',
  'hourlyPay',
  'hoursWorked',
  'overtimeHours',
  'employedFrom',
];
const numbers: readonly VariableId[] = [
  'employedFrom',
  'employedTo',
  'agreedEmploymentRate',
  'actualEmploymentRate',
  'absenceRate',
  'agreedFullTimeSalary',
  'fixedSupplements',
  'hourlyPay',
  'hoursWorked',
  'overtimeHours',
  'salaryLevelYear',
];
const decimals: readonly VariableId[] = [
  'fullTimeHoursPerWeek',
  'agreedEmploymentRate',
  'actualEmploymentRate',
  'hourlyPay',
  'hoursWorked',
  'additionalHours',
  'overtimeHours',
];

/** Wrong in the way it is written, whatever it says. */
export const formatFaults: readonly Fault[] = [
  { rule: 'FIL-06', isFragile: true, slip: (row) => ({ field: 'name', text: textOf(row, 'name').replace(', ', ';') }) },
  { rule: 'FIL-09', slip: (row, { random }) => (random.chance(0.5) ? tooLongText(row, random) : tooLongNumber(row, random)) },
  {
    rule: 'FIL-10',
    slip(row, { random }) {
      const field = random.pick(numbers);
      const value = numberOf(row, field);
      return {
        field,
        text:
          value === 0
            ? random.pick(['saknas', '-', 'x'])
            : random.pick([`${value} kr`, `-${value}`, `${String(value).slice(0, -3)} ${String(value).slice(-3)}`.trim() + '*']),
      };
    },
  },
  {
    rule: 'FIL-11',
    slip(row, { random }) {
      const field = random.pick(decimals);
      const digits = String(numberOf(row, field)).padStart(3, '0');
      return { field, text: `${digits.slice(0, -2)}${random.pick([',', '.'])}${digits.slice(-2)}` };
    },
  },
];

function tooLongText(row: Row, random: Random) {
  const field = random.pick(longTexts);
  const text = textOf(row, field);
  return text === '' ? undefined : { field, text: text + (/^[0-9]+$/.test(text) ? '1' : long).repeat(lengthOf(field) + 1 - text.length) };
}

function tooLongNumber(row: Row, random: Random) {
  const field = random.pick(longNumbers);
  const value = numberOf(row, field);
  return value === 0 ? undefined : { field, text: String(value).padEnd(lengthOf(field) + 1, '0') };
}

const lengthOf = (field: VariableId): number => variables.find(({ id }) => id === field)?.length ?? 0;
