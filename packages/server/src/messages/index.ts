/** The door of messages: threads between a unit and the collecting side. */
import type { Operation } from '../platform/operation.ts';
import { listAllThreads } from './list-all-threads.ts';
import { listThreads } from './list-threads.ts';
import { markThreadRead } from './mark-thread-read.ts';
import { reply } from './reply.ts';
import { showThread } from './show-thread.ts';
import { startThread } from './start-thread.ts';

export const messageOperations: Operation[] = [listThreads, showThread, startThread, reply, markThreadRead, listAllThreads];

export { countUnreadThreads } from './count-unread-threads.ts';
export { countThreadsBefore, unansweredPerUnit } from './reader.ts';
export { startThreadFrom } from './start-thread.ts';
export type { NewThread } from './start-thread.ts';
export { unlinkThreadsOf } from './unlink-threads.ts';
export { eraseThreadsBefore } from './writer.ts';
