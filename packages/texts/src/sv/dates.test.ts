import { expect, test } from 'vitest';
import { dayInShort, dayInWords, dayOf, instantInWords, timeOf } from './dates.ts';

test.each([
  ['2024-12-01', '1:a december 2024'],
  ['2024-12-02', '2:a december 2024'],
  ['2024-12-03', '3:e december 2024'],
  ['2024-11-11', '11:e november 2024'],
  ['2024-11-12', '12:e november 2024'],
  ['2024-11-19', '19:e november 2024'],
  ['2024-11-20', '20:e november 2024'],
  ['2024-11-21', '21:a november 2024'],
  ['2024-11-22', '22:a november 2024'],
  ['2024-10-28', '28:e oktober 2024'],
  ['2024-12-31', '31:a december 2024'],
])('%s is said %s', (date, words) => {
  expect(dayInWords(date)).toBe(words);
});

test('half past eleven in the evening by universal time is the next day in Sweden', () => {
  expect(dayOf('2026-11-20T23:30:00Z')).toBe('2026-11-21');
  expect(timeOf('2026-11-20T23:30:00Z')).toBe('00.30');
  expect(instantInWords('2026-07-01T12:05:00Z')).toBe('1:a juli 2026 kl. 14.05');
});

test('in a table the month is cut', () => {
  expect(dayInShort('2026-11-20')).toBe('20 nov. 2026');
});

test('what is not a calendar date is our own mistake', () => {
  expect(() => dayInWords('20 november')).toThrow('yyyy-mm-dd');
});
