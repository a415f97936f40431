import { personalOperation } from '../platform/operation.ts';
import { insist } from '../platform/problem.ts';
import { saveProfile } from './writer.ts';

/** One's own name and telephone number; the address is another matter, since it is what one signs in with. */
export const changeMyProfile = personalOperation('changeMyProfile', {
  audit: (_input, { id }) => ['account.profile-changed', id],
  async run({ actor, db }, { name, phone }) {
    const saved = await saveProfile(db, actor.accountId, { name, phone });
    insist(saved, 'account.not-signed-in');
    return saved;
  },
});
