import { expect, test } from 'vitest';
import { wishedDateOf } from './wished-date.ts';

test('three parts become a calendar date', () => {
  expect(wishedDateOf({ day: '7', month: '1', year: '2027' })).toEqual({ date: '2027-01-07' });
  expect(wishedDateOf({ day: ' 31 ', month: '12', year: '2026' })).toEqual({ date: '2026-12-31' });
  expect(wishedDateOf({ day: '29', month: '2', year: '2028' })).toEqual({ date: '2028-02-29' });
});

test('a day that is not in the calendar is told as such', () => {
  for (const [day, month, year] of [
    ['31', '4', '2027'],
    ['31', '2', '2027'],
    ['29', '2', '2027'],
    ['0', '1', '2027'],
    ['1', '13', '2027'],
    ['1', '1', '0027'],
  ] as const)
    expect(wishedDateOf({ day, month, year })).toEqual({ fault: 'noSuchDay' });
});

test('letters and a year of two digits are not what is missing', () => {
  expect(wishedDateOf({ day: 'sju', month: '1', year: '2027' })).toEqual({ fault: 'notDigits' });
  expect(wishedDateOf({ day: '7', month: 'januari', year: '2027' })).toEqual({ fault: 'notDigits' });
  expect(wishedDateOf({ day: '7', month: '1', year: '27' })).toEqual({ fault: 'notDigits' });
  expect(wishedDateOf({ day: ' ', month: '1', year: '2027' })).toEqual({ fault: 'missing' });
});
