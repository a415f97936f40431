/*
 * What is asked of the records of a block, all questions in turn: a program of numbers of four bytes, each question an operation and what
 * it takes. Answers are a bit for each record, thirty-two in a word; questions are made of others by the places of their words.
 */

// Operations; `src/compiled/operations.ts` has the same.
const fill: i32 = 0;
const range: i32 = 1;
const longRange: i32 = 2;
const lookUp: i32 = 3;
const lookUpSmall: i32 = 4;
const allOf: i32 = 5;
const anyOf: i32 = 6;
const notOf: i32 = 7;
const firstOnlyOf: i32 = 8;
const days: i32 = 9;
const pushColumn: i32 = 10;
const pushConstant: i32 = 11;
const pushById: i32 = 12;
const binary: i32 = 13;
const absolute: i32 = 14;
const compare: i32 = 15;
const lookUpFlags: i32 = 16;

/** Bytes of the words of one question: of 1,024 records. */
const answerBytes: usize = 128;
/** Bytes of as many numbers. */
const numberBytes: usize = 8192;
/** What stands for a number that is not there. */
const noValue: i32 = -2147483645;

/**
 * Answers some questions of the records of a block.
 * @param program from its first operation to its end
 * @param numbers room for the numbers that are worked out
 * @param count   records, at most 1,024
 */
export function answer(program: usize, end: usize, numbers: usize, count: i32): void {
  const words = (count + 31) >> 5;
  const last = <u32>(count & 31) == 0 ? <u32>0xffffffff : ((<u32>1) << (count & 31)) - 1;
  let top = numbers;
  let place = program;
  while (place < end) {
    const operation = load<i32>(place);
    const width = load<i32>(place, 4);
    let at: usize = 0;
    switch (operation) {
      case fill:
        at = load<u32>(place, 4);
        memory.fill(at, <u8>load<i32>(place, 8), answerBytes);
        place += 12;
        break;
      case range:
        at = load<u32>(place, 8);
        if (width == 1) bytesInRange(at, load<u32>(place, 12), count, load<i32>(place, 16), load<i32>(place, 20));
        else if (width == 2) pairsInRange(at, load<u32>(place, 12), count, load<i32>(place, 16), load<i32>(place, 20));
        else numbersInRange(at, load<u32>(place, 12), count, load<i32>(place, 16), load<i32>(place, 20));
        place += 24;
        break;
      case longRange:
        at = load<u32>(place, 4);
        longInRange(at, load<u32>(place, 8), count, load<f64>(place, 12), load<f64>(place, 20));
        place += 28;
        break;
      case lookUp:
        at = load<u32>(place, 8);
        if (width == 1) lookedUp<u8>(at, load<u32>(place, 12), count, load<u32>(place, 16));
        else if (width == 2) lookedUp<u16>(at, load<u32>(place, 12), count, load<u32>(place, 16));
        else lookedUp<u32>(at, load<u32>(place, 12), count, load<u32>(place, 16));
        place += 20;
        break;
      case lookUpFlags: {
        at = load<u32>(place, 8);
        const wanted = load<u32>(place, 20);
        if (width == 1) flagsLookedUp<u8>(at, load<u32>(place, 12), count, load<u32>(place, 16), wanted);
        else if (width == 2) flagsLookedUp<u16>(at, load<u32>(place, 12), count, load<u32>(place, 16), wanted);
        else flagsLookedUp<u32>(at, load<u32>(place, 12), count, load<u32>(place, 16), wanted);
        place += 24;
        break;
      }
      case lookUpSmall:
        at = load<u32>(place, 4);
        smallLookedUp(at, load<u32>(place, 8), count, load<u32>(place, 12));
        place += 16;
        break;
      case allOf:
      case anyOf:
      case firstOnlyOf: {
        at = load<u32>(place, 4);
        const parts = load<i32>(place, 8);
        combine(operation, at, place + 12, parts);
        place += 12 + ((<usize>parts) << 2);
        break;
      }
      case notOf:
        at = load<u32>(place, 4);
        turn(at, load<u32>(place, 8));
        place += 12;
        break;
      case days:
        at = load<u32>(place, 8);
        daysIn(at, width, load<u32>(place, 12), count, load<i32>(place, 16), load<i32>(place, 20));
        place += 24;
        break;
      case pushColumn:
        numbersOfColumn(top, width, load<u32>(place, 8), count, load<i32>(place, 12) != 0);
        top += numberBytes;
        place += 16;
        break;
      case pushConstant:
        fillNumbers(top, load<f64>(place, 4), count);
        top += numberBytes;
        place += 12;
        break;
      case pushById:
        numbersById(top, width, load<u32>(place, 8), count, load<u32>(place, 12), load<i32>(place, 16));
        top += numberBytes;
        place += 20;
        break;
      case binary:
        top -= numberBytes;
        combineNumbers(width, top - numberBytes, top, count);
        place += 8;
        break;
      case absolute:
        makePositive(top - numberBytes, count);
        place += 4;
        break;
      case compare:
        at = load<u32>(place, 8);
        top -= 2 * numberBytes;
        compareNumbers(width, at, top, top + numberBytes, count);
        place += 12;
        break;
      default:
        unreachable();
    }
    // Bits beyond the last record are never set.
    if (at != 0 && last != 0xffffffff) {
      const lastWord = at + ((<usize>(words - 1)) << 2);
      store<u32>(lastWord, load<u32>(lastWord) & last);
    }
  }
}

