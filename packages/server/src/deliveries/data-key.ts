import { createHmac, createSecretKey, hkdfSync, randomBytes, type KeyObject } from 'node:crypto';
import { asKey, openWith, sealWith, type KeyRing } from '../platform/keys.ts';
import type { Delivery } from './delivery.ts';

/** A new data key, wrapped for the delivery it belongs to. */
export function newDataKey(keys: KeyRing, deliveryId: string): { readonly dataKey: Buffer; readonly dataKeyId: string } {
  const { keyId, sealed } = keys.seal('file', randomBytes(32), `delivery/${deliveryId}`);
  return { dataKey: sealed, dataKeyId: keyId };
}

/** The key that a delivery's files, corrections and explanations are sealed with. */
export const dataKeyOf = (keys: KeyRing, delivery: Pick<Delivery, 'id' | 'dataKey' | 'dataKeyId'>): Buffer =>
  keys.open('file', { keyId: delivery.dataKeyId, sealed: delivery.dataKey }, `delivery/${delivery.id}`);

/** A text at rest, bound to its place. */
export const sealText = (dataKey: Uint8Array, text: string, place: string): Buffer => sealWith(asKey(dataKey), Buffer.from(text), place);
export const openText = (dataKey: Uint8Array, sealed: Uint8Array, place: string): string =>
  openWith(asKey(dataKey), sealed, place).toString();

export const correctionPlace = (fileId: string, number: number, side: 'before' | 'after') => `correction/${fileId}/${number}/${side}`;
export const explanationPlace = (deliveryId: string, findingMac: string) => `explanation/${deliveryId}/${findingMac}`;

/** What an explanation belongs to: enough of a delivery to name its findings. */
type Named = Pick<Delivery, 'organisationId' | 'id' | 'dataKey' | 'dataKeyId'>;

/**
 * Keyed hashes of a finding's key: they name the finding without telling its values, and follow it into a new file of the delivery.
 * The first is the one to store. Its key comes from the delivery's data key, so that it stays when the keys of the portal change.
 * The others are those of before: under the portal's keys, which `renameExplanations` leaves behind.
 */
export const findingMacs = (keys: KeyRing, delivery: Named, key: string, withOlder = true): readonly string[] => [
  findingName(keys, delivery, key),
  ...(withOlder
    ? keys.keyIds.map((keyId) => keys.mac('match', `${delivery.organisationId}\u001f${key}`, keyId).toString('base64url'))
    : []),
];

const findingName = (keys: KeyRing, delivery: Named, key: string): string =>
  `d${createHmac('sha256', nameKeyOf(keys, delivery)).update(key).digest('base64url')}`;

/** Whether an explanation is stored under the portal's keys: such names are shorter by the letter in front. */
export const isOlderName = (findingMac: string): boolean => findingMac.length === 43;

/** Unwrapped once for a row that was read, not once a finding. */
const nameKeys = new WeakMap<Buffer, KeyObject>();

function nameKeyOf(keys: KeyRing, delivery: Named): KeyObject {
  const known = nameKeys.get(delivery.dataKey);
  if (known) return known;
  const made = createSecretKey(new Uint8Array(hkdfSync('sha256', dataKeyOf(keys, delivery), '', 'finding', 32)));
  nameKeys.set(delivery.dataKey, made);
  return made;
}
