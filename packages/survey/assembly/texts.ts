/** Kinds of the characters that a byte can be, of all 256: written by who makes the kernels ready. */
export const kindsOfBytes: usize = memory.data(256);
/** For each length up to sixteen, what of sixteen bytes is the value. */
const parts: usize = memory.data(17 * 16, 16);
for (let length = 0; length <= 16; length += 1) {
  for (let index = 0; index < length; index += 1) store<u8>(parts + <usize>(length * 16 + index), 0xff);
}

/** Rows that are looked at ahead, and room for those of them that are left. */
const lookedAhead: i32 = 256;
const unknown: usize = memory.data(4 * 256, 4);

/** Longer values are not told apart here. */
const longestTold: i32 = 0xffff;
/** A character of UTF-8 that begins with this byte or a greater one may be written in more than one way. */
const writtenInWays: i32 = 0xcc;
const zero: u8 = 0x30;

/** An entry: sixteen bytes, where in the file the value stands, how many bytes it has, and the kinds of its characters. */
const entryBytes: usize = 28;
const atStart: usize = 16;
const atLength: usize = 20;
const atKinds: usize = 24;

const leastSlots: i32 = 64;
const fewSlots: i32 = 1024;
/** Slots that are looked at for one value. No file comes near, unless somebody chose values that fall on the same one: those are not told apart here. */
const mostLooks: i32 = 256;

/**
 * Distinct values of one column, numbered from 1 in order of appearance. An entry holds a short value whole; of a longer one it has
 * the first eight bytes, where it is kept whole, and its hash.
 */
@unmanaged
class Texts {
  slots: usize;
  /** Slots less one: a power of two. And how far a hash is shifted to be one of them. */
  mask: i32;
  shift: i32;
  entries: usize;
  room: i32;
  size: i32;
  longest: i32;
  isUtf8: i32;
  /** Long values, one after the other. */
  kept: usize;
  keptRoom: i32;
  keptSize: i32;
}

/** Values read that had blanks around them, since it was set to 0. */
export let trimmed: i32 = 0;

export function forgetTrimmed(): void {
  trimmed = 0;
}

export function newTexts(isUtf8: bool): Texts {
  const texts = changetype<Texts>(heap.alloc(offsetof<Texts>()));
  memory.fill(changetype<usize>(texts), 0, offsetof<Texts>());
  texts.isUtf8 = isUtf8 ? 1 : 0;
  texts.room = leastSlots / 2;
  texts.entries = heap.alloc(<usize>texts.room * entryBytes);
  setSlots(texts, leastSlots);
  return texts;
}

export function freeTexts(texts: Texts): void {
  heap.free(texts.slots);
  heap.free(texts.entries);
  if (texts.kept != 0) heap.free(texts.kept);
  heap.free(changetype<usize>(texts));
}

export function sizeOf(texts: Texts): i32 {
  return texts.size;
}

export function longestOf(texts: Texts): i32 {
  return texts.longest;
}

/** Writes of each value where it stands, how many bytes it has (two bytes each, or one where `narrow`), and the kinds of its characters. */
export function tellTexts(texts: Texts, starts: usize, lengths: usize, narrow: bool, kinds: usize): void {
  let entry = texts.entries;
  for (let index = 0; index < texts.size; index += 1, entry += entryBytes) {
    store<i32>(starts + ((<usize>index) << 2), load<i32>(entry, atStart));
    if (narrow) store<u8>(lengths + <usize>index, <u8>load<i32>(entry, atLength));
    else store<u16>(lengths + ((<usize>index) << 1), <u16>load<i32>(entry, atLength));
    store<u8>(kinds + <usize>index, <u8>load<i32>(entry, atKinds));
  }
}

/** Writes twelve bytes for each value, after twelve that are left: the value and zeros after it; of a longer one, or one with zeros in it, zeros alone. */
export function tellValues(texts: Texts, into: usize): void {
  let entry = texts.entries;
  for (let index = 0; index < texts.size; index += 1, entry += entryBytes) {
    const at = into + <usize>(index + 1) * 12;
    const length = load<i32>(entry, atLength);
    const isShort = length <= 12 && popcnt<i32>(i8x16.bitmask(i8x16.eq(v128.load(entry), i8x16.splat(0)))) == 16 - length;
    store<u64>(at, isShort ? load<u64>(entry) : 0);
    store<u32>(at, isShort ? load<u32>(entry, 8) : 0, 8);
  }
}

