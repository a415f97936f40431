/*
 * Personal numbers, as `src/kernels/personal-number.ts` reads them: whose rules these are.
 */

const isDated: u8 = 1;
const isChecked: u8 = 2;
const isCoordination: u8 = 4;

/** Bytes from one value to the next. */
const width: usize = 12;
/** Ages that are likelier than others. */
const youngest: i32 = 13;
const oldest: i32 = 95;

/**
 * Reads ten digits each.
 * @param values    ten bytes each, twelve from one to the next
 * @param on        the day ages are counted on
 * @param flags     of each a byte, written
 * @param birthDays of each four bytes, written: 0 for none
 * @param ages      of each a number of four bytes with a point, written: none is not a number
 */
export function readPersons(values: usize, count: i32, on: i32, flags: usize, birthDays: usize, ages: usize): void {
  for (let index = 0; index < count; index += 1)
    readPerson(values + <usize>index * width, on, flags + <usize>index, birthDays + ((<usize>index) << 2), ages + ((<usize>index) << 2));
}

function readPerson(value: usize, on: i32, flags: usize, birthDay: usize, age: usize): void {
  store<u8>(flags, 0);
  store<i32>(birthDay, 0);
  store<f32>(age, NaN);
  let isOther = false;
  for (let place: usize = 0; place < 10; place += 1) if (load<u8>(value + place) - 48 > 9) isOther = true;
  if (isOther) return;
  const yearInCentury = pair(value);
  const month = pair(value + 2);
  const written = pair(value + 4);
  const isOfCoordination = written >= 61 && written <= 91;
  const date = isOfCoordination ? written - 60 : written;
  let seen = isOfCoordination ? isCoordination : <u8>0;
  if (hasRightCheck(value)) seen |= isChecked;
  if (month >= 1 && month <= 12 && date >= 1 && date <= 31) {
    let years = -1;
    let day = 0;
    for (let century = 2000; century >= 1900; century -= 100) {
      const year = century + yearInCentury;
      if (date > 28 && date > daysIn(year, month)) continue;
      seen |= isDated;
      const candidate = year * 10_000 + month * 100 + date;
      const age = on / 10_000 - year - (on % 10_000 < candidate % 10_000 ? 1 : 0);
      if (age < 0 || (years >= youngest && years <= oldest)) continue;
      if (years < 0 || (age >= youngest && age <= oldest) || age < years) {
        day = candidate;
        years = age;
      }
    }
    store<i32>(birthDay, day);
    if (years >= 0) store<f32>(age, <f32>years);
  }
  store<u8>(flags, seen);
}

function pair(at: usize): i32 {
  return (<i32>load<u8>(at) - 48) * 10 + (<i32>load<u8>(at, 1) - 48);
}

function daysIn(year: i32, month: i32): i32 {
  if (month == 2) return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28;
  return ((0b1010110101010 >> month) & 1) == 1 ? 31 : 30;
}

/** Modulus 10 with weights 2, 1, 2, 1 …, and a birth number that is not 000. */
function hasRightCheck(value: usize): bool {
  if (load<u16>(value, 6) == 0x3030 && load<u8>(value, 8) == 0x30) return false;
  let sum = 0;
  for (let place: usize = 0; place < 10; place += 2) {
    const twice = 2 * (<i32>load<u8>(value + place) - 48);
    sum += (twice > 9 ? twice - 9 : twice) + <i32>load<u8>(value + place, 1) - 48;
  }
  return sum % 10 == 0;
}
