import { personalOperation } from '../../platform/operation.ts';
import { insist } from '../../platform/problem.ts';
import { tellOwner } from '../tell-owner.ts';
import { lockPasskeysOf, passkeysOf, requiresPasskey } from './reader.ts';
import { deletePasskey } from './writer.ts';

/** Removes one of one's own passkeys; the person is told by mail. The last one stays while an organisation asks for one. */
export const removePasskey = personalOperation('removePasskey', {
  stepUp: 'any',
  audit: ({ passkey }) => ['account.passkey-removed', passkey],
  async run({ actor, db, services, now }, { passkey }) {
    await lockPasskeysOf(db, actor.accountId);
    insist(await deletePasskey(db, actor.accountId, passkey), 'request.not-found');
    const isLast = (await passkeysOf(db, actor.accountId)).length === 0;
    insist(!isLast || !(await requiresPasskey(db, actor.accountId)), 'account.passkey-needed');
    await tellOwner({ db, services, now }, actor.accountId, 'passkey-removed');
    return { done: true as const };
  },
});
