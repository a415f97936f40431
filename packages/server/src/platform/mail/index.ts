export type { Letter } from './letter.ts';
export { mailSender, outboxSealedColumn, postLetter } from './outbox.ts';
export { countLettersBefore, forgetLettersBefore, forgetLettersTo } from './recipient.ts';
