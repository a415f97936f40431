/** The door: every Swedish word the portal itself says. */
export { deviceInWords, sessionTexts, signInWarningTexts } from './sv/devices.ts';
export type { DeviceNames } from './sv/devices.ts';
export { securityLetterWords } from './sv/security-mail.ts';
export type { SecurityEvent } from './sv/security-mail.ts';
export { dayInShort, dayInWords, dayOf, instantInShort, instantInWords, timeOf } from './sv/dates.ts';
export { fillGaps } from './sv/gaps.ts';
export type { Gaps } from './sv/gaps.ts';
export { checksumAloud } from './sv/checksum.ts';
export { count, counted } from './sv/numbers.ts';
export { problemText, problemTexts } from './sv/problems.ts';
export { periodNotices } from './sv/period-notices.ts';
export { noticeLetters, verdictTexts } from './sv/mail-notices.ts';
export { accountTexts } from './sv/accounts.ts';
export type { TextVariant } from './sv/accounts.ts';
export { accountLetters } from './sv/mail.ts';
export { deliveryTexts } from './sv/deliveries.ts';
export { factorTexts } from './sv/factors.ts';
export { auditTexts, eventDetailInWords, eventDetails, eventDetailValues, eventKinds, eventObjects } from './sv/audit.ts';
export { extensionTexts } from './sv/extensions.ts';
export { federationLetters, federationTexts } from './sv/federation.ts';
export { messageTexts } from './sv/messages.ts';
export { periodInWords, periodTexts } from './sv/periods.ts';
export { reviewTexts } from './sv/review.ts';
export { securityTexts } from './sv/security.ts';
export { securityPolicyTexts } from './sv/security-policy.ts';
export { shellTexts } from './sv/shell.ts';
export { unitTexts } from './sv/units.ts';
export { privacyTexts } from './sv/privacy.ts';
export { recordLayoutTexts } from './sv/record-layout.ts';
export { registerTexts } from './sv/register.ts';
export { retentionTexts } from './sv/retention.ts';
export { stepUpTexts } from './sv/step-up.ts';
export { startTexts } from './sv/start.ts';
export {
  checkEditionTexts,
  cliTexts,
  correctionsTexts,
  definitionTexts,
  factsTexts,
  lastYearTexts,
  measureTexts,
  receiptCommandTexts,
  validateTexts,
} from './sv/cli.ts';
export { commandTexts, keptUnderKeys } from './sv/commands.ts';
export { generateTexts } from './sv/generate.ts';
export { proposalTexts, remedyTexts, type KnownOfField } from './sv/proposals.ts';
export { questionTexts } from './sv/questions.ts';
export { togetherTexts } from './sv/together.ts';
export { encodingSentence, foreignSentence, readingSentences, refusedSentence } from './sv/reading.ts';
export { receiptLetter, receiptTexts } from './sv/receipt.ts';
export { demonstrationTexts } from './sv/demonstration.ts';
export { abilityTexts, userTexts } from './sv/users.ts';
export { userLetters } from './sv/mail-users.ts';
