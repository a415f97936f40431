import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { settings, type Setting } from './settings.ts';

const page = join(import.meta.dirname, '../../../docs/configuration.md');

test('the page about configuration lists every setting with its default and meaning, and no other', () => {
  const rows = readFileSync(page, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'));
  expect(rows).toEqual(settings.map(rowFor));
});

test('a setting has one name, in capitals, and a meaning that is a sentence', () => {
  const names = settings.map((setting) => setting.name);
  expect(new Set(names).size).toBe(names.length);
  for (const { name, meaning } of settings) {
    expect(name).toMatch(/^[A-Z][A-Z0-9_]+$/);
    expect(meaning).toMatch(/[.]$/);
  }
});

/** A line of the table: when it fails, this is the line to paste. */
function rowFor(setting: Setting): string {
  const fallback = setting.fallback === '' ? '–' : `\`${setting.fallback}\``;
  const production = { required: 'must be set', refused: 'must not be set' };
  return `| \`${setting.name}\` | ${fallback} | ${setting.inProduction ? production[setting.inProduction] : ''} | ${setting.meaning.replaceAll('|', '\\|')} |`;
}
