import { expect, test } from 'vitest';
import { problemText, problemTexts } from './problems.ts';

test('a closed period is refused with the day it closed, in words', () => {
  expect(problemText('period.closed', { closesOn: '2026-12-31' })).toBe('Inlämningsperioden är stängd sedan den 31:a december 2026.');
});

test('a refusal never shows an empty gap', () => {
  for (const code of Object.keys(problemTexts) as (keyof typeof problemTexts)[]) {
    expect(problemText(code), code).not.toMatch(/[{}]/);
    expect(problemText(code), code).toMatch(/\.$/);
  }
});

test('a number in a refusal is written in Swedish', () => {
  expect(problemText('delivery.has-errors', { errors: 12345 })).toBe('12\u00a0345 fel måste rättas innan du kan lämna in.');
});
