import { createHmac, hkdfSync } from 'node:crypto';
import type { ProposalView } from '@insamling/contract';
import type { Proposal, Remedies } from '@insamling/survey';
import { unitOperation } from '../platform/operation.ts';
import { insist } from '../platform/problem.ts';
import type { DeliveryFileRow } from './delivery.ts';
import { findDelivery } from './find-delivery.ts';
import { noteReading } from './note-reading.ts';
import { openedFile, type OpenedFile } from './opened-delivery.ts';
import { fieldRemedyView } from './remedy-view.ts';
import { mask, variableById } from './view.ts';

/** What can be done about the record of a finding, each tried by the engine. Identity numbers are masked. */
export const listProposals = unitOperation('listProposals', {
  async run(call, { delivery: deliveryId, rule, record }) {
    const { delivery, file } = await findDelivery(call, deliveryId);
    const opened = await openedFile(call.services, call.db, delivery, file, false);
    const found = await remediesOf(opened, file, record, rule);
    const choices = choicesOf(found);
    const view = (one: Proposal): ProposalView => proposalView(sealed(opened, one), choices.indexOf(one));
    const { proposals, localisation, texts } = found;
    const sets = localisation?.sets.map(({ fields, ways }) => ({
      fields: fields.map((field) => fieldRemedyView(field, texts)),
      ways: ways.map(view),
    }));
    await noteReading(call, delivery, 'delivery.proposals-read', { rule, record });
    return {
      version: delivery.version,
      proposals: proposals.map(view),
      remedy: sets ? { notLocalised: localisation?.notLocalised ?? null, sets } : null,
    };
  },
});

/** A proposal with what tells it from one of other values, without telling the values. */
interface Sealed extends Proposal {
  readonly seal: string;
}

/** All that can be chosen for a finding. @throws Problem delivery.cell-unknown for a record that the file does not have */
export const proposalsOf = async (opened: OpenedFile, file: DeliveryFileRow, record: number, rule: string): Promise<readonly Sealed[]> =>
  choicesOf(await remediesOf(opened, file, record, rule)).map((one) => sealed(opened, one));

/** Names a proposal among those of its finding: with other values, in the cell or proposed, it is another. */
export const keyOf = ({ mechanism, seal }: Sealed, place: number): string => [place, mechanism, seal].join(' ');

async function remediesOf({ desk }: OpenedFile, file: DeliveryFileRow, record: number, rule: string) {
  return desk.call('remedies', file.id, record, rule).catch((error: unknown) => {
    insist(!(error instanceof RangeError), 'delivery.cell-unknown');
    throw error;
  });
}

const choicesOf = ({ proposals, localisation }: Remedies): readonly Proposal[] => [
  ...proposals,
  ...(localisation?.sets.flatMap(({ ways }) => ways) ?? []),
];

function sealed({ dataKey }: OpenedFile, proposal: Proposal): Sealed {
  const key = new Uint8Array(hkdfSync('sha256', dataKey, '', 'proposal', 32));
  const seal = createHmac('sha256', key).update(JSON.stringify(proposal.cells)).digest('base64url').slice(0, 22);
  return { ...proposal, seal };
}

const proposalView = (proposal: Sealed, place: number): ProposalView => ({
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
