import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A secret of the first run, kept in a file that only its owner may read; made when there is none. */
export function storedSecret(file: string, make: () => string): string {
  if (!existsSync(file)) writeDurably(file, `${make()}\n`);
  return readFileSync(file, 'utf8').trim();
}

/** The value of SECRET_KEYS for a first run: one random key, in the form the configuration wants. */
export const storedSecretKeys = (dataDir: string): string =>
  storedSecret(keysFile(dataDir), () => `k1:${randomBytes(32).toString('base64url')}`);

export const keysFile = (dataDir: string): string => join(dataDir, 'keys', 'secret-keys');

export const newPassword = (): string => randomBytes(24).toString('base64url');

/** Whole or not at all, and on the disk before anything is sealed with it: a key lost in a power cut is data lost. */
export function writeDurably(file: string, content: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.new`;
  const handle = openSync(draft, 'w', 0o600);
  try {
    writeSync(handle, content);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(draft, file);
}
