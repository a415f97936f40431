/** The door: every Swedish word the portal itself says. */
export { dayInShort, dayInWords, dayOf, instantInShort, instantInWords, timeOf } from './sv/dates.ts';
export { fillGaps } from './sv/gaps.ts';
export type { Gaps } from './sv/gaps.ts';
export { count, counted } from './sv/numbers.ts';
export { problemText, problemTexts } from './sv/problems.ts';
export { periodNotices } from './sv/period-notices.ts';
export { noticeLetters, verdictTexts } from './sv/mail-notices.ts';
export { deliveryTexts } from './sv/deliveries.ts';
export { extensionTexts } from './sv/extensions.ts';
export { messageTexts } from './sv/messages.ts';
export { periodTexts } from './sv/periods.ts';
export { reviewTexts } from './sv/review.ts';
export { shellTexts } from './sv/shell.ts';
export { unitTexts } from './sv/units.ts';
export { startTexts } from './sv/start.ts';
export { generateTexts } from './sv/generate.ts';
