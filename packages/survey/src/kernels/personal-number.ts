import { daysIn, wholeYears, type DayNumber } from './calendar.ts';
import { hasRightCheckDigit } from './luhn.ts';

/** What ten digits say of a person. `birthDay` is undefined when the date does not exist in either century. */
export interface PersonalNumberFacts {
  readonly hasTenDigits: boolean;
  readonly hasLetter: boolean;
  readonly dateExists: boolean;
  readonly checkDigitIsRight: boolean;
  /** Day + 60: a co-ordination number. */
  readonly isCoordination: boolean;
  readonly birthDay: DayNumber | undefined;
  /** Whole years on the day asked for. */
  readonly age: number | undefined;
}

/**
 * Reads a personal or co-ordination number written with ten digits, without century.
 * Of the two centuries the one that gives 13-95 years on the day is meant, else the lowest age that is not negative.
 * @param on the day ages are counted on
 */
export function readPersonalNumber(text: string, on: DayNumber): PersonalNumberFacts {
  const hasTenDigits = /^[0-9]{10}$/.test(text);
  const hasLetter = /\p{L}/u.test(text);
  if (!hasTenDigits)
    return {
      hasTenDigits,
      hasLetter,
      dateExists: false,
      checkDigitIsRight: false,
      isCoordination: false,
      birthDay: undefined,
      age: undefined,
    };
  const month = Number(text.slice(2, 4));
  const written = Number(text.slice(4, 6));
  const isCoordination = written >= 61 && written <= 91;
  const date = isCoordination ? written - 60 : written;
  const candidates: { birthDay: DayNumber; age: number }[] = [];
  for (const century of [2000, 1900]) {
    const year = century + Number(text.slice(0, 2));
    if (month < 1 || month > 12 || date < 1 || date > daysIn(year, month)) continue;
    const birthDay = year * 10_000 + month * 100 + date;
    const age = wholeYears(birthDay, on);
    if (age >= 0) candidates.push({ birthDay, age });
  }
  const meant = candidates.find(({ age }) => age >= 13 && age <= 95) ?? candidates.sort((one, other) => one.age - other.age)[0];
  const dateExists = [2000, 1900].some(
    (century) => month >= 1 && month <= 12 && date >= 1 && date <= daysIn(century + Number(text.slice(0, 2)), month),
  );
  return {
    hasTenDigits,
    hasLetter,
    dateExists,
    checkDigitIsRight: text.slice(6, 9) !== '000' && hasRightCheckDigit(text),
    isCoordination,
    birthDay: meant?.birthDay,
    age: meant?.age,
  };
}
