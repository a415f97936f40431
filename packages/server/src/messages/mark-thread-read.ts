import { unitOperation } from '../platform/operation.ts';
import { insist } from '../platform/problem.ts';
import { messageById, threadById } from './reader.ts';
import { sideOf } from './side.ts';
import { markRead } from './writer.ts';

/**
 * Notes that the person has seen a thread up to a message. It is the reader's own note: nobody else sees it, so neither the
 * audit log nor an open page hears of it.
 */
export const markThreadRead = unitOperation('markThreadRead', {
  async run(call, { thread: threadId, upTo }) {
    const { actor, db, unit } = call;
    insist(await threadById(db, unit, threadId, actor.accountId, sideOf(call)), 'request.not-found');
    const message = await messageById(db, unit, threadId, upTo);
    insist(message, 'request.not-found');
    await markRead(db, unit, threadId, actor.accountId, message.at);
    return { done: true as const };
  },
});
