import type { Services } from '../context.ts';
import { dataKeyOf, explanationPlace, openText } from './data-key.ts';
import { deliveryInOrganisation, explanationTextsBy } from './reader.ts';
import type { Reader } from '../platform/db/index.ts';

export interface WrittenExplanation {
  readonly at: Date;
  readonly organisationId: string;
  readonly rule: string;
  readonly findings: number;
  readonly reason: string;
  readonly text: string;
}

/**
 * What an account has written on findings, newest first, in every organisation it has ever acted for: one for all findings that
 * were explained at once. The texts are opened with the deliveries' own keys.
 * @param db a transaction of that account
 */
export async function explanationsBy(
  { database, keys }: Services,
  db: Reader,
  accountId: string,
  limit: number,
): Promise<WrittenExplanation[]> {
  const rows = await explanationTextsBy(db, accountId, limit);
  const dataKeys = new Map<string, Buffer>();
  for (const { organisationId, deliveryId } of rows) {
    if (dataKeys.has(deliveryId)) continue;
    const delivery = await database.transaction({ organisation: organisationId }, (own) =>
      deliveryInOrganisation(own, organisationId, deliveryId),
    );
    if (delivery) dataKeys.set(deliveryId, dataKeyOf(keys, delivery));
  }
  return rows.flatMap(({ deliveryId, findingMac, sealedText, ...rest }) => {
    const dataKey = dataKeys.get(deliveryId);
    return dataKey ? [{ ...rest, text: openText(dataKey, sealedText, explanationPlace(deliveryId, findingMac)) }] : [];
  });
}
