import { expect, test } from 'vitest';
import { shellTexts } from './shell.ts';

test('rows are counted as Swedish writes numbers, and none is counted past the end', () => {
  expect(shellTexts.rowsShown(1, 25, 351)).toBe('Visar 1–25 av 351');
  expect(shellTexts.rowsShown(49_901, 49_950, 60_000)).toBe('Visar 49\u00a0901–49\u00a0950 av 60\u00a0000');
  expect(shellTexts.rowsShown(49_901, 351, 351)).toBe('');
});
