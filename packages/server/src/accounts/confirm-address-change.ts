import { brokenConstraint } from '../platform/db/index.ts';
import type { KeyRing } from '../platform/keys.ts';
import { sameBytes } from '../platform/keys.ts';
import { personalOperation } from '../platform/operation.ts';
import { insist, Problem } from '../platform/problem.ts';
import { tellOwner } from './tell-owner.ts';
import { digitsOf } from './token.ts';
import { endAddressChange, endJourneysOf, saveAddress, spendAddressTry } from './writer.ts';

/** What is kept of the code: keyed, and bound to the account and the address it was sent to. */
export const addressCodeMac = (keys: KeyRing, keyId: string, accountId: string, address: string, code: string): Buffer =>
  keys.mac('code', `address change ${accountId} ${address} ${code}`, keyId);

/**
 * The code that came to the new address makes it the person's own. A wrong code is an answer and no refusal, since it must stay
 * counted. The old and the new address are told.
 */
export const confirmAddressChange = personalOperation('confirmAddressChange', {
  audit: (_input, { outcome }, { actor }) =>
    outcome === 'changed' ? ['account.address-changed', actor.accountId] : ['account.address-code-failed', actor.accountId, { outcome }],
  async run({ actor, db, now, services }, { code }) {
    const { config, keys } = services;
    const { accountId } = actor;
    const change = await spendAddressTry(db, accountId, now, config.limits.codeTries);
    if (!change) return { outcome: 'expired' as const };
    const digits = digitsOf(code);
    if (!digits || !sameBytes(addressCodeMac(keys, change.codeKeyId, accountId, change.address, digits), change.codeMac))
      return { outcome: 'wrong' as const };
    await tellOwner({ db, services, now }, accountId, 'email-changed');
    const isSaved = await saveAddress(db, accountId, change.address).catch((error: unknown) => {
      throw brokenConstraint(error) ? new Problem('account.address-taken-meanwhile') : error;
    });
    insist(isSaved, 'account.not-signed-in');
    await endAddressChange(db, accountId);
    await endJourneysOf(db, accountId);
    await tellOwner({ db, services, now }, accountId, 'email-changed');
    return { outcome: 'changed' as const };
  },
});
