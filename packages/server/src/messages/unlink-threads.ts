import type { Services } from '../context.ts';
import { deliveryRows } from '../deliveries/index.ts';
import { clearLinks } from './writer.ts';

/** Takes the links to a period's deliveries out of the threads, which stay. @returns number of threads */
export const unlinkThreadsOf = ({ database }: Pick<Services, 'database'>, periodId: string): Promise<number> =>
  database.transaction({ side: 'collecting' }, async (db) =>
    clearLinks(
      db,
      (await deliveryRows(db, periodId)).map(({ deliveryId }) => deliveryId),
    ),
  );
