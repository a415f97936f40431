import { daysIn, wholeYears, type DayNumber } from './calendar.ts';

/** What ten digits say of a person. `birthDay` is undefined when the date does not exist in either century. */
export interface PersonalNumberFacts {
  readonly hasTenDigits: boolean;
  readonly dateExists: boolean;
  readonly checkDigitIsRight: boolean;
  /** Day + 60: a co-ordination number. */
  readonly isCoordination: boolean;
  readonly birthDay: DayNumber | undefined;
  /** Whole years on the day asked for. */
  readonly age: number | undefined;
}

/** Bits of what ten digits are. */
export const isDated = 1;
export const isChecked = 2;
export const isCoordination = 4;

/** The same as numbers: `flags` of the bits above, 0 for no day, -1 for no age. */
export interface NumberFacts {
  readonly flags: number;
  readonly birthDay: DayNumber | 0;
  readonly age: number;
}

/** Ten of them, 0 to 9, while they are read. */
const digits = new Uint8Array(10);

/** Of a value that is no ten digits. */
const nobody: NumberFacts = { flags: 0, birthDay: 0, age: -1 };

/**
 * Reads a personal or co-ordination number written with ten digits, without century.
 * Of the two centuries the one that gives 13-95 years on the day is meant, else the lowest age that is not negative.
 * @param on the day ages are counted on
 */
export function readPersonalNumber(text: string, on: DayNumber): PersonalNumberFacts {
  const hasTenDigits = /^[0-9]{10}$/.test(text);
  const { flags, birthDay, age } = hasTenDigits
    ? factsOfNumber(
        Uint8Array.from(text, (digit) => digit.charCodeAt(0)),
        0,
        on,
      )
    : nobody;
  return {
    hasTenDigits,
    dateExists: (flags & isDated) !== 0,
    checkDigitIsRight: (flags & isChecked) !== 0,
    isCoordination: (flags & isCoordination) !== 0,
    birthDay: birthDay === 0 ? undefined : birthDay,
    age: age < 0 ? undefined : age,
  };
}

/** Reads ten bytes, if they are digits, from one on. */
export function factsOfNumber(bytes: Uint8Array, from: number, on: DayNumber): NumberFacts {
  for (let place = 0; place < digits.length; place += 1) {
    const digit = bytes[from + place]! - 48;
    if (digit < 0 || digit > 9) return nobody;
    digits[place] = digit;
  }
  const yearInCentury = digits[0]! * 10 + digits[1]!;
  const month = digits[2]! * 10 + digits[3]!;
  const written = digits[4]! * 10 + digits[5]!;
  const isOfCoordination = written >= 61 && written <= 91;
  const date = isOfCoordination ? written - 60 : written;
  let birthDay = 0;
  let age = -1;
  let exists = false;
  // A day that is in no month is in neither century.
  const isPossible = month >= 1 && month <= 12 && date >= 1 && date <= 31;
  for (let century = 2000; isPossible && century >= 1900; century -= 100) {
    const year = century + yearInCentury;
    if (date > 28 && date > daysIn(year, month)) continue;
    exists = true;
    const candidate = year * 10_000 + month * 100 + date;
    const years = wholeYears(candidate, on);
    if (years < 0 || (age >= 13 && age <= 95)) continue;
    if (age < 0 || (years >= 13 && years <= 95) || years < age) {
      birthDay = candidate;
      age = years;
    }
  }
  const flags = (exists ? isDated : 0) | (hasRightCheck() ? isChecked : 0) | (isOfCoordination ? isCoordination : 0);
  return { flags, birthDay, age };
}

/** Modulus 10 with weights 2, 1, 2, 1 …, and a birth number that is not 000. */
function hasRightCheck(): boolean {
  if (digits[6] === 0 && digits[7] === 0 && digits[8] === 0) return false;
  let sum = 0;
  for (let place = 0; place < 10; place += 2) sum += twice[digits[place]!]! + digits[place + 1]!;
  return sum % 10 === 0;
}

/** Sum of the digits of a digit's double. */
const twice = Uint8Array.of(0, 2, 4, 6, 8, 1, 3, 5, 7, 9);
