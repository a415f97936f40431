import { sql, type Reader } from '../../platform/db/index.ts';
import type { Standing } from './policy.ts';

export interface ProviderLink {
  readonly provider: string;
  readonly linkedAt: Date;
  readonly lastUsedAt: Date | null;
}

export const linksOf = (db: Reader, accountId: string) =>
  db.all<ProviderLink>(
    sql`select provider, linked_at, last_used_at from provider_link where account_id = ${accountId} order by linked_at, provider`,
  );

/** Whose subject it is. `macs`: the subject under every key there is. */
export const accountBySubject = (db: Reader, issuer: string, macs: readonly Buffer[]) =>
  db.maybe<{ accountId: string }>(
    sql`select account_id from provider_link where issuer = ${issuer} and subject_mac = any(${[...macs]}::bytea[])`,
  );

export interface VisitRow {
  readonly provider: string;
  readonly stateHash: Buffer;
  readonly keyId: string;
  readonly sealed: Buffer;
  readonly purpose: 'sign-in' | 'link' | 'step-up';
}

/** A visit that has not come to its end, for the page that sends the browser there. */
export const openVisit = (db: Reader, tokenHash: Buffer, provider: string, now: Date) =>
  db.maybe<VisitRow>(sql`
    select provider, state_hash, key_id, sealed, purpose
      from provider_visit
     where token_hash = ${tokenHash} and provider = ${provider} and expires_at > ${now}`);

/** What the organisations that a person acts for have decided; needs the person's own scope, for row-level security. */
export const waysOfOrganisations = (db: Reader, accountId: string) =>
  db.all<Standing['organisations'][number]>(sql`
    select policy.oidc_provider as provider, coalesce(policy.requires_passkey, false) as requires_passkey
      from (select distinct organisation_id from unit_access where account_id = ${accountId}) mine
      left join organisation_policy policy on policy.organisation_id = mine.organisation_id`);
