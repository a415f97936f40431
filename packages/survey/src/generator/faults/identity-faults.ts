import { municipalities } from '../../editions/november-2026/code-lists/municipalities.ts';
import { regions } from '../../editions/november-2026/code-lists/regions.ts';
import { withCheckDigit } from '../people.ts';
import { textOf, type Row } from '../rows.ts';
import type { Fault } from './fault.ts';

const otherDigit = (digit: string): string => String((Number(digit) + 1) % 10);
const withWrongCheckDigit = (number: string): string => number.slice(0, 9) + otherDigit(number.slice(9));
/** 29 February, also as a co-ordination number. */
const isLeapDay = (monthAndDay: string): boolean => monthAndDay === '0229' || monthAndDay === '0289';
const personalNumber = (row: Row): string => textOf(row, 'personalNumber');

/** Wrong about whose record it is: unit, employer, person. */
export const identityFaults: readonly Fault[] = [
  {
    rule: 'P01-01',
    isFragile: true,
    slip: (row, { random }) => ({
      field: 'municipalityCode',
      text: random.pick(['', textOf(row, 'municipalityCode').slice(1), `K${textOf(row, 'municipalityCode').slice(1)}`]),
    }),
  },
  {
    rule: 'P01-02',
    isFragile: true,
    slip: (_row, { random }) => ({ field: 'municipalityCode', text: random.pick(['9999', '0001', '2999']) }),
  },
  {
    rule: 'P01-03',
    isFragile: true,
    slip(row, { unit, random }) {
      // Of the same sector, so that only the unit is wrong and not what the other fields may hold.
      const list = textOf(row, 'municipalityCode').endsWith('00') ? regions : municipalities;
      return {
        field: 'municipalityCode',
        text: random.pick(list.codes.filter(({ code }) => !unit.codes.includes(code) && code !== '0980' && code !== '0900')).code,
      };
    },
  },
  {
    rule: 'P03-01',
    slip: (row, { random }) => ({
      field: 'organisationNumber',
      text: random.pick(['', withWrongCheckDigit(textOf(row, 'organisationNumber')), textOf(row, 'organisationNumber').slice(0, 9)]),
    }),
  },
  { rule: 'P07-01', slip: (_row, { random }) => ({ field: 'personalNumber', text: random.pick(['', '0000000000']) }) },
  {
    rule: 'P07-02',
    slip: (row, { random }) => ({
      field: 'personalNumber',
      text: random.pick([
        `19${personalNumber(row)}`,
        `${personalNumber(row).slice(0, 6)}-${personalNumber(row).slice(6)}`,
        personalNumber(row).slice(0, 9),
      ]),
    }),
  },
  {
    rule: 'P07-03',
    slip(row, { random, persons }) {
      const [year, month, rest] = [personalNumber(row).slice(0, 2), personalNumber(row).slice(2, 4), personalNumber(row).slice(6, 9)];
      const number = withCheckDigit(random.chance(0.5) ? `${year}13${personalNumber(row).slice(4, 6)}${rest}` : `${year}${month}32${rest}`);
      // Several with the same impossible date would be one person to the rules on persons.
      return persons.claim(number) ? { field: 'personalNumber', text: number } : undefined;
    },
  },
  { rule: 'P07-04', slip: (row) => ({ field: 'personalNumber', text: withWrongCheckDigit(personalNumber(row)) }) },
  {
    rule: 'P07-06',
    slip: (row, { random }) => ({
      field: 'personalNumber',
      text: `${personalNumber(row).slice(0, 6)}${random.pick(['T', 'R', 'S'])}${personalNumber(row).slice(7)}`,
    }),
  },
  {
    rule: 'P07-07',
    slip(row, { year, random, persons }) {
      // A child: the other century would make more than a hundred. Nobody else's number, or they would be one person.
      const birthYear = String((year - random.between(2, 11)) % 100).padStart(2, '0');
      const monthAndDay = personalNumber(row).slice(2, 6);
      const number = withCheckDigit(birthYear + monthAndDay + personalNumber(row).slice(6, 9));
      return isLeapDay(monthAndDay) || !persons.claim(number) ? undefined : { field: 'personalNumber', text: number };
    },
  },
];
