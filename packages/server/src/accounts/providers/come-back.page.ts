import type { Services } from '../../context.ts';
import { recordEvent } from '../../platform/audit/index.ts';
import type { Page, PageReply, PageRequest } from '../../platform/http/index.ts';
import { ProviderFault } from '../../platform/oidc/index.ts';
import { Problem } from '../../platform/problem.ts';
import { showOutOfStep } from '../out-of-step.page.ts';
import { hashOf, journeyCookie } from '../token.ts';
import { leaveWith, type Arrival } from './arrival.ts';
import { confirmAtProvider } from './confirm.ts';
import { enterByProvider } from './enter.ts';
import { keepLink } from './keep-link.ts';
import { answerAddress, providerPaths, type Outcome } from './paths.ts';
import { departureOf } from './visit.ts';
import { takeVisit } from './writer.ts';

/** Where a provider sends the browser back to, with an answer that is good for one visit of this browser. */
export const comeBackPages = (services: Services): Page[] => [
  { method: 'GET', path: providerPaths.answer, handle: (request) => comeBack(services, request) },
];

async function comeBack(services: Services, request: PageRequest): Promise<PageReply> {
  const { config, database, relyingParty } = services;
  const provider = relyingParty.find(request.params['leverantor']);
  if (!provider) throw new Problem('request.not-found');
  const tokenHash = hashOf(request.cookies[journeyCookie] ?? '');
  // The visit is over before anybody outside is asked: of twenty answers that come at once, one is looked at.
  const visit = await database.transaction({}, (db) =>
    takeVisit(db, tokenHash, provider.id, hashOf(request.query['state'] ?? ''), request.now),
  );
  if (!visit) return showOutOfStep(config, undefined);
  try {
    const visiting = {
      redirectUri: answerAddress(config, provider.id),
      isStepUp: visit.purpose === 'step-up',
      secondsAgo: (request.now.getTime() - visit.createdAt.getTime()) / 1000,
    };
    const subject = await relyingParty.subjectOf(provider, visiting, departureOf(services, tokenHash, visit), request.query);
    const arrival = { services, request, provider, visit, subject };
    if (visit.purpose === 'sign-in') return await enterByProvider(arrival);
    return visit.purpose === 'link' ? await keepLink(arrival) : await confirmAtProvider(arrival);
  } catch (error) {
    if (!(error instanceof ProviderFault)) throw error;
    return turnedBack(services, request, { provider, visit }, error);
  }
}

const whenRefused = { 'sign-in': 'nekat', link: 'ej-kopplat', 'step-up': 'ej-bekraftat' } as const satisfies Record<string, Outcome>;

async function turnedBack(
  services: Services,
  { now, origin }: PageRequest,
  { provider, visit }: Pick<Arrival, 'provider' | 'visit'>,
  { is, because }: ProviderFault,
): Promise<PageReply> {
  services.log.warn({ provider: provider.id, because }, 'a sign-in at a provider came to nothing');
  await services.database.transaction({}, (db) =>
    recordEvent(db, services.keys, now, {
      actor: 'unknown',
      object: visit.accountId ?? 'unknown',
      kind: 'account.provider-failed',
      outcome: 'failed',
      details: { provider: provider.id, purpose: visit.purpose, because },
      origin,
    }),
  );
  return leaveWith(provider, is === 'away' ? 'svarar-inte' : is === 'cancelled' ? 'avbrutet' : whenRefused[visit.purpose]);
}
