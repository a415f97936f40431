import type { KeyRing } from '../../platform/keys.ts';
import { sql, type Reader, type Writer } from '../../platform/db/index.ts';
import { subjectAtRest, subjectFrom } from './subject.ts';
import { linksUnderOtherKeys, rewrapLink } from './writer.ts';

/**
 * Keeps links under the present key, for when keys are replaced; may run again and again beside everything else.
 * @returns how many were moved; 0 when all are done
 */
export async function rewrapProviderLinks(db: Writer, keys: KeyRing, most = 500): Promise<number> {
  const links = await linksUnderOtherKeys(db, keys.currentKeyId, most);
  for (const link of links) await rewrapLink(db, link, subjectAtRest(keys, link.accountId, link.issuer, subjectFrom(keys, link)));
  return links.length;
}

/** Links that an older key still holds. */
export const providerLinksUnderOtherKeys = async (db: Reader, keys: KeyRing): Promise<number> =>
  (await db.maybe<{ count: number }>(sql`select count(*) as count from provider_link where key_id <> ${keys.currentKeyId}`))!.count;
