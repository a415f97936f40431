import type { z } from 'zod';
import type { Endpoints } from './endpoint.ts';
import type * as schemas from './messages.schemas.ts';

export const messages = {
  listThreads: { method: 'GET', path: '/api/e/:unit/threads', summary: 'Enhetens meddelandetrådar' },
  showThread: { method: 'GET', path: '/api/e/:unit/threads/:thread', summary: 'En tråd med sina meddelanden' },
  startThread: { method: 'POST', path: '/api/e/:unit/threads', summary: 'Börja en ny tråd' },
  reply: { method: 'POST', path: '/api/e/:unit/threads/:thread/messages', summary: 'Svara i en tråd' },
  markThreadRead: { method: 'POST', path: '/api/e/:unit/threads/:thread/read', summary: 'Märk en tråd som läst' },
  listAllThreads: { method: 'GET', path: '/api/collecting/threads', summary: 'Alla enheters trådar' },
} as const satisfies Endpoints;

export type ThreadSummary = z.infer<typeof schemas.threadSummary>;
export type Thread = z.infer<typeof schemas.thread>;
export type Message = z.infer<typeof schemas.message>;

export const messageProblems = {
  'message.holds-personal-number': 422,
} as const;
