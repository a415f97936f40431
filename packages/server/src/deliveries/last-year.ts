import type { LastYear } from '@insamling/survey';
import type { Services } from '../context.ts';
import type { Reader } from '../platform/db/index.ts';
import { submissionPeriodBefore } from '../periods/index.ts';
import { dataKeyOf } from './data-key.ts';
import type { Delivery } from './delivery.ts';
import { deliveryOf, fileById, lastCorrectionNumber } from './reader.ts';
import { bytesOf, logAfter } from './stored-file.ts';

/** The unit's accepted delivery of the year before: what the checks against last year compare with. */
export interface DeliveryOfLastYear {
  readonly deliveryId: string;
  /** Another one when that delivery has been opened, changed and accepted again. */
  readonly version: string;
  read(): Promise<Extract<LastYear, { readonly file: Uint8Array }>>;
}

/** Undefined when the unit has none, or while it is open for change: the checks against last year are not evaluable then. */
export async function deliveryOfLastYear(
  services: Services,
  db: Reader,
  { organisationId, unitId, periodId }: Pick<Delivery, 'organisationId' | 'unitId' | 'periodId'>,
): Promise<DeliveryOfLastYear | undefined> {
  const period = await submissionPeriodBefore(db, periodId);
  const delivery = period && (await deliveryOf(db, { organisationId, unitId }, period.id));
  if (delivery?.state !== 'accepted' || delivery.currentFileId === null) return undefined;
  const fileId = delivery.currentFileId;
  return {
    deliveryId: delivery.id,
    version: `${fileId} ${await lastCorrectionNumber(db, organisationId, fileId)}`,
    async read() {
      const file = (await fileById(db, organisationId, fileId))!;
      const dataKey = dataKeyOf(services.keys, delivery);
      return {
        file: await bytesOf(services, file, dataKey),
        corrections: await logAfter(db, organisationId, file, dataKey, 0),
      };
    },
  };
}
