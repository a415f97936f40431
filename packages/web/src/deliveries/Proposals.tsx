import type { CorrectionEffectView, FindingView, Output, ProposalView } from '@insamling/contract';
import { deliveryTexts, proposalTexts as texts, remedyTexts } from '@insamling/texts';
import { useState } from 'react';
import { useAnswer, useChange } from '../questions.ts';
import { messageOf } from '../shell/index.ts';
import { SmallestSets } from './SmallestSets.tsx';
import { unsavedIn } from './unsaved-values.ts';
import type { CellPlace } from './use-correct-cell.ts';

interface ProposalsProps {
  readonly place: CellPlace;
  readonly finding: FindingView;
  /** What a proposal of one cell did, and the field it changed. */
  readonly onEffect: (effect: CorrectionEffectView, field: string) => void;
  /** What a proposal of several cells did, in numbers and in words. */
  readonly onTogether: (effect: Output<'applyRemedy'>, change: string) => void;
  /** Told when something unsaved stands in the record, and when nothing does any more. */
  readonly onOpen: (isOpen: boolean) => void;
}

/** What may have been meant: asked for when the reader opens it, or has left an unsaved value there; done with one click. */
export function Proposals(props: ProposalsProps) {
  const { place, finding } = props;
  const isInCard = (one: string) => finding.cells.some(({ variable }) => variable === one);
  const [isOpen, setOpen] = useState(() => [...unsavedIn(place).keys()].some((variable) => !isInCard(variable)));
  return (
    <details className="more" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{texts.title}</summary>
      {isOpen && <List {...props} />}
    </details>
  );
}

function List({ place, finding, onEffect, onTogether, onOpen }: ProposalsProps) {
  const { rule } = finding;
  const { unit, delivery, fileId, record } = place;
  const answer = useAnswer('listProposals', { unit, delivery, rule, record });
  const apply = useChange('applyProposal', ['delivery']);
  if (!answer.data) return <p role="status">{answer.error ? messageOf(answer.error) : texts.loading}</p>;
  const { proposals, remedy } = answer.data;
  if (proposals.length === 0 && !remedy) return <p>{texts.none}</p>;
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
  const choices = (list: readonly ProposalView[], hasReasons = true) => (
    <Choices
      proposals={list}
      hasReasons={hasReasons}
      isPending={apply.isPending}
      choose={(one) => void choose(one).catch(() => undefined)}
    />
  );
  return (
    <>
      {remedy && <SmallestSets remedy={remedy} place={place} finding={finding} choices={choices} onEffect={onEffect} onOpen={onOpen} />}
      {proposals.length > 0 && (
        <>
          {remedy && <p>{remedyTexts.others}</p>}
          <p className="muted small">{texts.help}</p>
          {choices(proposals)}
        </>
      )}
      {apply.error && (
        <p className="error" role="alert">
          {messageOf(apply.error)}
        </p>
      )}
    </>
  );
}

interface ChoicesProps {
  readonly proposals: readonly ProposalView[];
  readonly hasReasons: boolean;
  readonly isPending: boolean;
  readonly choose: (proposal: ProposalView) => void;
}

function Choices({ proposals, hasReasons, isPending, choose }: ChoicesProps) {
  return (
    <ul>
      {proposals.map((proposal) => (
        <li key={proposal.key}>
          <button type="button" className="button-secondary" disabled={isPending} onClick={() => choose(proposal)}>
            {proposal.cells.map((cell) => texts.change(fieldOf(cell), cell.text)).join(texts.and)}
          </button>{' '}
          {hasReasons && <span className="muted">{texts.reason(proposal.mechanism)}</span>}
        </li>
      ))}
    </ul>
  );
}

const fieldOf = (cell: ProposalView['cells'][number] | undefined): string =>
  cell ? deliveryTexts.check.field(cell.number, cell.name) : '';

const changeOf = (cell: ProposalView['cells'][number]): string => texts.changed(fieldOf(cell), shown(cell.before), shown(cell.text));

const shown = (text: string): string => (text === '' ? deliveryTexts.check.emptyValue : text);