/** Makes room for so many values at once, where it is likely that they will come. */
export function expectTexts(texts: Texts, values: i32): void {
  if (values > texts.room) widen(texts, values);
  let slots = texts.mask + 1;
  while (slots < values * 2) slots <<= 1;
  if (slots > texts.mask + 1) rehash(texts, slots);
}

/**
 * Numbers of the values of one column in some rows, blanks around them not counted; 0 for an empty one.
 * @param offset  what is added to a byte of the file to have its place in the memory
 * @param cells   places of the column's values
 * @param targets record of each row, counted from the block's first; -1 for a row that is passed over
 * @param into    number of each record, written
 * @returns the first row whose value may be written in more than one way, or is too long, which is not read; all rows when there is none
 */
export function readTexts(texts: Texts, offset: isize, cells: usize, targets: usize, rows: i32, into: usize): i32 {
  for (let from = 0; from < rows; from += lookedAhead) {
    const left = readKnown(texts, offset, cells, targets, from, min(rows, from + lookedAhead), into);
    for (let index = 0; index < left; index += 1) {
      const row = load<i32>(unknown + ((<usize>index) << 2));
      const place = cells + ((<usize>row) << 3);
      const inFile = load<i32>(place);
      const start = <usize>(offset + <isize>inFile);
      const length = load<i32>(place, 4) - inFile;
      const mayBeTrimmed = mayBeBlank(load<u8>(start)) || mayBeBlank(load<u8>(start + <usize>length - 1));
      const number = mayBeTrimmed ? findTrimmed(texts, start, length, offset) : find(texts, start, length, offset);
      if (number < 0) return row;
      store<i32>(into + ((<usize>load<i32>(targets + ((<usize>row) << 2))) << 2), number);
    }
  }
  return rows;
}

/**
 * Numbers of the values that are known already, and short: nearly all are, and a loop that adds none has little to keep in mind. Where
 * there are so many that each has to be waited for, it waits for many at once, also for the places of those that are added next.
 * @returns how many rows are left, which are noted
 */
function readKnown(texts: Texts, offset: isize, cells: usize, targets: usize, from: i32, to: i32, into: usize): i32 {
  const slots = texts.slots;
  const entries = texts.entries;
  const mask = <usize>texts.mask;
  const shift = <u64>texts.shift;
  let left: usize = 0;
  for (let row = from; row < to; row += 1) {
    const target = load<i32>(targets + ((<usize>row) << 2));
    if (target < 0) continue;
    const place = cells + ((<usize>row) << 3);
    const inFile = load<i32>(place);
    const length = load<i32>(place, 4) - inFile;
    let number = 0;
    if (length <= 16) {
      if (length != 0) {
        // One with blanks around it is none of those that are known.
        const key = v128.and(v128.load(<usize>(offset + <isize>inFile)), v128.load(parts + ((<usize>length) << 4)));
        number = knownAs(slots, entries, mask, <usize>(hashOfKey(key) >> shift), key);
      }
      store<i32>(into + ((<usize>target) << 2), number);
      if (number != 0 || length == 0) continue;
    }
    store<i32>(unknown + (left << 2), row);
    left += 1;
  }
  return <i32>left;
}

/** Number of a short value; 0 when it is not found, or not soon. */
function knownAs(slots: usize, entries: usize, mask: usize, first: usize, key: v128): i32 {
  let slot = first;
  for (let looks = 0; looks < mostLooks; looks += 1) {
    const number = load<i32>(slots + (slot << 2));
    if (number == 0) return 0;
    const entry = entries + <usize>(number - 1) * entryBytes;
    if (!v128.any_true(v128.xor(v128.load(entry), key)) && load<i32>(entry, atLength) <= 16) return number;
    slot = (slot + 1) & mask;
  }
  return 0;
}

/** Number of a value that may have blanks around it; -1 for one that is not told apart here. */
function findTrimmed(texts: Texts, from: usize, bytes: i32, offset: isize): i32 {
  const isUtf8 = texts.isUtf8 != 0;
  const start = afterBlanks(from, from + <usize>bytes, isUtf8);
  const length = <i32>(beforeBlanks(start, from + <usize>bytes, isUtf8) - start);
  if (length != bytes) trimmed += 1;
  return length <= 0 ? 0 : find(texts, start, length, offset);
}

/** Number of a value, which is added when it is new; -1 for one that is not told apart here. */
function find(texts: Texts, start: usize, length: i32, offset: isize): i32 {
  return length <= 16 ? findShort(texts, start, length, offset) : findLong(texts, start, length, offset);
}

