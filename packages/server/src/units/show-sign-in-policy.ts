import { unitOperation } from '../platform/operation.ts';
import { insist } from '../platform/problem.ts';
import { askerOf } from './asker.ts';
import { mayDecideSignIn } from './policy.ts';
import { organisationName, peopleOfOrganisation, signInPolicyOf } from './reader.ts';

/** How the people of the unit's organisation may sign in, beside what holds for everybody. */
export const showSignInPolicy = unitOperation('showSignInPolicy', {
  async run(call) {
    const { actor, db, unit, services } = call;
    insist(mayDecideSignIn(askerOf(call)), 'unit.not-allowed');
    const policy = await signInPolicyOf(db, unit);
    return {
      organisation: await organisationName(db, unit),
      provider: policy?.provider ?? null,
      requiresPasskey: policy?.requiresPasskey ?? false,
      concernsYou: (await peopleOfOrganisation(db, unit)).includes(actor.accountId),
      providers: services.relyingParty.providers.map(({ id, name }) => ({ id, name })),
    };
  },
});
