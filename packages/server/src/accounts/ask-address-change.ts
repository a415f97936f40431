import { randomUUID } from 'node:crypto';
import { postLetter } from '../platform/mail/index.ts';
import { personalOperation } from '../platform/operation.ts';
import { insist } from '../platform/problem.ts';
import { addressMac } from './address-mac.ts';
import { normaliseAddress } from './address.ts';
import { codeLetter } from './code.mail.ts';
import { addressCodeMac } from './confirm-address-change.ts';
import { accountByAddress, accountById } from './reader.ts';
import { newCode } from './token.ts';
import { claimCodeMail, saveAddressChange } from './writer.ts';

/**
 * Begins to change the address one signs in with: a code goes to the new one. Of an address that somebody has, the same is
 * answered and no code is sent, so that nobody can find out who is here.
 */
export const askAddressChange = personalOperation('askAddressChange', {
  stepUp: 'any',
  audit: (_input, _output, { actor }) => ['account.address-change-asked', actor.accountId],
  async run({ actor, db, now, services }, { email }) {
    const { config, keys } = services;
    const address = normaliseAddress(email);
    const own = (await accountById(db, actor.accountId))?.email;
    insist(address && address !== own, 'account.address-invalid');
    const isTaken = (await accountByAddress(db, address)) !== undefined;
    const limits = { quarter: config.limits.codeMailsPer15Minutes, day: config.limits.codeMailsPerDay };
    // Counted for who asks as well as for the address: nobody's mailbox is filled, and nobody fills many.
    const byAsker = await claimCodeMail(db, addressMac(keys, `change ${actor.accountId}`), randomUUID(), now, limits);
    const mayMail = byAsker && (await claimCodeMail(db, addressMac(keys, address), randomUUID(), now, limits));
    const code = newCode();
    await saveAddressChange(db, actor.accountId, {
      address,
      codeMac: addressCodeMac(keys, keys.currentKeyId, actor.accountId, address, code),
      codeKeyId: keys.currentKeyId,
      expiresAt: new Date(now.getTime() + config.limits.codeMinutes * 60_000),
    });
    await postLetter(db, services, now, 'code', mayMail && !isTaken ? address : null, codeLetter(config, address, code));
    return { minutes: config.limits.codeMinutes };
  },
});
