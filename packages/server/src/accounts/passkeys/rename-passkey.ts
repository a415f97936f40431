import { personalOperation } from '../../platform/operation.ts';
import { insist } from '../../platform/problem.ts';
import { passkeysOf } from './reader.ts';
import { passkeyView } from './view.ts';
import { renamePasskeyRow } from './writer.ts';

/** Another name for one of one's own passkeys; somebody else's is not found. */
export const renamePasskey = personalOperation('renamePasskey', {
  stepUp: 'any',
  audit: (_input, { id }) => ['account.passkey-renamed', id],
  async run({ actor, db }, { passkey, name }) {
    insist(await renamePasskeyRow(db, actor.accountId, passkey, name), 'request.not-found');
    const renamed = (await passkeysOf(db, actor.accountId)).find((one) => one.passkeyId === passkey);
    insist(renamed, 'request.not-found');
    return passkeyView(renamed);
  },
});
