import type { Output } from '@insamling/contract';
import { unitOperation, type UnitCall } from '../platform/operation.ts';
import { insist } from '../platform/problem.ts';
import { answerAgain, changeCell } from './correct-cell.ts';
import { correctTogether, remedyAgain } from './correct-together.ts';
import type { Delivery, DeliveryFileRow } from './delivery.ts';
import { lockForWork } from './find-delivery.ts';
import { keyOf, proposalsOf } from './list-proposals.ts';
import { openedFile, type OpenedFile } from './opened-delivery.ts';
import { correctionOfRequest, type CorrectionRow } from './reader.ts';
import { isRepeat, repeated } from './repeated.ts';

/** Does what a proposal says: the engine is asked for it anew, so that only what it would propose now is written. */
export const applyProposal = unitOperation('applyProposal', {
  audit: ({ delivery, rule, record, key, requestId }, answer) =>
    isRepeat(answer)
      ? null
      : ['delivery.proposal-applied', delivery, { rule, record, mechanism: key.split(' ')[1] ?? '', request: requestId }],
  async run(call, { delivery: deliveryId, rule, record, fileId, key, requestId }) {
    const { delivery, file } = await lockForWork(call, deliveryId, fileId);
    const known = await correctionOfRequest(call.db, delivery.organisationId, file.id, requestId);
    const opened = await openedFile(call.services, call.db, delivery, file, true);
    if (known) return whatItDid(call, delivery, file, opened, known);
    const proposal = (await proposalsOf(opened, file, record, rule)).find((one, place) => keyOf(one, place) === key);
    insist(proposal, 'delivery.question-gone');
    const [first, ...others] = proposal.cells;
    insist(first, 'delivery.question-gone');
    if (others.length === 0) {
      const effect = await changeCell(call, delivery, file, opened, { record, variable: first.variable }, first.text, {
        requestId,
        undoes: null,
      });
      return { effect, together: null };
    }
    const changes = proposal.cells.map(({ variable, text }) => ({ record, variable, text }));
    return { effect: null, together: await correctTogether(call, delivery, file, opened, changes, { requestId, undoes: null }) };
  },
});

/** The same request came twice. */
async function whatItDid(
  call: UnitCall,
  delivery: Delivery,
  file: DeliveryFileRow,
  opened: OpenedFile,
  known: CorrectionRow,
): Promise<Output<'applyProposal'>> {
  const wasAlone = known.togetherFrom === null;
  return repeated({
    effect: wasAlone ? await answerAgain(call, delivery, file, opened, known) : null,
    together: wasAlone ? null : await remedyAgain(call, delivery, file, known),
  });
}
