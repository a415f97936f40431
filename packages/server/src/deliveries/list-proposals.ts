import type { ProposalView } from '@insamling/contract';
import type { Proposal } from '@insamling/survey';
import { unitOperation } from '../platform/operation.ts';
import { insist } from '../platform/problem.ts';
import type { DeliveryFileRow } from './delivery.ts';
import { findDelivery } from './find-delivery.ts';
import { openedFile, type OpenedFile } from './opened-delivery.ts';
import { mask, variableById } from './view.ts';

/** What may have been meant by the record of a finding, each tried by the engine. Identity numbers are masked. */
export const listProposals = unitOperation('listProposals', {
  async run(call, { delivery: deliveryId, rule, record }) {
    const { delivery, file } = await findDelivery(call, deliveryId);
    const opened = await openedFile(call.services, call.db, delivery, file, false);
    return { version: delivery.version, proposals: (await proposalsOf(opened, file, record, rule)).map(proposalView) };
  },
});

/** @throws Problem delivery.cell-unknown for a record that the file does not have */
export async function proposalsOf({ desk }: OpenedFile, file: DeliveryFileRow, record: number, rule: string): Promise<readonly Proposal[]> {
  return desk.call('proposals', file.id, record, rule).catch((error: unknown) => {
    insist(!(error instanceof RangeError), 'delivery.cell-unknown');
    throw error;
  });
}

/** Names a proposal among those of its finding. */
export const keyOf = ({ mechanism, cells }: Proposal, place: number): string =>
  [place, mechanism, ...cells.map(({ variable }) => variable)].join(' ');

const proposalView = (proposal: Proposal, place: number): ProposalView => ({
  key: keyOf(proposal, place),
  mechanism: proposal.mechanism,
  cells: proposal.cells.map(({ variable, before, text }) => ({
    variable,
    name: variableById(variable)?.name ?? variable,
    number: variableById(variable)?.number ?? 0,
    before: mask(variable, before, false),
    text: mask(variable, text, false),
  })),
});
