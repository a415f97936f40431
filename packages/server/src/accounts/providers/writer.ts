import { sql, type Writer } from '../../platform/db/index.ts';
import type { VisitRow } from './reader.ts';

export const insertVisit = (
  db: Writer,
  visit: VisitRow & {
    readonly tokenHash: Buffer;
    readonly accountId: string | null;
    readonly sessionId: string | null;
    readonly elevatedFor: string;
    readonly returnPath: string | null;
    readonly at: Date;
    readonly expiresAt: Date;
  },
) =>
  db.run(sql`
    insert into provider_visit (token_hash, purpose, provider, state_hash, key_id, sealed, account_id, session_id, elevated_for, return_path, created_at, expires_at)
    values (${visit.tokenHash}, ${visit.purpose}, ${visit.provider}, ${visit.stateHash}, ${visit.keyId}, ${visit.sealed}, ${visit.accountId}, ${visit.sessionId},
            ${visit.elevatedFor}, ${visit.returnPath}, ${visit.at}, ${visit.expiresAt})`);

export interface TakenVisit extends VisitRow {
  readonly accountId: string | null;
  readonly sessionId: string | null;
  readonly elevatedFor: string;
  readonly returnPath: string | null;
  readonly createdAt: Date;
}

/** Takes the visit that an answer belongs to, once: same browser, same provider, same state, in time. */
export const takeVisit = (db: Writer, tokenHash: Buffer, provider: string, stateHash: Buffer, now: Date) =>
  db.maybe<TakenVisit>(sql`
    delete from provider_visit
     where token_hash = ${tokenHash} and provider = ${provider} and state_hash = ${stateHash} and expires_at > ${now}
    returning provider, state_hash, key_id, sealed, purpose, account_id, session_id, elevated_for, return_path, created_at`);

export const endVisit = (db: Writer, tokenHash: Buffer) => db.run(sql`delete from provider_visit where token_hash = ${tokenHash}`);

export interface SubjectAtRest {
  readonly mac: Buffer;
  readonly keyId: string;
  readonly sealed: Buffer;
}

/**
 * Ties a subject to an account, unless it is anybody's already.
 * @param macs  the subject under every key there is
 * @returns false when it is somebody's, or the account has another subject of the provider
 */
export const insertLink = async (
  db: Writer,
  link: { readonly accountId: string; readonly provider: string; readonly issuer: string; readonly subject: SubjectAtRest },
  macs: readonly Buffer[],
  at: Date,
): Promise<boolean> =>
  (await db.run(sql`
    insert into provider_link (account_id, provider, issuer, subject_mac, key_id, subject_sealed, linked_at)
    select account.id, ${link.provider}, ${link.issuer}, ${link.subject.mac}, ${link.subject.keyId}, ${link.subject.sealed}, ${at}
      from account
     where account.id = ${link.accountId} and account.status = 'active'
       and not exists (select from provider_link where issuer = ${link.issuer} and subject_mac = any(${[...macs]}::bytea[]))
    on conflict do nothing`)) === 1;

/**
 * Notes that a link is used, and keeps its subject under the present key from now on.
 * @returns false when it is no longer there
 */
export const renewLink = async (
  db: Writer,
  link: { readonly accountId: string; readonly issuer: string; readonly subject: SubjectAtRest },
  macs: readonly Buffer[],
  at: Date,
): Promise<boolean> =>
  (await db.run(sql`
    update provider_link
       set last_used_at = ${at}, subject_mac = ${link.subject.mac}, key_id = ${link.subject.keyId}, subject_sealed = ${link.subject.sealed}
     where account_id = ${link.accountId} and issuer = ${link.issuer} and subject_mac = any(${[...macs]}::bytea[])`)) === 1;

export const deleteLink = async (db: Writer, accountId: string, provider: string): Promise<boolean> =>
  (await db.run(sql`delete from provider_link where account_id = ${accountId} and provider = ${provider}`)) === 1;

/** Every link that is kept under another key than the present one, some at a time. */
export const linksUnderOtherKeys = (db: Writer, keyId: string, most: number) =>
  db.all<{ accountId: string; provider: string; issuer: string; keyId: string; sealed: Buffer }>(sql`
    select account_id, provider, issuer, key_id, subject_sealed as sealed
      from provider_link where key_id <> ${keyId} order by account_id, provider limit ${most} for update`);

export const rewrapLink = (db: Writer, link: { readonly accountId: string; readonly provider: string }, subject: SubjectAtRest) =>
  db.run(sql`
    update provider_link set subject_mac = ${subject.mac}, key_id = ${subject.keyId}, subject_sealed = ${subject.sealed}
     where account_id = ${link.accountId} and provider = ${link.provider}`);
