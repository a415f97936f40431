import type { SignInProvider } from '../../config.ts';
import type { Services } from '../../context.ts';
import type { PageReply, PageRequest } from '../../platform/http/index.ts';
import { journeyCookie } from '../token.ts';
import { outcomePath, type Outcome } from './paths.ts';
import { subjectAtRest } from './subject.ts';
import type { TakenVisit } from './writer.ts';

/** What a visit comes to, once the provider has said who it is. */
export interface Arrival {
  readonly services: Services;
  readonly request: PageRequest;
  readonly provider: SignInProvider;
  readonly visit: TakenVisit;
  readonly subject: string;
}

/** To a page that tells the outcome, at an address with nothing of the answer in it. */
export const leaveWith = (provider: SignInProvider, outcome: Outcome): PageReply => ({
  redirect: outcomePath(provider.id, outcome),
  cookies: [{ name: journeyCookie, value: null }],
});

/** The link between the subject that has arrived and an account, as it is kept. */
export const linkOf = ({ services, provider: { id, issuer }, subject }: Arrival, accountId: string) => ({
  accountId,
  provider: id,
  issuer,
  subject: subjectAtRest(services.keys, accountId, issuer, subject),
});