/** Of some questions those with an answer that is yes. @param into their numbers, written @returns how many */
export function whereAny(answers: usize, wanted: usize, some: i32, into: usize): i32 {
  let found = 0;
  for (let index = 0; index < some; index += 1) {
    const number = load<i32>(wanted + ((<usize>index) << 2));
    const at = answers + <usize>number * answerBytes;
    let any = v128.load(at);
    for (let place: usize = 16; place < answerBytes; place += 16) any = v128.or(any, v128.load(at + place));
    if (v128.any_true(any)) {
      store<i32>(into + ((<usize>found) << 2), index);
      found += 1;
    }
  }
  return found;
}

function bytesInRange(at: usize, values: usize, count: i32, least: i32, most: i32): void {
  const lower = i8x16.splat(<i8>least);
  const span = i8x16.splat(<i8>(most - least));
  for (let record: usize = 0; record < <usize>count; record += 16)
    store<u16>(at + (record >> 3), <u16>i8x16.bitmask(i8x16.le_u(i8x16.sub(v128.load(values + record), lower), span)));
}

function pairsInRange(at: usize, values: usize, count: i32, least: i32, most: i32): void {
  const lower = i16x8.splat(<i16>least);
  const span = i16x8.splat(<i16>(most - least));
  for (let record: usize = 0; record < <usize>count; record += 16) {
    const place = values + (record << 1);
    const one = i16x8.le_u(i16x8.sub(v128.load(place), lower), span);
    const other = i16x8.le_u(i16x8.sub(v128.load(place, 16), lower), span);
    store<u16>(at + (record >> 3), <u16>i8x16.bitmask(i8x16.narrow_i16x8_s(one, other)));
  }
}

function numbersInRange(at: usize, values: usize, count: i32, least: i32, most: i32): void {
  const lower = i32x4.splat(least);
  const span = i32x4.splat(most - least);
  for (let record: usize = 0; record < <usize>count; record += 16) {
    const place = values + (record << 2);
    const one = i32x4.le_u(i32x4.sub(v128.load(place), lower), span);
    const two = i32x4.le_u(i32x4.sub(v128.load(place, 16), lower), span);
    const three = i32x4.le_u(i32x4.sub(v128.load(place, 32), lower), span);
    const four = i32x4.le_u(i32x4.sub(v128.load(place, 48), lower), span);
    const bits = i8x16.narrow_i16x8_s(i16x8.narrow_i32x4_s(one, two), i16x8.narrow_i32x4_s(three, four));
    store<u16>(at + (record >> 3), <u16>i8x16.bitmask(bits));
  }
}

function longInRange(at: usize, values: usize, count: i32, least: f64, most: f64): void {
  for (let first = 0; first < count; first += 32) {
    let bits: u32 = 0;
    const stop = min(32, count - first);
    for (let record = 0; record < stop; record += 1) {
      const value = load<f64>(values + ((<usize>(first + record)) << 3));
      bits |= (<u32>(value >= least && value <= most)) << record;
    }
    store<u32>(at + (<usize>first >> 3), bits);
  }
}

/** Of ids of any width: 1 in the table where the answer is yes. */
function lookedUp<Id>(at: usize, ids: usize, count: i32, table: usize): void {
  for (let first = 0; first < count; first += 32) {
    let bits: u32 = 0;
    const stop = min(32, count - first);
    const place = ids + ((<usize>first) << alignof<Id>());
    for (let record = 0; record < stop; record += 1) {
      const id = <u32>load<Id>(place + ((<usize>record) << alignof<Id>()));
      bits |= ((load<u32>(table + <usize>((id >> 5) << 2)) >> (id & 31)) & 1) << record;
    }
    store<u32>(at + (<usize>first >> 3), bits);
  }
}

