import { z } from 'zod';
import { done, id, instant, unitCode, unitParams, writtenText } from './common.schemas.ts';

export const threadSummary = z.strictObject({
  id,
  unit: unitCode,
  unitName: z.string(),
  subject: z.string(),
  /** Where in the delivery the thread belongs, when it does. */
  rule: z.string().nullable(),
  deliveryId: id.nullable(),
  lastText: z.string(),
  lastAt: instant,
  /** Side that wrote last: the other one owes an answer. */
  lastSide: z.enum(['respondent', 'collecting']),
  unread: z.number().int(),
});

export const message = z.strictObject({
  id,
  side: z.enum(['respondent', 'collecting']),
  author: z.string(),
  isMine: z.boolean(),
  text: z.string(),
  at: instant,
});

export const thread = threadSummary.extend({ messages: z.array(message) });

const text = writtenText.min(1).max(5000);

export const messagesSchemas = {
  listThreads: { params: unitParams, response: z.array(threadSummary) },
  showThread: { params: unitParams.extend({ thread: id }), response: thread },
  startThread: {
    params: unitParams,
    body: z.strictObject({
      subject: writtenText.min(1).max(150),
      text,
      rule: z.string().max(20).nullable().default(null),
      requestId: id,
    }),
    response: thread,
  },
  reply: { params: unitParams.extend({ thread: id }), body: z.strictObject({ text, requestId: id }), response: message },
  markThreadRead: { params: unitParams.extend({ thread: id }), body: z.strictObject({ upTo: id }), response: done },
  listAllThreads: { query: z.strictObject({ unanswered: z.stringbool().default(false) }), response: z.array(threadSummary) },
} as const;
