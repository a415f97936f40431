import { publish } from '../platform/live/index.ts';
import { unitOperation } from '../platform/operation.ts';
import { insist } from '../platform/problem.ts';
import { askerOf } from './asker.ts';
import { mayDecideSignIn } from './policy.ts';
import { signInPolicyOf } from './reader.ts';
import { saveSignInPolicy } from './writer.ts';

/** Decides how the people of the unit's organisation may sign in. It holds from the next sign-in. */
export const changeSignInPolicy = unitOperation('changeSignInPolicy', {
  stepUp: 'any',
  audit: ({ provider, requiresPasskey }, _output, { unit }) => [
    'organisation.sign-in-changed',
    unit.organisationId,
    { provider, requiresPasskey },
  ],
  async run(call, { provider, requiresPasskey }) {
    const { db, unit, services } = call;
    insist(mayDecideSignIn(askerOf(call)), 'unit.not-allowed');
    const isKnown = provider === null || services.relyingParty.find(provider) !== undefined;
    // One that the operator has taken away since may stay as it is, and opens nothing.
    insist(isKnown || (await signInPolicyOf(db, unit))?.provider === provider, 'unit.provider-unknown');
    await saveSignInPolicy(db, unit, { provider, requiresPasskey });
    await publish(db, 'unit', unit);
    return { done: true as const };
  },
});
