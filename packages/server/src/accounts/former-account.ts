import { randomBytes, randomUUID } from 'node:crypto';
import type { Writer } from '../platform/db/index.ts';
import { insertFormer } from './writer.ts';

/**
 * An account of somebody who has left: a name on what the person once did, and no way in. The same name gives the same account.
 * @returns account id
 */
export const addFormerAccount = async (db: Writer, now: Date, name: string): Promise<string> =>
  insertFormer(db, { accountId: randomUUID(), pseudonym: newPseudonym(), name, at: now });

/** What the audit log calls a person. */
export const newPseudonym = (): string => `p-${randomBytes(9).toString('base64url')}`;
