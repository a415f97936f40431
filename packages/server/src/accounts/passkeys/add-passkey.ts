import { personalOperation } from '../../platform/operation.ts';
import { insist } from '../../platform/problem.ts';
import { tellOwner } from '../tell-owner.ts';
import { addingIn } from './challenge.ts';
import { createPasskey } from './create-passkey.ts';
import { passkeyView } from './view.ts';

/** A new passkey of the signed-in person's, who is told of it by mail. */
export const addPasskey = personalOperation('addPasskey', {
  stepUp: 'any',
  audit: (_input, { id }) => ['account.passkey-added', id],
  async run({ actor, db, services, now }, input) {
    const passkey = await createPasskey(db, services, actor.accountId, addingIn(actor.sessionId), input, now);
    insist(passkey, 'account.passkey-refused');
    await tellOwner({ db, services, now }, actor.accountId, 'passkey-added');
    return passkeyView(passkey);
  },
});
