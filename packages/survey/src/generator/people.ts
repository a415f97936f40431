import { daysIn, type DayNumber } from '../kernels/calendar.ts';
import { hasRightCheckDigit } from '../kernels/luhn.ts';
import type { Random } from './random.ts';

/** A person who does not exist: birth numbers 980-999 are given to nobody, and nobody has these surnames. */
export interface Person {
  /** Ten digits with the right check digit. */
  readonly personalNumber: string;
  readonly name: string;
  readonly birthDay: DayNumber;
  readonly isWoman: boolean;
}

export interface People {
  /** A new person of an age (whole years on 1 November of the year); never the same number twice. */
  born(ageLeast: number, ageMost: number, isWoman: boolean): Person;
}

const numbersPerDayAndSex = 10;
const coordinationShare = 0.003;

/** @param year the year whose 1 November ages are counted on */
export function peopleOf(year: number, random: Random): People {
  const taken = new Map<number, number>();
  return {
    born(ageLeast, ageMost, isWoman) {
      for (let attempt = 0; attempt < 10_000; attempt += 1) {
        const birthDay = birthDayOf(random.between(ageLeast, ageMost), year, random);
        const place = birthDay * 2 + (isWoman ? 1 : 0);
        const serial = taken.get(place) ?? 0;
        if (serial === numbersPerDayAndSex) continue;
        taken.set(place, serial + 1);
        // The ninth digit is odd for men and even for women.
        const birthNumber = (isWoman ? 980 : 981) + serial * 2;
        return {
          personalNumber: personalNumberOf(birthDay, birthNumber, random.chance(coordinationShare)),
          name: nameOf(isWoman, random),
          birthDay,
          isWoman,
        };
      }
      throw new RangeError('more persons than there are birth numbers for');
    },
  };
}

function birthDayOf(age: number, year: number, random: Random): DayNumber {
  const month = random.between(1, 12);
  const isBornBeforeCount = month < 11;
  const birthYear = year - age - (isBornBeforeCount ? 0 : 1);
  return birthYear * 10_000 + month * 100 + random.between(1, daysIn(birthYear, month));
}

function personalNumberOf(birthDay: DayNumber, birthNumber: number, isCoordination: boolean): string {
  const nine = String((birthDay % 1_000_000) + (isCoordination ? 60 : 0)).padStart(6, '0') + String(birthNumber);
  return withCheckDigit(nine);
}

/** @param nine the first nine digits of a personal or organisation number */
export function withCheckDigit(nine: string): string {
  for (let digit = 0; digit < 10; digit += 1) if (hasRightCheckDigit(nine + String(digit))) return nine + String(digit);
  throw new RangeError('nine digits are needed');
}

const surnames = [
  'Påhittsson',
  'Exempelsson',
  'Testberg',
  'Modellström',
  'Låtsasson',
  'Fiktivberg',
  'Provlund',
  'Skenström',
  'Övningsdal',
  'Mallsson',
  'Utkastberg',
  'Fantasigren',
  'Skissqvist',
  'Demostrand',
  'Hittepåman',
  'Sagolind',
  'Luftslott',
  'Attrappsson',
  'Kulissgård',
  'Dockmark',
  'Prototypsson',
  'Åskådlund',
  'Ärvdberg',
  'Drömhed',
];
const womensNames = [
  'Alva',
  'Disa',
  'Saga',
  'Ylva',
  'Maj',
  'Inez',
  'Tyra',
  'Siv',
  'Åsa',
  'Elin',
  'Nour',
  'Mira',
  'Lovis',
  'Freja',
  'Hedda',
  'Märta',
  'Amina',
  'Ronja',
  'Tuva',
  'Karin',
];
const mensNames = [
  'Bo',
  'Ivar',
  'Alf',
  'Egil',
  'Sten',
  'Åke',
  'Nils',
  'Ture',
  'Omar',
  'Love',
  'Arvid',
  'Göran',
  'Malte',
  'Sixten',
  'Viggo',
  'Yusuf',
  'Loke',
  'Björn',
  'Harry',
  'Mats',
];

/** At most 20 characters, as field 8 is cut. */
const nameOf = (isWoman: boolean, random: Random): string =>
  `${random.pick(surnames)}, ${random.pick(isWoman ? womensNames : mensNames)}`.slice(0, 20).trim();
