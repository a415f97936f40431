/** The door: who somebody is and how they get in. */
import type { Services } from '../context.ts';
import type { Page } from '../platform/http/index.ts';
import { aboutPages } from './about.page.ts';
import { addressPages } from './address.page.ts';
import { appCodePages } from './app-code.page.ts';
import { authenticatorPages } from './authenticator.page.ts';
import { changeMyProfile } from './change-my-profile.ts';
import { codePages } from './code.page.ts';
import { endMyOtherSessions, endMySession } from './end-my-sessions.ts';
import { listMySessions } from './list-my-sessions.ts';
import { noticePages } from './notice.page.ts';
import { passwordPages } from './password.page.ts';
import { signInPages } from './sign-in.page.ts';
import { dismissSignInWarning, showSignInWarning } from './sign-in-warning.ts';
import { signOutPages } from './sign-out.page.ts';
import { stepUp } from './step-up.ts';

export { normaliseAddress } from './address.ts';
export { deactivateAccount } from './deactivate-account.ts';
export { errorPage } from './error.page.ts';
export { forgetOldJourneys } from './forget-old-journeys.ts';
export { addFormerAccount } from './former-account.ts';
export { identify } from './identify.ts';
export { inviteAccount } from './invite-account.ts';
export { document as accountFrame } from './layout.page.ts';
export { collectingStaff, displayNamesOf } from './people.ts';
export { accountSummary, accountsByAddress } from './reader.ts';
export { spendElevation } from './writer.ts';

export const accountOperations = [
  changeMyProfile,
  stepUp,
  listMySessions,
  endMySession,
  endMyOtherSessions,
  showSignInWarning,
  dismissSignInWarning,
];

/** The account pages, in the order a person meets them. */
export const accountPages = (services: Services): Page[] => [
  ...signInPages(services),
  ...addressPages(services),
  ...codePages(services),
  ...authenticatorPages(services),
  ...appCodePages(services),
  ...passwordPages(services),
  ...noticePages(services),
  ...signOutPages(services),
  ...aboutPages(services),
];
