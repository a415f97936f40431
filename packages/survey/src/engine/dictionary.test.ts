import { expect, test } from 'vitest';
import { decoderFor } from '../reading/decode.ts';
import { Dictionary } from './dictionary.ts';
import { hashOf, takeWords, taken } from './value-words.ts';

/** A column of texts as bytes of a file, and the values that came otherwise. */
function dictionaryOf(encoding: 'utf-8' | 'windows-1252', written: readonly Uint8Array[], corrected: readonly string[] = []): Dictionary {
  const bytes = Uint8Array.from(written.flatMap((value) => [...value, 0x3b]));
  const dictionary = new Dictionary(bytes, { isUtf8: encoding === 'utf-8', decode: decoderFor(encoding) });
  let at = 0;
  for (const value of written) {
    dictionary.internBytes(at, at + value.length);
    at += value.length + 1;
  }
  for (const text of corrected) dictionary.internText(text);
  return dictionary;
}
const utf8 = (...texts: readonly string[]) => texts.map((text) => new TextEncoder().encode(text));
const latin1 = (...texts: readonly string[]) => texts.map((text) => Uint8Array.from(text, (letter) => letter.charCodeAt(0)));
const texts = ['1', '1234', '12345', '12345678', '123456789', 'E000001', 'Påhittsson, Märta', 'a name longer than any other', 'K'];

test('a text has the same place in another file, however it was written there', () => {
  const here = dictionaryOf('utf-8', utf8(...texts), ['corrected', 'rättad']);
  const others = [
    dictionaryOf('windows-1252', latin1(...texts.toReversed()), ['corrected', 'rättad']),
    dictionaryOf('utf-8', utf8('\u212a'), [...texts.slice(0, -1), 'corrected', 'rättad']),
    dictionaryOf('utf-8', utf8('corrected', 'rättad', ...texts.toReversed())),
  ];
  for (const other of others) {
    const found = Array.from({ length: other.size }, (_, id) => here.textOf(here.idOf(other, id)));
    expect(found).toEqual(Array.from({ length: other.size }, (_, id) => other.textOf(id)));
  }
});

test('a text that is not there has no place', () => {
  const other = dictionaryOf('utf-8', utf8('2', '12346', '123456780', 'Påhittsson', 'another name, as long as this'), ['new', 'nytt å']);
  for (const here of [
    dictionaryOf('utf-8', utf8(...texts)),
    dictionaryOf('windows-1252', latin1(...texts), ['corrected']),
    dictionaryOf('utf-8', []),
  ])
    expect(Array.from({ length: other.size - 1 }, (_, id) => here.idOf(other, id + 1))).toEqual(
      Array.from({ length: other.size - 1 }, () => -1),
    );
});

test('what is settled tells the same, and still finds and takes values', () => {
  const many = Array.from({ length: 1500 }, (_, place) => ['', 'ä', 'a longer name '][place % 3]! + String(place * 7919));
  const bytesOf = (...values: readonly string[]) => utf8(...values);
  const [settled, other] = [dictionaryOf('utf-8', bytesOf(...many)), dictionaryOf('utf-8', bytesOf(...many))];
  settled.settle();
  const ids = Array.from({ length: other.size }, (_, id) => id);
  const told = (one: Dictionary) => ids.map((id) => [one.textOf(id), one.isAscii(id), id === 0 ? 0 : one.bytesIn(id)]);
  expect(told(settled)).toEqual(told(other));
  expect(ids.map((id) => other.idOf(settled, id))).toEqual(ids);
  // A text that comes while it is settled, then values that are looked up by their bytes.
  expect(settled.internText('rättad')).toBe(other.internText('rättad'));
  expect(settled.bytesIn(settled.size - 1)).toBe(-1);
  expect(ids.map((id) => settled.idOf(other, id))).toEqual(ids);
  expect(told(settled)).toEqual(told(other));
  expect(settled.internBytes(0, 1)).toBe(other.internBytes(0, 1));
  expect(settled.internBytes(1, 3)).toBe(other.internBytes(1, 3));
  expect(settled.size).toBe(other.size);
});

/** Values of eight plain bytes that the loops look for in one slot, however many slots there are: see `hashOf`. */
function chosenValues(count: number): string[] {
  const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
  const chosen: string[] = [];
  const word = (text: string): number => [...text].reduce((sum, letter, place) => sum | (letter.charCodeAt(0) << (8 * place)), 0);
  for (let number = 0; chosen.length < count; number += 1) {
    let last = '';
    for (let rest = number, place = 0; place < 4; place += 1, rest = Math.floor(rest / 62)) last += letters[rest % 62]!;
    const first = 0x5eed5eed ^ Math.imul(word(last), 0x9e3779b1);
    const written = String.fromCharCode(first & 255, (first >>> 8) & 255, (first >>> 16) & 255, first >>> 24);
    if (/^[!-:<-~]{4}$/.test(written)) chosen.push(written + last);
  }
  return chosen;
}

test('values chosen for one slot are told apart as others, and as soon', () => {
  const chosen = chosenValues(60_000);
  expect(new Set(chosen.map((value) => hashOfText(value))).size).toBe(1);
  const all = [...chosen, ...chosen.slice(0, 20_000)];
  const bytes = new TextEncoder().encode(all.map((value) => `${value};`).join(''));
  const before = performance.now();
  const dictionary = new Dictionary(bytes, { isUtf8: true, decode: decoderFor('utf-8') });
  for (let place = 0; place < all.length; place += 1) dictionary.internBytes(9 * place, 9 * place + 8);
  expect(dictionary.size).toBe(chosen.length + 1);
  dictionary.settle();
  // Looking one up has all of them found again.
  expect(dictionary.internText(chosen[59_999]!)).toBe(60_000);
  expect(performance.now() - before).toBeLessThan(8000);
  const other = dictionaryOf('windows-1252', latin1(...chosen.slice(30_000, 31_000), 'another'));
  expect(Array.from({ length: 1002 }, (_, id) => dictionary.idOf(other, id))).toEqual([
    0,
    ...Array.from({ length: 1000 }, (_, place) => 30_001 + place),
    -1,
  ]);
});

function hashOfText(value: string): number {
  const bytes = latin1(value)[0]!;
  takeWords(Uint8Array.from([...bytes, ...bytes]), new DataView(Uint8Array.from([...bytes, ...bytes]).buffer), 0, bytes.length);
  return hashOf(taken.low, taken.high, bytes.length);
}
