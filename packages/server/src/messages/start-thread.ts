import { currentDeliveryOf } from '../deliveries/index.ts';
import { unitOperation, type UnitCall } from '../platform/operation.ts';
import { insistNoPersonalNumber } from '../platform/personal-number.ts';
import { insist } from '../platform/problem.ts';
import { messageViews } from './message-views.ts';
import { messagesOf, threadById } from './reader.ts';
import { insistMayWrite, sideOf } from './side.ts';
import { threadView } from './thread.ts';
import { writeMessage } from './write-message.ts';
import { insertThread } from './writer.ts';

/** Starts a thread between a unit and the collecting side; the client's request id is the id of the thread and its first message. */
export const startThread = unitOperation('startThread', {
  audit: ({ rule }, { id, messages }, { now }) => (messages[0]?.at === now.toISOString() ? ['message.thread-started', id, { rule }] : null),
  async run(call, { subject, text, rule, requestId }) {
    const { actor, db, unit } = call;
    insistMayWrite(call);
    insistNoPersonalNumber([subject, text], 'message.holds-personal-number');
    insist(rule === null || /^[A-Z]{1,4}[0-9]{0,3}-[0-9]{1,3}$/.test(rule), 'request.invalid', { field: 'rule' });
    const delivery = rule === null ? undefined : await currentDeliveryOf(db, unit, call.today);
    await startThreadFrom(call, {
      id: requestId,
      subject,
      text,
      rule: delivery ? rule : null,
      deliveryId: delivery?.id ?? null,
      isTold: false,
    });
    const thread = await threadById(db, unit, requestId, actor.accountId, sideOf(call));
    insist(thread?.startedBy === actor.accountId, 'request.invalid', { field: 'requestId' });
    const messages = await messagesOf(db, unit, requestId);
    return { ...threadView(thread), messages: await messageViews(db, messages, actor.accountId) };
  },
});

/** What a new thread holds; `isTold` when the other side hears of it in a letter of the caller's. */
export interface NewThread {
  readonly id: string;
  readonly subject: string;
  readonly text: string;
  readonly deliveryId: string | null;
  readonly rule: string | null;
  readonly isTold: boolean;
}

/** Starts a thread as part of something else, such as returning a delivery. @throws Problem when the text holds a personal number */
export async function startThreadFrom(call: UnitCall, { id, subject, text, deliveryId, rule, isTold }: NewThread): Promise<void> {
  const { actor, db, now, unit } = call;
  insistNoPersonalNumber([subject, text], 'message.holds-personal-number');
  const isNew = await insertThread(db, unit, {
    id,
    subject,
    deliveryId,
    rule,
    startedBy: actor.accountId,
    startedAt: now,
    side: sideOf(call),
  });
  if (isNew) await writeMessage(call, id, { id, text }, { isTold });
}
