import { expect, test } from 'vitest';
import { monthly, personBorn } from '../testing/examples/example.ts';
import { openRows, withCells, type Row } from '../testing/records.ts';

const many = 20_000;
const copies = (row: Row) =>
  openRows(
    '0488',
    Array.from({ length: many }, () => row),
  );
/** Five letters, others for each number. */
const lettersOf = (index: number) =>
  String(index)
    .padStart(5, '0')
    .replaceAll(/[0-9]/g, (digit) => 'abcdefghij'[Number(digit)]!);
const countOf = (counts: readonly { readonly rule: string; readonly count: number }[], rule: string) =>
  counts.find((one) => one.rule === rule)?.count ?? 0;

// Time that grows with the square of the group would not be ready before the test is given up.
test('in a file where every record is a copy of one, a record can be changed and changed back', () => {
  const delivery = copies(monthly);
  const { before, resolved, raised, summary } = delivery.correct({ record: 5, variable: 'employmentId' }, 'X2');
  expect(resolved.map(({ rule, record, message }) => [rule, record, message])).toEqual([
    ['K-01', 5, 'Rad 1 och 5 är exakt lika. Ta bort den ena.'],
  ]);
  // Its employment is no copy any more, so that the person works too much is said of it.
  expect(raised.map(({ rule, record }) => [rule, record])).toEqual([['K-04', 5]]);
  expect(countOf(summary.counts, 'K-01')).toBe(many - 1);
  const undone = delivery.correct({ record: 5, variable: 'employmentId' }, before);
  expect(countOf(undone.summary.counts, 'K-01')).toBe(many);
});

test('where the first of many copies is changed, the others name the next one', () => {
  const delivery = copies(withCells(monthly, { standbyHours: '1x' }));
  const { resolved, raised } = delivery.correct({ record: 1, variable: 'standbyHours' }, '2x');
  expect(resolved.filter(({ rule }) => rule === 'K-01')).toHaveLength(many);
  const named = new Map(raised.map(({ rule, record, message }) => [`${rule}@${record}`, message]));
  expect(named.get('K-01@2')).toBe('Rad 2 och 3 är exakt lika. Ta bort den ena.');
  expect(named.get('K-01@3')).toBe('Rad 2 och 3 är exakt lika. Ta bort den ena.');
  expect(named.get('K-01@4')).toBe('Rad 2 och 4 är exakt lika. Ta bort den ena.');
  expect(named.has('K-01@1')).toBe(false);
});

test('a person with a file of her own can give one employment to somebody else', () => {
  const delivery = openRows(
    '0488',
    Array.from({ length: many }, (_, index) => withCells(monthly, { employmentId: `X${index}` })),
  );
  const { summary } = delivery.correct({ record: 7, variable: 'personalNumber' }, personBorn('790101'));
  expect(countOf(summary.counts, 'K-04')).toBe(many - 1);
});

test('a person with a name of her own in each record, all of them alike, is told of when one is another', () => {
  const delivery = openRows(
    '0488',
    Array.from({ length: many }, (_, index) => withCells(monthly, { employmentId: `X${index}`, name: `Anna ${lettersOf(index)}` })),
  );
  expect(countOf(delivery.summary().counts, 'K-05')).toBe(0);
  const { before, summary } = delivery.correct({ record: 7, variable: 'name' }, 'Bo Testberg');
  expect(countOf(summary.counts, 'K-05')).toBe(many);
  expect(countOf(delivery.correct({ record: 7, variable: 'name' }, before).summary.counts, 'K-05')).toBe(0);
});

/** A person with so many names, of which any two have a part in common, and all together none. */
const nameOf = (index: number) => `${['Anna Bodil', 'Bodil Cilla', 'Cilla Anna'][index % 3]} ${lettersOf(index)}`;
const alikeInPairs = (names: number) =>
  openRows(
    '0488',
    Array.from({ length: names }, (_, index) => withCells(monthly, { employmentId: `X${index}`, name: nameOf(index) })),
  );

test('who has more than two hundred names that are alike in pairs only has different ones: no more are compared each with each', () => {
  expect(countOf(alikeInPairs(200).summary().counts, 'K-05')).toBe(0);
  const delivery = alikeInPairs(201);
  expect(countOf(delivery.summary().counts, 'K-05')).toBe(201);
  expect(delivery.findings({ rules: ['K-05'], limit: 1 })[0]!.message).toContain(`olika namn, ${nameOf(0)} och ${nameOf(1)}.`);
  const { summary } = delivery.correct({ record: 7, variable: 'name' }, nameOf(7));
  expect(countOf(summary.counts, 'K-05')).toBe(0);
  expect(countOf(delivery.correct({ record: 7, variable: 'name' }, nameOf(6)).summary.counts, 'K-05')).toBe(201);
  expect(countOf(alikeInPairs(many).summary().counts, 'K-05')).toBe(many);
});
