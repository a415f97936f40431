import { commandTexts as texts, fillGaps } from '@insamling/texts';
import { accountsByAddress, inviteAccount, normaliseAddress } from '../accounts/index.ts';
import { recordEvent } from '../platform/audit/index.ts';
import { tellOfAdministrator } from '../users/index.ts';
import type { Answer } from './answer.ts';
import { withServices } from './operator-services.ts';

/**
 * `insamling admin invite EMAIL`: the way in for the first administrator, and back in when none is left. Where there are others they are
 * told by letter, as of one that they have made themselves.
 */
export async function inviteAdministrator(email: string, name: string): Promise<Answer> {
  const address = normaliseAddress(email);
  if (!address) return { line: fillGaps(texts.notAnAddress, { 'e-post': email }), exit: 2 };
  const answer = await withServices(async (services) => {
    const { database, clock, keys, config } = services;
    const now = clock.now();
    const { status } = await database.transaction({}, async (db) => {
      const [before] = await accountsByAddress(db, [address]);
      const invited = await inviteAccount(db, services, now, { email: address, name, invitedBy: null, collectingRole: 'administrator' });
      await recordEvent(db, keys, now, {
        actor: 'system: operator',
        kind: 'account.invited',
        object: invited.accountId,
        outcome: 'done',
        details: { role: 'administrator', isNew: invited.isNew },
        origin: 'system',
      });
      if (before?.collectingRole !== 'administrator') await tellOfAdministrator({ db, now, services }, invited.accountId);
      return invited;
    });
    return status === 'invited'
      ? fillGaps(texts.invited, { 'e-post': address, dagar: config.limits.invitationDays })
      : fillGaps(texts.hasAccount, { 'e-post': address });
  });
  return answer === undefined ? { line: texts.noDatabase, exit: 1 } : { line: answer, exit: 0 };
}
