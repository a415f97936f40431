import { personalOperation } from '../../platform/operation.ts';
import { insist } from '../../platform/problem.ts';
import { accountById } from '../reader.ts';
import { addingIn } from './challenge.ts';
import { passkeyCreation } from './create-passkey.ts';

/** What the browser is to make a new passkey by. */
export const beginPasskey = personalOperation('beginPasskey', {
  stepUp: 'any',
  async run({ actor, db, services, now }) {
    const account = await accountById(db, actor.accountId);
    insist(account, 'account.not-signed-in');
    return passkeyCreation(db, services, account, addingIn(actor.sessionId), now);
  },
});
