import { collectingOperation } from '../platform/operation.ts';
import { everyThread } from './reader.ts';
import { threadView } from './thread.ts';

/** Every unit's threads, the one last written in first; on demand only those in which the respondent wrote last. */
export const listAllThreads = collectingOperation('listAllThreads', 'reader', {
  run: async ({ actor, db }, { unanswered }) => (await everyThread(db, actor.accountId, unanswered)).map(threadView),
});