function findShort(texts: Texts, start: usize, length: i32, offset: isize): i32 {
  const key = v128.and(v128.load(start), v128.load(parts + ((<usize>length) << 4)));
  let slot = <usize>(hashOfKey(key) >> <u64>texts.shift);
  let number = load<i32>(texts.slots + (slot << 2));
  for (let looks = 0; number != 0; looks += 1) {
    if (looks == mostLooks) return -1;
    const entry = texts.entries + <usize>(number - 1) * entryBytes;
    if (!v128.any_true(v128.xor(v128.load(entry), key)) && load<i32>(entry, atLength) <= 16) return number;
    slot = (slot + 1) & <usize>texts.mask;
    number = load<i32>(texts.slots + (slot << 2));
  }
  return addShort(texts, slot, key, start, <i32>(start - offset), length) ? texts.size : -1;
}

function findLong(texts: Texts, start: usize, length: i32, offset: isize): i32 {
  const hash = hashOfLong(start, length);
  const first = load<u64>(start);
  let slot = <usize>(((<u64>hash) << 32) >> <u64>texts.shift);
  let number = load<i32>(texts.slots + (slot << 2));
  for (let looks = 0; number != 0; looks += 1) {
    if (looks == mostLooks) return -1;
    const entry = texts.entries + <usize>(number - 1) * entryBytes;
    if (
      load<u64>(entry) == first &&
      load<u32>(entry, 12) == hash &&
      load<i32>(entry, atLength) == length &&
      areSame(texts.kept + load<u32>(entry, 8), start, length)
    )
      return number;
    slot = (slot + 1) & <usize>texts.mask;
    number = load<i32>(texts.slots + (slot << 2));
  }
  return addLong(texts, slot, start, <i32>(start - offset), length, hash) ? texts.size : -1;
}

function mayBeBlank(byte: u8): bool {
  return byte <= 0x20 || byte == 0xa0 || byte == 0xc2;
}

function afterBlanks(from: usize, end: usize, isUtf8: bool): usize {
  let start = from;
  while (start < end) {
    const byte = load<u8>(start);
    if (byte == 0x20 || byte == 0x09 || (!isUtf8 && byte == 0xa0)) start += 1;
    else if (isUtf8 && start + 1 < end && byte == 0xc2 && load<u8>(start + 1) == 0xa0) start += 2;
    else break;
  }
  return start;
}

function beforeBlanks(start: usize, from: usize, isUtf8: bool): usize {
  let end = from;
  while (end > start) {
    const byte = load<u8>(end - 1);
    if (byte == 0x20 || byte == 0x09 || (!isUtf8 && byte == 0xa0)) end -= 1;
    else if (isUtf8 && start + 1 < end && byte == 0xa0 && load<u8>(end - 2) == 0xc2) end -= 2;
    else break;
  }
  return end;
}

/** The upper bits of it tell most. */
function hashOfKey(key: v128): u64 {
  return <u64>((i64x2.extract_lane(key, 0) ^ (i64x2.extract_lane(key, 1) * 0xc2b2ae3d27d4eb4f)) * 0x9e3779b97f4a7c15);
}

function hashOfLong(start: usize, length: i32): u32 {
  let hash: u64 = <u64>length;
  const last = start + <usize>length - 8;
  for (let at = start; at < last; at += 8) hash = mixed(hash, load<u64>(at));
  hash = mixed(hash, load<u64>(last));
  return <u32>(hash >> 32);
}

function mixed(hash: u64, word: u64): u64 {
  const product = (hash ^ word) * 0x9e3779b97f4a7c15;
  return product ^ (product >> 29);
}

function areSame(one: usize, other: usize, length: i32): bool {
  const last = <usize>length - 8;
  for (let at: usize = 0; at < last; at += 8) if (load<u64>(one + at) != load<u64>(other + at)) return false;
  return load<u64>(one + last) == load<u64>(other + last);
}

/** @returns false for a value that may be written in more than one way, which is not added */
function addShort(texts: Texts, slot: usize, key: v128, start: usize, inFile: i32, length: i32): bool {
  const kinds = kindsOfShort(texts, key, start, length);
  if (kinds < 0) return false;
  const entry = newEntry(texts, slot, inFile, length, kinds);
  v128.store(entry, key);
  makeSlots(texts);
  return true;
}

