import type { Reader } from '../platform/db/index.ts';
import type { Actor } from '../platform/operation.ts';
import { countUnreadOfAll, countUnreadOfUnits } from './reader.ts';

/** How many threads hold something that the person has not seen: of the own units, or for the collecting side of all. */
export const countUnreadThreads = (db: Reader, { accountId, collectingRole }: Actor): Promise<number> =>
  collectingRole === null ? countUnreadOfUnits(db, accountId) : countUnreadOfAll(db, accountId);
