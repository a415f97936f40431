import { unitOperation } from '../platform/operation.ts';
import { insist } from '../platform/problem.ts';
import { messageViews } from './message-views.ts';
import { messagesOf, threadById } from './reader.ts';
import { sideOf } from './side.ts';
import { threadView } from './thread.ts';

/** A thread with its messages in the order they came. Showing it is not reading it: the page says so when it has been seen. */
export const showThread = unitOperation('showThread', {
  async run(call, { thread: threadId }) {
    const { actor, db, unit } = call;
    const thread = await threadById(db, unit, threadId, actor.accountId, sideOf(call));
    insist(thread, 'request.not-found');
    const messages = await messagesOf(db, unit, threadId);
    return { ...threadView(thread), messages: await messageViews(db, messages, actor.accountId) };
  },
});
