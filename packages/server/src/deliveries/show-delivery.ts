import type { DeliveryFile, DeliveryView } from '@insamling/contract';
import { displayNamesOf } from '../accounts/index.ts';
import { unitDates } from '../extensions/index.ts';
import { periodById, periodFor } from '../periods/index.ts';
import { unitOperation } from '../platform/operation.ts';
import { explanationCount, totals } from './explained.ts';
import type { DeliveryFileRow } from './delivery.ts';
import { permissions } from './policy.ts';
import { correctionCount, deliveryOf, filesOf, lastReceipt, ruleCounts, stepsOf } from './reader.ts';
import { receiptView } from './view.ts';

const handedIn = ['submitted', 'inReview', 'accepted'];

/** The unit's delivery in the period of today, or in the one asked for: state, file, counts, steps, and what may be done now. */
export const showDelivery = unitOperation('showDelivery', {
  // A check that ends meanwhile is seen wholly or not at all.
  isOneMoment: true,
  async run({ db, unit, actor, today }, { period: wanted }): Promise<DeliveryView> {
    const period = wanted ? await periodById(db, wanted) : await periodFor(db, today);
    const dates = period && (await unitDates(db, unit, period));
    const delivery = period && (await deliveryOf(db, unit, period.id));
    const asker = { unitRole: unit.role, collectingRole: actor.collectingRole };
    const isRunning = period !== undefined && dates !== undefined && period.opensOn <= today && today <= dates.closesOn;
    const base = {
      unit: unit.code,
      unitName: unit.name,
      period: period && dates ? { id: period.id, kind: period.kind, closesOn: dates.closesOn, isOpen: isRunning } : null,
      dueOn: dates?.dueOn ?? null,
      isExtended: dates?.extendedTo != null,
    };
    if (!delivery?.currentFileId) {
      const may = permissions(asker, 'notStarted', period && period.opensOn <= today ? dates : undefined, today, undefined);
      return {
        ...base,
        id: null,
        state: 'notStarted',
        version: 0,
        file: null,
        earlierFiles: [],
        counts: null,
        corrections: 0,
        explanations: 0,
        receipt: null,
        steps: [],
        isLate: dates !== undefined && dates.dueOn < today,
        may,
      };
    }
    const { organisationId, id } = delivery;
    const files = await filesOf(db, organisationId, id);
    const steps = await stepsOf(db, organisationId, id);
    const receipt = await lastReceipt(db, organisationId, id);
    const names = await displayNamesOf(db, [
      ...files.map(({ uploadedBy }) => uploadedBy),
      ...steps.map(({ by }) => by),
      receipt?.submittedBy ?? null,
    ]);
    const file = files.find((one) => one.id === delivery.currentFileId)!;
    const counts = await ruleCounts(db, organisationId, file.id);
    const view = (one: DeliveryFileRow): DeliveryFile => fileView(one, names);
    return {
      ...base,
      id,
      state: delivery.state,
      version: delivery.version,
      file: view(file),
      earlierFiles: files.filter((one) => one !== file).map(view),
      counts: file.check === 'done' ? totals(counts) : null,
      corrections: await correctionCount(db, organisationId, file.id),
      explanations: explanationCount(counts),
      receipt: receipt ? receiptView(receipt, names.get(receipt.submittedBy) ?? '') : null,
      steps: steps.map((step) => ({ state: step.state, at: step.at.toISOString(), by: names.get(step.by) ?? '', note: step.note })),
      isLate: dates !== undefined && dates.dueOn < today && !handedIn.includes(delivery.state),
      may: permissions(asker, delivery.state, dates, today, { isChecked: file.check === 'done', isFatal: file.isFatal }),
    };
  },
});

function fileView(file: DeliveryFileRow, names: ReadonlyMap<string, string>): DeliveryFile {
  const { storageKey: _, deliveryId: __, uploadedBy, uploadedAt, ...rest } = file;
  return { ...rest, uploadedAt: uploadedAt.toISOString(), uploadedBy: names.get(uploadedBy) ?? '' };
}
