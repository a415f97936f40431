import { accountTexts } from '@insamling/texts';
import type { Services } from '../context.ts';
import { atLeast } from '../platform/at-least.ts';
import { safeReturnPath, type Page, type PageReply, type PageRequest } from '../platform/http/index.ts';
import { looksLikeAddress, normaliseAddress } from './address.ts';
import { countedUnder } from './sessions/device.ts';
import { transition } from './journey.ts';
import type { PageFault } from './layout.page.ts';
import { hashPassword, isOutdated, verifyPassword } from './password-hash.ts';
import { longestPassword } from './password-policy.ts';
import { accountByAddress, pauseOf } from './reader.ts';
import { sessionOf } from './sessions/session.ts';
import { showSignIn } from './sign-in-form.page.ts';
import { isStrange, warnOfPassword } from './sessions/sign-in-warning.ts';
import { factsOf, pathOf, record, stageLife } from './steps.ts';
import { hashOf, journeyCookie, newToken, sessionCookie } from './token.ts';
import { endSession } from './sessions/writer.ts';
import { endJourney, forgetPasswordTries, insertJourney, rehashPassword, reservePasswordTry } from './writer.ts';

const { signIn } = accountTexts;

/** E-mail and password; the app's code follows on a page of its own. */
export const signInPages = (services: Services): Page[] => [
  { method: 'GET', path: '/logga-in', handle: (request) => open(services, request) },
  { method: 'POST', path: '/logga-in', handle: (request) => refuseInTime(services, request) },
];

async function open({ config, database }: Services, request: PageRequest): Promise<PageReply> {
  const returnPath = safeReturnPath(request.query['retur']);
  const session = await database.transaction({}, (db) => sessionOf(db, config, request.cookies, request.now));
  if (session.is === 'open') return { redirect: returnPath ?? '/' };
  if (session.is === 'stale-notice') return { redirect: `${pathOf.notice}${returnPath ? `?retur=${encodeURIComponent(returnPath)}` : ''}` };
  const notice = session.is === 'timed-out' ? { notice: signIn.timedOut(config.limits.sessionIdleMinutes) } : {};
  return showSignIn(config, request, { ...notice, returnPath: returnPath ?? '' });
}

/** A refusal takes as long whoever's the address is; who is let in does not wait. */
async function refuseInTime(services: Services, request: PageRequest): Promise<PageReply> {
  const begun = performance.now();
  const reply = await giveCredentials(services, request);
  if (reply.redirect === undefined)
    await atLeast(services.config.limits.answerFloorMs - (performance.now() - begun), async () => undefined);
  return reply;
}

async function giveCredentials(services: Services, request: PageRequest): Promise<PageReply> {
  const { config, database, keys } = services;
  const { epost: email = '', losenord: password = '', retur: returnPath = '' } = request.form;
  const refuse = (...faults: PageFault[]) => showSignIn(config, request, { email, faults, returnPath });

  const emailFault = email.trim() === '' ? signIn.emailMissing : looksLikeAddress(email) ? undefined : signIn.emailShape;
  const faults = [
    ...(emailFault ? [{ field: 'epost', text: emailFault }] : []),
    ...(password === '' ? [{ field: 'losenord', text: signIn.passwordMissing }] : []),
  ];
  if (faults.length > 0) return refuse(...faults);

  const address = normaliseAddress(email);
  const limits = { most: config.limits.passwordFailuresInRow, pauseMinutes: config.limits.lockMinutes };
  const counted = await countedUnder(database.reader, keys, request.cookies, address ?? email);
  const [mayTry, account] = await database.transaction({ mayBeLost: true, isOneBreath: true }, (db) =>
    Promise.all([reservePasswordTry(db, counted, request.now, limits), address ? accountByAddress(db, address) : undefined]),
  );
  if (!mayTry) {
    const until = await database.transaction({}, async (db) => {
      await record(
        { db, services, request, account },
        { kind: 'account.sign-in-refused', outcome: 'refused', details: { because: 'paused' } },
      );
      return pauseOf(db, counted);
    });
    return refuse({
      field: null,
      text: signIn.paused(Math.max(1, Math.ceil(((until ?? request.now).getTime() - request.now.getTime()) / 60_000))),
    });
  }

  // The same work whether anybody has the address or not, and whether the account is finished or not.
  const stored = account?.status === 'active' ? account.password : null;
  const isRight = (await verifyPassword(stored, password.slice(0, longestPassword))) && password.length <= longestPassword;
  const next = transition(null, { type: 'credentials-given', isRight }, factsOf(account, config.noticeVersion));
  const better = next && stored && isOutdated(stored) ? await hashPassword(password) : undefined;

  // Nobody is in by a right password alone: what a power cut takes of it is begun anew, and the sign-in it leads to waits for the disk.
  return database.transaction({ mayBeLost: isRight }, async (db) => {
    if (!next || !account || next.stage === 'app') {
      await record({ db, services, request, account }, { kind: 'account.sign-in-failed', outcome: 'failed', details: { at: 'password' } });
      return refuse({ field: null, text: signIn.wrong });
    }
    if (better && stored) await rehashPassword(db, account.accountId, stored, better);
    const brought = request.cookies[journeyCookie];
    if (brought) await endJourney(db, hashOf(brought));
    // Whoever was signed in at this browser is not any more, on the server either.
    const session = request.cookies[sessionCookie];
    if (session) await endSession(db, hashOf(session));
    const token = newToken();
    const isFromStrange = await isStrange({ db, request }, account.email);
    await Promise.all([
      forgetPasswordTries(db, counted),
      insertJourney(db, {
        tokenHash: token.hash,
        kind: 'sign-in',
        stage: next.stage,
        address: account.email,
        accountId: account.accountId,
        returnPath: safeReturnPath(returnPath) ?? null,
        at: request.now,
        expiresAt: new Date(request.now.getTime() + stageLife),
      }),
      isFromStrange && warnOfPassword(db, account.accountId, request.now),
      record({ db, services, request, account }, { kind: 'account.password-accepted', outcome: 'done' }),
    ]);
    return {
      redirect: pathOf[next.stage],
      cookies: [
        { name: journeyCookie, value: token.value },
        { name: sessionCookie, value: null },
      ],
    };
  });
}
