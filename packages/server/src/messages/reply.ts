import { unitOperation } from '../platform/operation.ts';
import { insistNoPersonalNumber } from '../platform/personal-number.ts';
import { insist } from '../platform/problem.ts';
import { messageViews } from './message-views.ts';
import { threadById } from './reader.ts';
import { insistMayWrite, sideOf } from './side.ts';
import { writeMessage } from './write-message.ts';

/** Writes a message in a thread; the same request again writes nothing more. */
export const reply = unitOperation('reply', {
  audit: ({ thread }, { id, at }, { now }) => (at === now.toISOString() ? ['message.sent', id, { thread }] : null),
  async run(call, { thread: threadId, text, requestId }) {
    const { actor, db, unit } = call;
    insist(await threadById(db, unit, threadId, actor.accountId, sideOf(call)), 'request.not-found');
    insistMayWrite(call);
    insistNoPersonalNumber([text], 'message.holds-personal-number');
    const written = await writeMessage(call, threadId, { id: requestId, text }, { isTold: false });
    return (await messageViews(db, [written], actor.accountId))[0]!;
  },
});
