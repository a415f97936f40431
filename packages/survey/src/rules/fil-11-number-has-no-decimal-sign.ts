import type { Rule } from '../definition/rule.ts';

/** The trimmed value is digits, then one comma or full stop, then digits. The record is kept with the value as written. */
export const fil11NumberHasNoDecimalSign: Rule = {
  id: 'FIL-11',
  version: 1,
  status: 'active',
  severity: 'error',
  scope: 'field',
  fields: [
    'fullTimeHoursPerWeek',
    'agreedEmploymentRate',
    'actualEmploymentRate',
    'absenceRate',
    'agreedFullTimeSalary',
    'fixedSupplements',
    'unsocialHoursPay',
    'onCallDutyPay',
    'standbyPay',
    'otherVariablePay',
    'hourlyPay',
    'hoursWorked',
    'additionalHours',
    'overtimeHours',
    'onCallHours',
    'standbyHours',
  ],
  logic: { kind: 'reading', fault: 'decimalSign' },
  systematic: { cause: 'decimalSigns', do: 'withoutSign' },
  source: 'derived: record layout',
  texts: {
    title: 'Decimaltecken i värdet',
    message: 'Rad {rad}, fält {nr} {fältnamn}: skriv ”{värde}” utan decimaltecken, till exempel {exempel}.',
    why: 'Decimalerna är underförstådda i postbeskrivningen, så 75,50 skrivs 7550.',
    howToFix: 'Ta bort decimaltecknet och skriv det antal decimaler som fältet har.',
  },
};