/** @returns false for a value that may be written in more than one way, or is too long, which is not added */
function addLong(texts: Texts, slot: usize, start: usize, inFile: i32, length: i32, hash: u32): bool {
  const kinds = length > longestTold ? -1 : kindsIn(texts, start, length);
  if (kinds < 0) return false;
  const kept = keep(texts, start, length);
  const entry = newEntry(texts, slot, inFile, length, kinds);
  store<u64>(entry, load<u64>(start));
  store<i32>(entry, kept, 8);
  store<u32>(entry, hash, 12);
  makeSlots(texts);
  return true;
}

/** The same as `kindsIn`, with the digits looked at together: many values are nothing else. */
function kindsOfShort(texts: Texts, key: v128, start: usize, length: i32): i32 {
  const isZero = i8x16.eq(key, i8x16.splat(zero));
  const isDigit = i8x16.le_u(i8x16.sub(key, i8x16.splat(zero)), i8x16.splat(9));
  let kinds = v128.any_true(isZero) ? <i32>load<u8>(kindsOfBytes + zero) : 0;
  if (v128.any_true(v128.xor(isZero, isDigit))) kinds |= <i32>load<u8>(kindsOfBytes + zero + 1);
  let greatest = 0;
  for (let others = ~i8x16.bitmask(isDigit) & ((1 << length) - 1); others != 0; others &= others - 1) {
    const byte = <i32>load<u8>(start + <usize>ctz(others));
    greatest = max(greatest, byte);
    kinds |= <i32>load<u8>(kindsOfBytes + <usize>byte);
  }
  return greatest >= writtenInWays && texts.isUtf8 != 0 ? -1 : kinds;
}

/** Kinds of the characters of a value; -1 for one that may be written in more than one way. */
function kindsIn(texts: Texts, start: usize, length: i32): i32 {
  let kinds = 0;
  let greatest = 0;
  for (let at: usize = 0; at < <usize>length; at += 1) {
    const byte = <i32>load<u8>(start + at);
    greatest = max(greatest, byte);
    kinds |= <i32>load<u8>(kindsOfBytes + <usize>byte);
  }
  return greatest >= writtenInWays && texts.isUtf8 != 0 ? -1 : kinds;
}

/** Room for one more, which is known from now on: its sixteen bytes are written by who asks for it. */
function newEntry(texts: Texts, slot: usize, inFile: i32, length: i32, kinds: i32): usize {
  if (texts.size == texts.room) widen(texts, texts.room * 2);
  const entry = texts.entries + <usize>texts.size * entryBytes;
  store<i32>(entry, inFile, atStart);
  store<i32>(entry, length, atLength);
  store<i32>(entry, kinds, atKinds);
  texts.size += 1;
  if (length > texts.longest) texts.longest = length;
  store<i32>(texts.slots + (slot << 2), texts.size);
  return entry;
}

/** @returns where a long value is kept */
function keep(texts: Texts, start: usize, length: i32): i32 {
  const needed = texts.keptSize + length;
  if (needed > texts.keptRoom) {
    texts.keptRoom = max(needed, texts.keptRoom * 2);
    texts.kept = texts.kept == 0 ? heap.alloc(<usize>texts.keptRoom) : heap.realloc(texts.kept, <usize>texts.keptRoom);
  }
  const at = texts.keptSize;
  memory.copy(texts.kept + <usize>at, start, <usize>length);
  texts.keptSize = needed;
  return at;
}

function widen(texts: Texts, room: i32): void {
  texts.entries = heap.realloc(texts.entries, <usize>room * entryBytes);
  texts.room = room;
}

/** Half of the slots are free; of a few, which all stay near the processor, seven of eight, so that nearly each value has its own. */
function makeSlots(texts: Texts): void {
  const slots = texts.mask + 1;
  if (texts.size * (slots < fewSlots ? 8 : 2) > slots) rehash(texts, slots * 2);
}

function rehash(texts: Texts, length: i32): void {
  heap.free(texts.slots);
  setSlots(texts, length);
  let entry = texts.entries;
  for (let number = 1; number <= texts.size; number += 1, entry += entryBytes) {
    const key = v128.load(entry);
    const hash = load<i32>(entry, atLength) <= 16 ? hashOfKey(key) : (<u64>load<u32>(entry, 12)) << 32;
    let slot = <usize>(hash >> <u64>texts.shift);
    while (load<i32>(texts.slots + (slot << 2)) != 0) slot = (slot + 1) & <usize>texts.mask;
    store<i32>(texts.slots + (slot << 2), number);
  }
}

function setSlots(texts: Texts, length: i32): void {
  texts.slots = heap.alloc((<usize>length) << 2);
  memory.fill(texts.slots, 0, (<usize>length) << 2);
  texts.mask = length - 1;
  texts.shift = 64 - ctz(length);
}
