import type { CorrectionEffectView, FindingView } from '@insamling/contract';
import { expect, test } from 'vitest';
import { isSolvedBy, slotOf, stillOpen, withTouched, type Placed } from './touched.ts';

const finding = (record: number, id = `f${record}`): FindingView => ({
  id,
  rule: 'P21-02',
  severity: 'error',
  record,
  row: record + 1,
  message: '',
  cells: [{ variable: 'agreedEmploymentRate', name: '', number: 21, text: '', isMasked: false, original: null }],
  context: '',
  explanation: null,
});
const effect: CorrectionEffectView = {
  version: 2,
  correction: 1,
  record: 2,
  variable: 'agreedEmploymentRate',
  before: '75000',
  after: '7500',
  isMasked: false,
  resolved: [],
  raised: [],
  counts: { fatal: 0, errors: 0, warnings: 0, infos: 0, warningsLeft: 0 },
};
const fixed = (one: FindingView, place: number): [string, Placed] => [slotOf(one), { is: 'fixed', finding: one, effect, field: '', place }];

test('findings that were corrected here keep their places in the list after the server has dropped them, whatever its order', () => {
  const shown = withTouched([finding(3), finding(1), finding(5)], new Map([fixed(finding(4), 4), fixed(finding(2), 1)]));
  expect(shown.map(({ record }) => record)).toEqual([3, 2, 1, 5, 4]);
});

test('when a correction only changes the value, the finding keeps its place though its id is new', () => {
  const shown = withTouched([finding(2, 'another-id')], new Map([fixed(finding(2), 0)]));
  expect(shown.map(({ id }) => id)).toEqual(['another-id']);
});

test('a finding in whose record something unsaved was left is at work on again, and stays when a colleague solves it', () => {
  const listed = [finding(3), finding(1), { ...finding(9), record: null }];
  const open = stillOpen(listed, (record) => record === 1);
  expect([...open.values()]).toEqual([{ is: 'open', finding: listed[1], place: 1 }]);
  expect(withTouched([finding(3), finding(5)], open).map(({ record }) => record)).toEqual([3, 1, 5]);
});

test('a correction solved a finding when its check no longer hits the record, whatever the id it had by then', () => {
  const resolved = [{ id: 'by-other-values', rule: 'P21-02', record: 2 }];
  expect(isSolvedBy({ ...effect, resolved }, finding(2))).toBe(true);
  expect(isSolvedBy({ ...effect, resolved }, finding(3))).toBe(false);
  expect(isSolvedBy({ ...effect, resolved, raised: [finding(2, 'again')] }, finding(2))).toBe(false);
  expect(isSolvedBy(effect, finding(2))).toBe(false);
  expect(isSolvedBy(effect, finding(2), true)).toBe(true);
});