/** Ids whose flags in the table are all of those that are wanted. */
function flagsLookedUp<Id>(at: usize, ids: usize, count: i32, table: usize, wanted: u32): void {
  for (let first = 0; first < count; first += 32) {
    let bits: u32 = 0;
    const stop = min(32, count - first);
    const place = ids + ((<usize>first) << alignof<Id>());
    for (let record = 0; record < stop; record += 1) {
      const flags = <u32>load<u8>(table + <usize>load<Id>(place + ((<usize>record) << alignof<Id>())));
      bits |= (<u32>((flags & wanted) == wanted)) << record;
    }
    store<u32>(at + (<usize>first >> 3), bits);
  }
}

/** Of at most sixty-four ids, of a byte each: 255 in the table where the answer is yes. */
function smallLookedUp(at: usize, ids: usize, count: i32, table: usize): void {
  const one = v128.load(table);
  const two = v128.load(table, 16);
  const three = v128.load(table, 32);
  const four = v128.load(table, 48);
  const sixteen = i8x16.splat(16);
  for (let record: usize = 0; record < <usize>count; record += 16) {
    let places = v128.load(ids + record);
    let bits = i8x16.swizzle(one, places);
    places = i8x16.sub(places, sixteen);
    bits = v128.or(bits, i8x16.swizzle(two, places));
    places = i8x16.sub(places, sixteen);
    bits = v128.or(bits, i8x16.swizzle(three, places));
    places = i8x16.sub(places, sixteen);
    bits = v128.or(bits, i8x16.swizzle(four, places));
    store<u16>(at + (record >> 3), <u16>i8x16.bitmask(bits));
  }
}

function combine(operation: i32, at: usize, parts: usize, count: i32): void {
  for (let place: usize = 0; place < answerBytes; place += 16) {
    let words = operation == allOf ? i8x16.splat(-1) : operation == anyOf ? i8x16.splat(0) : v128.load(<usize>load<u32>(parts) + place);
    for (let part = operation == firstOnlyOf ? 1 : 0; part < count; part += 1) {
      const others = v128.load(<usize>load<u32>(parts + ((<usize>part) << 2)) + place);
      if (operation == allOf) words = v128.and(words, others);
      else if (operation == anyOf) words = v128.or(words, others);
      else words = v128.andnot(words, others);
    }
    v128.store(at + place, words);
  }
}

function turn(at: usize, part: usize): void {
  for (let place: usize = 0; place < answerBytes; place += 16) v128.store(at + place, v128.not(v128.load(part + place)));
}

/** Number of a record, in an array of so many bytes each. */
function numberAt(values: usize, width: i32, record: i32): i32 {
  if (width == 1) return <i32>load<u8>(values + <usize>record);
  if (width == 2) return <i32>load<u16>(values + ((<usize>record) << 1));
  return load<i32>(values + ((<usize>record) << 2));
}

function daysIn(at: usize, width: i32, values: usize, count: i32, leastYear: i32, mostYear: i32): void {
  for (let first = 0; first < count; first += 32) {
    let bits: u32 = 0;
    const stop = min(32, count - first);
    for (let record = 0; record < stop; record += 1)
      bits |= (<u32>isDay(numberAt(values, width, first + record), leastYear, mostYear)) << record;
    store<u32>(at + (<usize>first >> 3), bits);
  }
}

function isDay(day: i32, leastYear: i32, mostYear: i32): bool {
  if (day <= 0) return false;
  const year = day / 10_000;
  const month = (day / 100) % 100;
  const date = day % 100;
  if (year < leastYear || year > mostYear || month < 1 || month > 12 || date < 1) return false;
  if (date <= 28) return true;
  if (month == 2) return date == 29 && ((year % 4 == 0 && year % 100 != 0) || year % 400 == 0);
  return date <= 30 || (date == 31 && ((0b1010110101010 >> month) & 1) == 1);
}

