/** The door: who somebody is and how they get in. */
import type { Services } from '../context.ts';
import type { Page } from '../platform/http/index.ts';
import { aboutPages } from './about.page.ts';
import { addressPages } from './address.page.ts';
import { appCodePages } from './app-code.page.ts';
import { askAddressChange } from './ask-address-change.ts';
import { authenticatorPages } from './authenticator.page.ts';
import { changeAppPages } from './change-app.page.ts';
import { changeMyProfile } from './change-my-profile.ts';
import { changePasswordPages } from './change-password.page.ts';
import { codePages } from './code.page.ts';
import { endMyOtherSessions, endMySession } from './sessions/end-my-sessions.ts';
import { listMySessions } from './sessions/list-my-sessions.ts';
import { confirmAddressChange } from './confirm-address-change.ts';
import { confirmPages } from './confirm.page.ts';
import { noticePages } from './notice.page.ts';
import { addPasskeyPages } from './passkeys/add-passkey.page.ts';
import { addPasskey } from './passkeys/add-passkey.ts';
import { beginPasskey } from './passkeys/begin-passkey.ts';
import { removePasskey } from './passkeys/remove-passkey.ts';
import { renamePasskey } from './passkeys/rename-passkey.ts';
import { passkeyAfterPasswordPages } from './passkeys/second-factor.page.ts';
import { passkeySignInPages } from './passkeys/sign-in.page.ts';
import { suggestionPages } from './passkeys/suggestion.page.ts';
import { askForPasskey, stepUpWithPasskey } from './passkeys/step-up-with-passkey.ts';
import { providerOperations, providerPages } from './providers/index.ts';
import { passwordPages } from './password.page.ts';
import { recoveryCodePages } from './recovery/codes.page.ts';
import { confirmByRecoveryPages } from './recovery/confirm.page.ts';
import { declineRecoveryCodes } from './recovery/decline-recovery-codes.ts';
import { recoverySignInPages } from './recovery/sign-in.page.ts';
import { showMyFactors } from './show-my-factors.ts';
import { securityPages } from './security.page.ts';
import { signInPages } from './sign-in.page.ts';
import { dismissSignInWarning, showSignInWarning } from './sessions/sign-in-warning.ts';
import { signOutPages } from './sign-out.page.ts';
import { stepUp } from './step-up.ts';

export { providerLinksUnderOtherKeys, rewrapProviderLinks } from './providers/rewrap-links.ts';
export { normaliseAddress } from './address.ts';
export { deactivateAccount } from './deactivate-account.ts';
export { endAccount } from './end-account.ts';
export { errorPage } from './error.page.ts';
export { deviceDays } from './sessions/device.ts';
export { addFormerAccount } from './former-account.ts';
export { identify } from './identify.ts';
export { inviteAccount } from './invite-account.ts';
export { document as accountFrame } from './layout.page.ts';
export { collectingStaff, displayNamesOf } from './people.ts';
export {
  accountFacts,
  accountSummary,
  acknowledgementsOf,
  deviceFactsOf,
  passkeyFactsOf,
  providerFactsOf,
  recoveryCodeFactsOf,
  namesByPseudonym,
  sessionFactsOf,
  accountsByAddress,
  accountsWithoutRole,
  invitationsLeft,
  lockAccount,
  lockAccounts,
} from './reader.ts';
export type { StandingAccount } from './reader.ts';
export { resendInvitation } from './resend-invitation.ts';
export { resetSecondFactor } from './reset-second-factor.ts';
export { signOutOvertaken } from './sessions/sign-out-overtaken.ts';
export { withdrawInvitation } from './withdraw-invitation.ts';
export { endSessionsOf, spendElevation } from './sessions/writer.ts';
export { noteWithoutRole, saveCollectingRole, unblockAccount } from './writer.ts';
export { devicesNotSeen, sessionsThatEnded, stepsThatRanOut, triesOfAddresses } from './sweeps.ts';
export { accountSealedColumns, codesUnderOtherKeys } from './sealed-columns.ts';

export const accountOperations = [
  changeMyProfile,
  askAddressChange,
  confirmAddressChange,
  stepUp,
  listMySessions,
  endMySession,
  endMyOtherSessions,
  showSignInWarning,
  dismissSignInWarning,
  showMyFactors,
  declineRecoveryCodes,
  beginPasskey,
  addPasskey,
  renamePasskey,
  removePasskey,
  askForPasskey,
  stepUpWithPasskey,
  ...providerOperations,
];

/** The account pages, in the order a person meets them. */
export const accountPages = (services: Services): Page[] => [
  ...signInPages(services),
  ...providerPages(services),
  ...addressPages(services),
  ...codePages(services),
  ...authenticatorPages(services),
  ...appCodePages(services),
  ...passwordPages(services),
  ...noticePages(services),
  ...passkeySignInPages(services),
  ...suggestionPages(services),
  ...passkeyAfterPasswordPages(services),
  ...recoverySignInPages(services),
  ...addPasskeyPages(services),
  ...confirmPages(services),
  ...confirmByRecoveryPages(services),
  ...recoveryCodePages(services),
  ...changePasswordPages(services),
  ...changeAppPages(services),
  ...signOutPages(services),
  ...aboutPages(services),
  ...securityPages(services),
];
