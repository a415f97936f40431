import { expect, test } from 'vitest';
import { hourly, monthly } from '../testing/examples/example.ts';
import { openRows, withCells } from '../testing/records.ts';

/** The first correction of a file is when persons are counted one by one: what it changes must not be among them yet. */
test('the first correction gives a record to a person, who has both pay forms then', () => {
  const delivery = openRows('0488', [monthly, withCells(hourly, { personalNumber: '' })]);
  const { raised } = delivery.correct({ record: 2, variable: 'personalNumber' }, monthly[6]!);
  expect(raised.map(({ rule }) => rule)).toContain('K-07');
  const { resolved } = delivery.correct({ record: 2, variable: 'personalNumber' }, '');
  expect(resolved.map(({ rule }) => rule)).toContain('K-07');
});

test('the first correction gives a record a pay form, and its person has both then', () => {
  const delivery = openRows('0488', [monthly, withCells(hourly, { payForm: '' })]);
  const { raised } = delivery.correct({ record: 2, variable: 'payForm' }, 'T');
  expect(raised.map(({ rule }) => rule)).toContain('K-07');
});
