import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { guise, insistOnOwner } from './as-whom.ts';

test('a database folder of another user is refused with both users named', () => {
  const own = mkdtempSync(join(tmpdir(), 'owner-'));
  try {
    expect(() => insistOnOwner(own)).not.toThrow();
    const self = process.getuid?.() ?? 0;
    if (self === 0) chownSync(own, 12_345, 12_345);
    const [strange, owner] = self === 0 ? [own, 12_345] : ['/', 0];
    expect(() => insistOnOwner(strange)).toThrow(`belongs to user ${owner}, but this is user ${self}`);
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
});

test('on Linux the database is told to end when its owner does', () => {
  expect(guise().prefix.join(' ')).toContain('--pdeathsig INT');
});
