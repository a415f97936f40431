import { sql } from '../platform/db/index.ts';
import type { SealedColumn } from '../platform/sealed-column.ts';

/** The data keys: files, corrections and explanations are sealed with them and need not be touched. */
export const deliverySealedColumns: readonly SealedColumn[] = [
  { name: 'delivery.data_key_id', sealed: 'data_key', purpose: 'file', place: sql`'delivery/' || id` },
];
