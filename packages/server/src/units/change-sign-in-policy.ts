import { signOutOvertaken } from '../accounts/index.ts';
import { publish } from '../platform/live/index.ts';
import { unitOperation } from '../platform/operation.ts';
import { insist } from '../platform/problem.ts';
import { askerOf } from './asker.ts';
import { mayDecideSignIn } from './policy.ts';
import { peopleOfOrganisation, signInPolicyOf } from './reader.ts';
import { saveSignInPolicy } from './writer.ts';

/** Decides how the people of the unit's organisation may sign in. Who is inside by another way is signed out at once, whoever it is. */
export const changeSignInPolicy = unitOperation('changeSignInPolicy', {
  stepUp: 'any',
  audit: ({ provider, requiresPasskey }, { signedOut }, { unit }) => [
    'organisation.sign-in-changed',
    unit.organisationId,
    { provider, requiresPasskey, signedOut },
  ],
  async run(call, { provider, requiresPasskey }) {
    const { db, unit, services } = call;
    insist(mayDecideSignIn(askerOf(call)), 'unit.not-allowed');
    const isKnown = provider === null || services.relyingParty.find(provider) !== undefined;
    // One that the operator has taken away since may stay as it is, and opens nothing.
    insist(isKnown || (await signInPolicyOf(db, unit))?.provider === provider, 'unit.provider-unknown');
    await saveSignInPolicy(db, unit, { provider, requiresPasskey });
    await publish(db, 'unit', unit);
    const people = await peopleOfOrganisation(db, unit);
    return { signedOut: await signOutOvertaken(call, people) };
  },
});
