import { expect, test } from 'vitest';
import { november2026 } from '../editions/november-2026/index.ts';
import { openDelivery } from '../open-delivery.ts';
import { leftPercent } from './effects.ts';
import { cleanRows, factsOf, fileOf, placeOf, withCells, type Row } from '../testing/records.ts';

const clean = cleanRows('0488', 400, 5);
const open = (rows: readonly Row[]) => openDelivery(november2026, fileOf(rows), factsOf('0488'));
const salary = placeOf('agreedFullTimeSalary');
const paid = clean.flatMap((row, index) => (Number(row[salary]) > 0 ? [index] : []));
const sum = paid.reduce((total, index) => total + Number(clean[index]![salary]), 0);

test('of two salaries in öre the higher one means more, and together they mean about what they add to the sum', () => {
  const [one, other] = [paid[3]!, paid[7]!].sort((left, right) => Number(clean[left]![salary]) - Number(clean[right]![salary])) as [
    number,
    number,
  ];
  const rows = clean.map((row, index) =>
    [one, other].includes(index) ? withCells(row, { agreedFullTimeSalary: String(Number(row[salary]) * 100) }) : row,
  );
  const effect = open(rows)
    .effects()
    .find(({ rule }) => rule === 'P27-05');
  expect(effect?.field).toBe('agreedFullTimeSalary');
  expect(effect?.records.map(({ record }) => record)).toEqual([other + 1, one + 1]);
  for (const { suspicion } of effect!.records) expect(suspicion).toBeGreaterThan(0.8);
  const added = (100 * [one, other].reduce((total, index) => total + 99 * Number(clean[index]![salary]), 0)) / sum;
  expect(effect!.percent / added).toBeGreaterThan(0.9);
  expect(effect!.percent / added).toBeLessThan(1.1);
});

test('review stops where what is left means at most two thousandths of the sum', () => {
  const wrong = paid.slice(0, 40);
  const rows = clean.map((row, index) => {
    const place = wrong.indexOf(index);
    return place < 0 ? row : withCells(row, { agreedFullTimeSalary: place < 3 ? String(Number(row[salary]) * 100) : '11000' });
  });
  const effects = open(rows).effects();
  const stops = effects.map(({ review, records }) => review / records.length);
  expect(Math.max(...stops)).toBe(1);
  expect(Math.min(...stops)).toBeLessThan(1);
  for (const { review, records, percent } of effects) {
    const impacts = records.map(({ potentialImpact }) => Math.abs(potentialImpact));
    const shareOf = (some: readonly number[]) =>
      (percent * some.reduce((total, impact) => total + impact, 0)) / impacts.reduce((total, impact) => total + impact, 0);
    expect(shareOf(impacts.slice(review))).toBeLessThanOrEqual(leftPercent);
    if (review > 0) expect(shareOf(impacts.slice(review - 1))).toBeGreaterThan(leftPercent);
  }
});

test('of salaries that are unusual but not suspicious beside their group the one that would change the sum most comes first', () => {
  const rows = clean.map((row, index) => (paid.slice(0, 12).includes(index) ? withCells(row, { agreedFullTimeSalary: '11000' }) : row));
  const { records } = open(rows)
    .effects()
    .find(({ rule }) => rule === 'P27-02')!;
  expect(records.map(({ suspicion }) => suspicion)).toEqual(records.map(() => 0));
  const impacts = records.map(({ potentialImpact }) => Math.abs(potentialImpact));
  expect(impacts).toEqual(impacts.toSorted((one, other) => other - one));
  expect(new Set(impacts).size).toBeGreaterThan(1);
});

test('the order of the rows changes nothing of what is told of a record', () => {
  const rows = clean.map((row, index) => (index === paid[5] ? withCells(row, { agreedFullTimeSalary: '3000000' }) : row));
  const of = (some: readonly Row[]) =>
    open(some)
      .effects()
      .map(({ rule, percent, records }) => [rule, percent.toFixed(6), records.map(({ localScore }) => localScore.toFixed(6))]);
  expect(of(rows.toReversed())).toEqual(of(rows));
});

test('rules on no amount have no effect, and a file too small to know what is usual has none', () => {
  const rows = clean.map((row, index) => (index === 0 ? withCells(row, { agreedEmploymentRate: '15000' }) : row));
  expect(
    open(rows)
      .effects()
      .map(({ rule }) => rule),
  ).not.toContain('P21-02');
  expect(open(clean.slice(0, 5).map((row) => withCells(row, { agreedFullTimeSalary: '3000000' }))).effects()).toEqual([]);
});
