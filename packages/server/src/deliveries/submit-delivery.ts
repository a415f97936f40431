import { randomInt } from 'node:crypto';
import type { Input } from '@insamling/contract';
import { displayNamesOf } from '../accounts/index.ts';
import { postLetter } from '../platform/mail/index.ts';
import { unitOperation, type UnitCall } from '../platform/operation.ts';
import { insist } from '../platform/problem.ts';
import { peopleOf } from '../units/index.ts';
import { explanationCount, totals } from './explained.ts';
import { insistOpen } from './find-delivery.ts';
import { openedFile } from './opened-delivery.ts';
import { actsForUnit } from './policy.ts';
import { correctionCount, fileById, lastReceipt, lockedDelivery, ruleCounts, type ReceiptRow } from './reader.ts';
import { isRepeat, repeated } from './repeated.ts';
import { submittedLetter } from './submitted.mail.ts';
import { stepDelivery } from './step-delivery.ts';
import { receiptView } from './view.ts';
import { insertReceipt, invalidateReceipts } from './writer.ts';
import { isWorkable, type Delivery, type DeliveryFileRow } from './delivery.ts';

/**
 * Hands the delivery in: nothing fatal or wrong, every warning corrected or explained, the file the one that was seen, and a fresh
 * proof of who submits, given for these very data. Pressed twice it is submitted once: the second is given the first one's
 * receipt, which changes nothing and needs no proof.
 */
export const submitDelivery = unitOperation('submitDelivery', {
  async stepUp(input, call) {
    const { delivery, sha256, expectedVersion } = input;
    return 'before' in (await examine(call, input)) ? null : `submit:${delivery}:${sha256}:${expectedVersion}`;
  },
  audit: ({ delivery }, receipt) =>
    isRepeat(receipt)
      ? null
      : [
          'delivery.submitted',
          delivery,
          { receipt: receipt.number, sha256: receipt.sha256, records: receipt.records, period: periodOf.get(receipt) ?? null },
        ],
  async run(call, input) {
    const { db, unit, actor, now, today, services } = call;
    const examined = await examine(call, input);
    if ('before' in examined) {
      const { before } = examined;
      return repeated(receiptView(before, (await displayNamesOf(db, [before.submittedBy])).get(before.submittedBy) ?? ''));
    }
    const { delivery, file, counts, explanations } = examined;
    const { delivery: deliveryId, expectedVersion, sha256 } = input;

    const receipt: ReceiptRow = {
      number: receiptNumber(today, unit.code),
      deliveryId,
      fileId: file.id,
      submittedAt: now,
      submittedBy: actor.accountId,
      fileName: file.name,
      sha256,
      records: file.records,
      corrections: await correctionCount(db, unit.organisationId, file.id),
      explanations,
      counts,
      isValid: true,
      proof: await (await openedFile(services, db, delivery, file, true)).receipt(),
    };
    await invalidateReceipts(db, unit.organisationId, deliveryId);
    await insertReceipt(db, unit.organisationId, receipt, now);
    await stepDelivery(db, call, deliveryId, { to: 'submitted', from: ['validated', 'returned'], expectedVersion, note: '' });
    const submitter = (await peopleOf(db, unit)).find(({ accountId }) => accountId === actor.accountId);
    if (submitter)
      await postLetter(
        db,
        services,
        now,
        'delivery-submitted',
        submitter.email,
        submittedLetter(services.config, { number: receipt.number, unitCode: unit.code, at: now }),
      );
    const view = receiptView(receipt, actor.name);
    periodOf.set(view, delivery.periodId);
    return view;
  },
});

/** For the audit event: the period of a submission that was just made. */
const periodOf = new WeakMap<object, string>();

interface Submittable {
  readonly delivery: Delivery;
  readonly file: DeliveryFileRow;
  readonly counts: ReturnType<typeof totals>;
  readonly explanations: number;
}

/** What would be submitted, or the receipt when it has been already. Locks the delivery. @throws Problem with the reason why it cannot */
async function examine(
  { db, unit, actor, today }: UnitCall,
  { delivery: deliveryId, expectedVersion, sha256 }: Input<'submitDelivery'>,
): Promise<Submittable | { readonly before: ReceiptRow }> {
  insist(actsForUnit({ unitRole: unit.role, collectingRole: actor.collectingRole }), 'delivery.not-allowed');
  const delivery = await lockedDelivery(db, unit, deliveryId);
  insist(delivery?.currentFileId, 'request.not-found');
  const before = await lastReceipt(db, unit.organisationId, deliveryId);
  if (delivery.state === 'submitted' && before?.isValid && before.sha256 === sha256 && delivery.version === expectedVersion + 1)
    return { before };
  await insistOpen(db, unit, delivery, today);
  const file = (await fileById(db, unit.organisationId, delivery.currentFileId))!;
  insist(!file.isFatal, 'delivery.cannot-correct');
  insist(delivery.state !== 'received', 'delivery.still-checking');
  insist(isWorkable(delivery.state), 'delivery.wrong-state', { state: delivery.state });
  insist(file.sha256 === sha256, 'delivery.file-replaced');
  insist(delivery.version === expectedVersion, 'delivery.changed-meanwhile', { expectedVersion, currentVersion: delivery.version });
  const byRule = await ruleCounts(db, unit.organisationId, file.id);
  const counts = totals(byRule);
  insist(counts.fatal + counts.errors === 0, 'delivery.has-errors', { errors: counts.fatal + counts.errors });
  insist(counts.warningsLeft === 0, 'delivery.has-warnings', { warnings: counts.warningsLeft });
  return { delivery, file, counts, explanations: explanationCount(byRule) };
}

/** Takes a submission back before anybody has begun to review it. Its receipt is no longer valid. */
export const withdrawSubmission = unitOperation('withdrawSubmission', {
  audit: ({ delivery }) => ['delivery.submission-withdrawn', delivery],
  async run(call: UnitCall, { delivery: deliveryId, expectedVersion }) {
    const { db, unit, actor, today } = call;
    insist(actsForUnit({ unitRole: unit.role, collectingRole: actor.collectingRole }), 'delivery.not-allowed');
    const delivery: Delivery | undefined = await lockedDelivery(db, unit, deliveryId);
    insist(delivery, 'request.not-found');
    await insistOpen(db, unit, delivery, today);
    await stepDelivery(db, call, deliveryId, { to: 'validated', from: ['submitted'], expectedVersion, note: '' });
    await invalidateReceipts(db, unit.organisationId, deliveryId);
    return { done: true as const };
  },
});

/** Letters and digits that cannot be mistaken for each other when they are read aloud. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** For example 2026-0488-7K3F9Q: year, unit, six characters by chance; the table refuses one that is taken. */
const receiptNumber = (today: string, unitCode: string): string =>
  `${today.slice(0, 4)}-${unitCode}-${Array.from({ length: 6 }, () => alphabet[randomInt(alphabet.length)]).join('')}`;
