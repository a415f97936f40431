import type { DeliveryState } from '@insamling/contract';

/** A delivery as it is kept: one per unit and period, from the first file on. */
export interface Delivery {
  readonly organisationId: string;
  readonly id: string;
  readonly unitId: string;
  readonly periodId: string;
  readonly state: Exclude<DeliveryState, 'notStarted'>;
  readonly version: number;
  readonly currentFileId: string | null;
  readonly dataKey: Buffer;
  readonly dataKeyId: string;
  readonly changedAt: Date;
}

/** An uploaded file: a version of the delivery. */
export interface DeliveryFileRow {
  readonly id: string;
  readonly deliveryId: string;
  readonly number: number;
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly storageKey: string;
  readonly uploadedBy: string;
  readonly uploadedAt: Date;
  readonly check: 'waiting' | 'checking' | 'done' | 'failed';
  readonly encoding: string;
  readonly records: number;
  readonly isFatal: boolean;
}

/** States in which the unit works with its delivery: it may correct, explain, replace the file and submit. */
const workable: readonly DeliveryState[] = ['validated', 'returned'];

export const isWorkable = (state: DeliveryState): boolean => workable.includes(state);
/** A new file may come while nothing has been handed in. */
export const takesFile = (state: DeliveryState): boolean => state === 'notStarted' || state === 'received' || isWorkable(state);
/** States that a reviewer may open for change. */
export const isReopenable = (state: DeliveryState): boolean => state === 'submitted' || state === 'inReview' || state === 'accepted';

/** How much of a delivery there was, and which stored files it leaves behind. */
export interface Erased {
  readonly storageKeys: readonly string[];
  /** 0 when it was gone already. */
  readonly deliveries: number;
  readonly files: number;
  readonly findings: number;
  readonly corrections: number;
  readonly explanations: number;
  readonly receipts: number;
}
