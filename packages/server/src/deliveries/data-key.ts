import { randomBytes } from 'node:crypto';
import { openWith, sealWith, type KeyRing } from '../platform/keys.ts';
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
export const sealText = (dataKey: Uint8Array, text: string, place: string): Buffer => sealWith(dataKey, Buffer.from(text), place);
export const openText = (dataKey: Uint8Array, sealed: Uint8Array, place: string): string => openWith(dataKey, sealed, place).toString();

export const correctionPlace = (fileId: string, number: number, side: 'before' | 'after') => `correction/${fileId}/${number}/${side}`;
export const explanationPlace = (deliveryId: string, findingMac: string) => `explanation/${deliveryId}/${findingMac}`;

/**
 * Keyed hash of a finding's key: names the finding without telling its values, follows it into a new file of the same unit.
 * The first is the one to store; the others are those of older keys.
 */
export const findingMacs = (keys: KeyRing, organisationId: string, key: string): readonly string[] =>
  keys.keyIds.map((keyId) => keys.mac('match', `${organisationId}\u001f${key}`, keyId).toString('base64url'));
