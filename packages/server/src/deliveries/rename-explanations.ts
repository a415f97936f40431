import type { Services } from '../context.ts';
import type { Writer } from '../platform/db/index.ts';
import { dataKeyOf, explanationPlace, findingMacs, isOlderName, openText, sealText } from './data-key.ts';
import type { Delivery } from './delivery.ts';
import { openedFile } from './opened-delivery.ts';
import { deliveriesWithOlderNames, explanationsOf, fileById, lockedInOrganisation, type ExplanationRow } from './reader.ts';
import { renameExplanation } from './writer.ts';

/**
 * Explanations of before, that are stored under a key of the portal, get the name that outlives every change of keys. The findings
 * are asked for anew, since a name cannot be turned back; one whose finding is gone keeps its old name and is not shown any more
 * once that key is gone.
 * @returns how many were renamed
 */
export async function renameExplanations(services: Services): Promise<number> {
  const { database } = services;
  const deliveries = await database.transaction({ side: 'collecting' }, deliveriesWithOlderNames);
  let renamed = 0;
  for (const { organisationId, deliveryId } of deliveries)
    renamed += await database.transaction({ organisation: organisationId }, async (db) => {
      const delivery = await lockedInOrganisation(db, organisationId, deliveryId);
      return delivery ? renameOf(services, db, delivery) : 0;
    });
  return renamed;
}

async function renameOf(services: Services, db: Writer, delivery: Delivery): Promise<number> {
  const { organisationId, id, currentFileId } = delivery;
  const file = currentFileId ? await fileById(db, organisationId, currentFileId) : undefined;
  if (!file || file.isFatal || file.check !== 'done') return 0;
  const older = (await explanationsOf(db, organisationId, id)).filter(({ findingMac }) => isOlderName(findingMac));
  const names = await namesOf(services, db, delivery, file, [...new Set(older.map(({ rule }) => rule))]);
  const dataKey = dataKeyOf(services.keys, delivery);
  let renamed = 0;
  for (const row of older) {
    const name = names.get(row.findingMac);
    if (name) renamed += await renameExplanation(db, organisationId, id, row.findingMac, anew(dataKey, id, row, name));
  }
  return renamed;
}

/** Names that outlive, by the older ones, of what the checks find now. */
async function namesOf(
  services: Services,
  db: Writer,
  delivery: Delivery,
  file: Parameters<typeof openedFile>[3],
  rules: readonly string[],
): Promise<Map<string, string>> {
  const opened = await openedFile(services, db, delivery, file, false);
  const names = new Map<string, string>();
  for (const { key } of await opened.desk.call('keys', file.id, rules)) {
    const [name, ...olderNames] = findingMacs(services.keys, delivery, key);
    for (const olderName of olderNames) names.set(olderName, name!);
  }
  return names;
}

const anew = (dataKey: Buffer, deliveryId: string, row: ExplanationRow, findingMac: string) => ({
  findingMac,
  sealedText: sealText(
    dataKey,
    openText(dataKey, row.sealedText, explanationPlace(deliveryId, row.findingMac)),
    explanationPlace(deliveryId, findingMac),
  ),
});
