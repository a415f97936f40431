import { unitOperation } from '../platform/operation.ts';
import { threadsOf } from './reader.ts';
import { sideOf } from './side.ts';
import { threadView } from './thread.ts';

/** A unit's threads, the one last written in first. */
export const listThreads = unitOperation('listThreads', {
  run: async (call) => (await threadsOf(call.db, call.unit, call.actor.accountId, sideOf(call))).map(threadView),
});
