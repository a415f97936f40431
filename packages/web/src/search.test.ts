import { expect, test } from 'vitest';
import { addressOf, choiceOf, day, textLike, textOf, wholeNumberOf } from './search.ts';

test('an address that asks for a view that does not exist shows the ordinary one', () => {
  expect(choiceOf({ visa: 'fel' }, 'visa', ['alla', 'fel'])).toEqual({ visa: 'fel' });
  expect(choiceOf({ visa: '<script>' }, 'visa', ['alla', 'fel'])).toEqual({});
});

test('a page is a whole number from one', () => {
  expect(wholeNumberOf({ sida: '3' }, 'sida')).toEqual({ sida: 3 });
  for (const wrong of ['0', '-1', '1.5', 'x', undefined]) expect(wholeNumberOf({ sida: wrong }, 'sida')).toEqual({});
});

test('what is not chosen is not in the address', () => {
  expect(addressOf({ sok: 'Örebro', status: '', typ: undefined })).toBe('?sok=%C3%96rebro');
  expect(addressOf({})).toBe('');
  expect(textOf({ sok: '' }, 'sok')).toEqual({});
});

test('a text of another form than asked for is as if it were not there', () => {
  expect(textLike({ fran: '2026-11-25' }, 'fran', day)).toEqual({ fran: '2026-11-25' });
  for (const fran of ['2026-13-01', '2026-1-1', 'igår', '2026-11-25x', 5, undefined]) expect(textLike({ fran }, 'fran', day)).toEqual({});
});
