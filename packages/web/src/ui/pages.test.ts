import { expect, test } from 'vitest';
import { lastPage } from './pages.ts';

test('the last page holds the last of the list', () => {
  expect([0, 1, 25, 26, 50, 351].map((total) => lastPage(total, 25))).toEqual([1, 1, 1, 2, 2, 15]);
});
