import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { november2026 } from './packages/survey/src/editions/november-2026/index.ts';
import { checksPages } from './scripts/checks-page.ts';

const written = (name: string) => readFileSync(join(import.meta.dirname, 'docs/checks', name), 'utf8');

test('the pages of the checks are what the rules say now: npm run docs:checks writes them anew', () => {
  const { index, page } = checksPages();
  expect(written('README.md')).toBe(index);
  expect(written('kontroller.html')).toBe(page);
});

test('every check has its place, its reason, its remedy and, where an example breaks it, the words it is told in', () => {
  const { page } = checksPages();
  for (const { id, texts } of november2026.rules) {
    const article = new RegExp(`<article id="${id}">[\\s\\S]*?</article>`).exec(page)?.[0] ?? '';
    expect(article, id).toContain(texts.title);
    expect(article, id).toContain('<dt>Så här rättar du</dt>');
    expect(article, id).toContain('<blockquote>');
    expect(article, id).not.toMatch(/\{[a-zåäö]/i);
  }
});
