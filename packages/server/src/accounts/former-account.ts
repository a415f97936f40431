import { randomBytes, randomUUID } from 'node:crypto';
import type { Writer } from '../platform/db/index.ts';
import { insertFormer } from './writer.ts';

/**
 * An account of somebody who has left: a pseudonym on what the person once did, without a name and without a way in. The same
 * pseudonym gives the same account.
 * @returns account id
 */
export const addFormerAccount = async (db: Writer, now: Date, pseudonym: string): Promise<string> =>
  insertFormer(db, { accountId: randomUUID(), pseudonym, at: now });

/** What the audit log calls a person. */
export const newPseudonym = (): string => `p-${randomBytes(9).toString('base64url')}`;
