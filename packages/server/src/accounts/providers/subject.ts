import type { KeyRing } from '../../platform/keys.ts';
import type { SubjectAtRest } from './writer.ts';

const told = (issuer: string, subject: string) => JSON.stringify(['subject', issuer, subject]);

/** A subject as it is kept: found by a keyed hash, readable only with the key, and worth nothing at another issuer or account. */
export function subjectAtRest(keys: KeyRing, accountId: string, issuer: string, subject: string): SubjectAtRest {
  const { keyId, sealed } = keys.seal('subject', Buffer.from(subject), `${accountId} ${issuer}`);
  return { mac: keys.mac('match', told(issuer, subject), keyId), keyId, sealed };
}

/** What a subject may be found by: its hash under every key that is still read with. */
export const macsOf = (keys: KeyRing, issuer: string, subject: string): Buffer[] =>
  keys.keyIds.map((keyId) => keys.mac('match', told(issuer, subject), keyId));

export const subjectFrom = (
  keys: KeyRing,
  link: { readonly accountId: string; readonly issuer: string; readonly keyId: string; readonly sealed: Buffer },
): string => keys.open('subject', link, `${link.accountId} ${link.issuer}`).toString();
