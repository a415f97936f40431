/** The door: every Swedish word the portal itself says. */
export { dayInShort, dayInWords, dayOf, instantInShort, instantInWords, timeOf } from './sv/dates.ts';
export { fillGaps } from './sv/gaps.ts';
export type { Gaps } from './sv/gaps.ts';
export { count, counted } from './sv/numbers.ts';
export { problemText, problemTexts } from './sv/problems.ts';
