import type { CorrectionEffectView, Output, ProposalView } from '@insamling/contract';
import { deliveryTexts, proposalTexts as texts } from '@insamling/texts';
import { useState } from 'react';
import { useAnswer, useChange } from '../questions.ts';
import { messageOf } from '../shell/index.ts';
import type { CellPlace } from './use-correct-cell.ts';

interface ProposalsProps {
  readonly place: CellPlace;
  readonly rule: string;
  /** What a proposal of one cell did, and the field it changed. */
  readonly onEffect: (effect: CorrectionEffectView, field: string) => void;
  /** What a proposal of several cells did, in numbers and in words. */
  readonly onTogether: (effect: Output<'applyRemedy'>, change: string) => void;
}

/** What may have been meant: asked for when the reader opens it, done with one click. */
export function Proposals(props: ProposalsProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="more" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{texts.title}</summary>
      {isOpen && <List {...props} />}
    </details>
  );
}

function List({ place, rule, onEffect, onTogether }: ProposalsProps) {
  const { unit, delivery, fileId, record } = place;
  const answer = useAnswer('listProposals', { unit, delivery, rule, record });
  const apply = useChange('applyProposal', ['delivery']);
  if (!answer.data) return <p role="status">{answer.error ? messageOf(answer.error) : texts.loading}</p>;
  const { proposals } = answer.data;
  if (proposals.length === 0) return <p>{texts.none}</p>;
  const choose = async (proposal: ProposalView) => {
    const { effect, together } = await apply.mutateAsync({
      unit,
      delivery,
      rule,
      record,
      fileId,
      key: proposal.key,
      requestId: crypto.randomUUID(),
    });
    if (effect) onEffect(effect, fieldOf(proposal.cells[0]));
    if (together) onTogether(together, proposal.cells.map(changeOf).join(', '));
  };
  return (
    <>
      <p className="muted small">{texts.help}</p>
      <ul>
        {proposals.map((proposal) => (
          <li key={proposal.key}>
            <button
              type="button"
              className="button-secondary"
              disabled={apply.isPending}
              onClick={() => void choose(proposal).catch(() => undefined)}
            >
              {proposal.cells.map((cell) => texts.change(fieldOf(cell), cell.text)).join(texts.and)}
            </button>{' '}
            <span className="muted">{texts.reason(proposal.mechanism)}</span>
          </li>
        ))}
      </ul>
      {apply.error && (
        <p className="error" role="alert">
          {messageOf(apply.error)}
        </p>
      )}
    </>
  );
}

const fieldOf = (cell: ProposalView['cells'][number] | undefined): string =>
  cell ? deliveryTexts.check.field(cell.number, cell.name) : '';

const changeOf = (cell: ProposalView['cells'][number]): string =>
  texts.changed(fieldOf(cell), cell.before === '' ? deliveryTexts.check.emptyValue : cell.before, cell.text);
