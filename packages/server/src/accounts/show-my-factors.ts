import { personalOperation } from '../platform/operation.ts';
import { passkeysOf, requiresPasskey } from './passkeys/reader.ts';
import { passkeyView } from './passkeys/view.ts';
import { codesInASet } from './recovery/recovery-code.ts';
import { recoveryStateOf } from './recovery/reader.ts';

/** How the signed-in person gets in beside password and app. */
export const showMyFactors = personalOperation('showMyFactors', {
  async run({ actor, db }) {
    const { left, made, madeAt, declinedAt } = await recoveryStateOf(db, actor.accountId);
    return {
      passkeys: (await passkeysOf(db, actor.accountId)).map(passkeyView),
      requiresPasskey: await requiresPasskey(db, actor.accountId),
      recoveryCodes: { left, of: codesInASet, madeAt: madeAt?.toISOString() ?? null },
      offersRecoveryCodes: made === 0 && declinedAt === null,
    };
  },
});
