export type { Letter } from './letter.ts';
export { mailSender, postLetter } from './outbox.ts';
