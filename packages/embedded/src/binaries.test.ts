import { mkdirSync, mkdtempSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { restoreLinks } from './binaries.ts';

let root = '';
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** A package as npm unpacks it when its install script was not run. */
function unpacked(): string {
  root = mkdtempSync(join(tmpdir(), 'package-'));
  mkdirSync(join(root, 'native/lib'), { recursive: true });
  writeFileSync(join(root, 'native/lib/libpq.so.5.18'), 'library');
  writeFileSync(
    join(root, 'native/pg-symlinks.json'),
    JSON.stringify([
      { source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' },
      { source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so' },
    ]),
  );
  return root;
}

test('links that the install script would have made are made at the first start, and left alone afterwards', () => {
  unpacked();
  for (let start = 1; start <= 3; start += 1) {
    restoreLinks(root);
    for (const name of ['libpq.so', 'libpq.so.5']) expect(readlinkSync(join(root, 'native/lib', name))).toBe('libpq.so.5.18');
  }
});

test('a package without a list of links is left as it is', () => {
  unpacked();
  rmSync(join(root, 'native/pg-symlinks.json'));
  expect(() => restoreLinks(root)).not.toThrow();
});