function numbersOfColumn(into: usize, width: i32, values: usize, count: i32, isMissingNothing: bool): void {
  const ofMissing: f64 = isMissingNothing ? NaN : 0;
  if (width == 8)
    for (let record: usize = 0; record < <usize>count; record += 1) {
      const value = load<f64>(values + (record << 3));
      store<f64>(into + (record << 3), value == <f64>noValue ? ofMissing : value);
    }
  else if (width == 4) {
    const nothing = i32x4.splat(noValue);
    const instead = f64x2.splat(ofMissing);
    for (let record: usize = 0; record < <usize>count; record += 4) {
      const four = v128.load(values + (record << 2));
      const isMissing = i32x4.eq(four, nothing);
      const place = into + (record << 3);
      const first = v128.bitselect(instead, f64x2.convert_low_i32x4_s(four), i64x2.extend_low_i32x4_s(isMissing));
      const others = f64x2.convert_low_i32x4_s(i64x2.shuffle(four, four, 1, 1));
      v128.store(place, first);
      v128.store(place, v128.bitselect(instead, others, i64x2.extend_high_i32x4_s(isMissing)), 16);
    }
  } else if (width == 2)
    for (let record: usize = 0; record < <usize>count; record += 4) {
      const four = v128.load_splat<u64>(values + (record << 1));
      const wide = i32x4.extend_low_i16x8_u(four);
      v128.store(into + (record << 3), f64x2.convert_low_i32x4_u(wide));
      v128.store(into + (record << 3), f64x2.convert_low_i32x4_u(i64x2.shuffle(wide, wide, 1, 1)), 16);
    }
  else for (let record: usize = 0; record < <usize>count; record += 1) store<f64>(into + (record << 3), <f64>load<u8>(values + record));
}

function fillNumbers(into: usize, value: f64, count: i32): void {
  const two = f64x2.splat(value);
  for (let record: usize = 0; record < <usize>count; record += 2) v128.store(into + (record << 3), two);
}

/** @param kind of the table: 0 numbers of eight bytes, 1 of four bytes with a point, 2 whole ones, of which 0 is none */
function numbersById(into: usize, width: i32, ids: usize, count: i32, table: usize, kind: i32): void {
  for (let record = 0; record < count; record += 1) {
    const id = <usize>(<u32>numberAt(ids, width, record));
    let value: f64;
    if (kind == 0) value = load<f64>(table + (id << 3));
    else if (kind == 1) value = <f64>load<f32>(table + (id << 2));
    else {
      const whole = load<i32>(table + (id << 2));
      value = whole == 0 ? NaN : <f64>whole;
    }
    store<f64>(into + ((<usize>record) << 3), value);
  }
}

function combineNumbers(which: i32, into: usize, others: usize, count: i32): void {
  const end = (<usize>count) << 3;
  if (which == 0)
    for (let place: usize = 0; place < end; place += 16)
      v128.store(into + place, f64x2.add(v128.load(into + place), v128.load(others + place)));
  else if (which == 1)
    for (let place: usize = 0; place < end; place += 16)
      v128.store(into + place, f64x2.sub(v128.load(into + place), v128.load(others + place)));
  else if (which == 2)
    for (let place: usize = 0; place < end; place += 16)
      v128.store(into + place, f64x2.mul(v128.load(into + place), v128.load(others + place)));
  else if (which == 3)
    for (let place: usize = 0; place < end; place += 16)
      v128.store(into + place, f64x2.div(v128.load(into + place), v128.load(others + place)));
  else if (which == 4)
    for (let place: usize = 0; place < end; place += 16)
      v128.store(into + place, f64x2.min(v128.load(into + place), v128.load(others + place)));
  else
    for (let place: usize = 0; place < end; place += 16)
      v128.store(into + place, f64x2.max(v128.load(into + place), v128.load(others + place)));
}

function makePositive(into: usize, count: i32): void {
  for (let place: usize = 0; place < (<usize>count) << 3; place += 16) v128.store(into + place, f64x2.abs(v128.load(into + place)));
}

/** @param which 0 less, 1 less or equal, 2 equal */
function compareNumbers(which: i32, at: usize, one: usize, other: usize, count: i32): void {
  for (let first: usize = 0; first < <usize>count; first += 8) {
    let bits: i32 = 0;
    for (let pair: usize = 0; pair < 8; pair += 2) {
      const place = (first + pair) << 3;
      const left = v128.load(one + place);
      const right = v128.load(other + place);
      const told = which == 0 ? f64x2.lt(left, right) : which == 1 ? f64x2.le(left, right) : f64x2.eq(left, right);
      bits |= i64x2.bitmask(told) << (<i32>pair);
    }
    store<u8>(at + (first >> 3), <u8>bits);
  }
}
