import { expect, test } from 'vitest';
import { problemText, problemTexts } from './problems.ts';
import { stepUpTexts } from './step-up.ts';

test('a closed period is refused with the day it closed, in words', () => {
  expect(problemText('period.closed', { closesOn: '2026-12-31' })).toBe('Inlämningsperioden är stängd sedan den 31:a december 2026.');
});

test('a refusal never shows an empty gap', () => {
  for (const code of Object.keys(problemTexts) as (keyof typeof problemTexts)[]) {
    expect(problemText(code), code).not.toMatch(/[{}]/);
    expect(problemText(code), code).toMatch(/\.$/);
  }
});

test('one is said as one', () => {
  const said = [1, 2].map((n) => problemText('delivery.has-warnings', { warnings: n }));
  expect(said).toEqual(['1 varning saknar rättelse eller kommentar.', '2 varningar saknar rättelse eller kommentar.']);
  expect(problemText('request.too-many', { seconds: 1 })).toMatch(/om 1 sekund\.$/);
  expect(problemText('delivery.too-many-uploads', { minutes: 1 })).toMatch(/om 1 minut\.$/);
  expect(stepUpTexts.paused(1)).toContain('1 minut och');
});

test('a number in a refusal is written in Swedish', () => {
  expect(problemText('delivery.has-errors', { errors: 12345 })).toBe('12\u00a0345 fel måste rättas innan du kan lämna in.');
});
