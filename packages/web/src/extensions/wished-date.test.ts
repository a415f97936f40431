import { expect, test } from 'vitest';
import { calendarDateOf } from './wished-date.ts';

test('three parts become a calendar date', () => {
  expect(calendarDateOf({ day: '7', month: '1', year: '2027' })).toBe('2027-01-07');
  expect(calendarDateOf({ day: ' 31 ', month: '12', year: '2026' })).toBe('2026-12-31');
});

test('a day that is not in the calendar is no date', () => {
  expect(calendarDateOf({ day: '31', month: '4', year: '2027' })).toBeUndefined();
  expect(calendarDateOf({ day: '29', month: '2', year: '2027' })).toBeUndefined();
  expect(calendarDateOf({ day: '29', month: '2', year: '2028' })).toBe('2028-02-29');
});

test('letters, an empty part or a year of two digits are no date', () => {
  expect(calendarDateOf({ day: 'sju', month: '1', year: '2027' })).toBeUndefined();
  expect(calendarDateOf({ day: '', month: '1', year: '2027' })).toBeUndefined();
  expect(calendarDateOf({ day: '7', month: '1', year: '27' })).toBeUndefined();
});
