import { expect, test } from 'vitest';
import { readEdition } from '../definition/read-edition.ts';
import { openDelivery } from '../open-delivery.ts';

/** A survey whose numbers may be below zero, with a sum over the whole file and one for each group. */
function opened(rows: readonly string[]) {
  const sums = (id: string, per: object) => ({
    id,
    severity: 'warning',
    texts: { title: 't', message: 'm' },
    logic: { kind: 'aggregate', measures: { result: { sum: ['income', 'cost'] } }, hit: 'measure.result < 0', ...per },
  });
  const read = readEdition(
    JSON.stringify({
      id: 'x',
      name: 'X',
      referenceYear: 2026,
      layout: { form: 'separated', zeroIsMissing: false, signed: true },
      variables: [
        { id: 'branch', name: 'branch', form: 'A/N', length: 1 },
        ...['income', 'cost'].map((id) => ({ id, name: id, form: 'N', length: 7 })),
      ],
      rules: [sums('W-1', {}), sums('G-1', { per: 'branch' })],
    }),
  );
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  return openDelivery(read.edition, new TextEncoder().encode(rows.join('\n')));
}

test('numbers below zero count in a sum over the whole file as in one for each group, and after corrections as in a full run', () => {
  const delivery = opened(['a;5;-8', 'b;;-2', 'a;0;1x', 'b;7;']);
  expect(delivery.measures()).toMatchObject({ 'W-1': { '': { result: 2 } }, 'G-1': { a: { result: -3 }, b: { result: 5 } } });
  expect(delivery.findings().map(({ rule }) => rule)).toEqual(['G-1']);
  const { raised } = delivery.correct({ record: 2, variable: 'cost' }, '-6');
  expect(raised.map(({ rule }) => rule)).toEqual(['W-1']);
  const anew = opened(['a;5;-8', 'b;;-6', 'a;0;1x', 'b;7;']);
  expect(delivery.measures()).toEqual(anew.measures());
  expect(delivery.findings()).toEqual(anew.findings());
});
