import type { KeyRing } from '../platform/keys.ts';

/** What an address is counted under, whether anybody has it or not: keyed, so that the count names nobody. */
export const addressMac = (keys: KeyRing, address: string, keyId = keys.currentKeyId): Buffer =>
  keys.mac('code', `address ${address.trim().toLowerCase()}`, keyId);
