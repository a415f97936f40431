import type { WaitingExtension } from '@insamling/contract';
import { count, dayInShort, extensionTexts as texts, instantInShort } from '@insamling/texts';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { paths } from '../paths.ts';
import { useAnswer } from '../questions.ts';
import { Answer, PageTitle, useMe } from '../shell/index.ts';
import { Scroller } from '../ui/Scroller.tsx';
import { DecideDialog } from './DecideDialog.tsx';

/** Uppskov on the collecting side: the requests that wait for an answer, the oldest first. */
export function WaitingExtensionsPage() {
  const waiting = useAnswer('listWaitingExtensions', {});
  // The server decides; this spares a form that would be refused.
  const mayDecide = useMe().collectingRole !== 'reader';
  const [deciding, setDeciding] = useState<WaitingExtension | null>(null);
  return (
    <>
      <PageTitle title={texts.title} />
      <Answer of={waiting}>
        {(requests) =>
          requests.length === 0 ? <p>{texts.waitingNone}</p> : <Requests requests={requests} onDecide={mayDecide ? setDeciding : null} />
        }
      </Answer>
      {deciding && <DecideDialog request={deciding} onClose={() => setDeciding(null)} />}
    </>
  );
}

interface RequestsProps {
  readonly requests: readonly WaitingExtension[];
  /** Null for who only reads. */
  readonly onDecide: ((request: WaitingExtension) => void) | null;
}

function Requests({ requests, onDecide }: RequestsProps) {
  return (
    <Scroller label={texts.waitingTable}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{texts.unit}</th>
            <th scope="col">{texts.lastDayNow}</th>
            <th scope="col">{texts.wishedColumn}</th>
            <th scope="col">{texts.reason}</th>
            <th scope="col" className="number">
              {texts.earlier}
            </th>
            <th scope="col">{texts.arrived}</th>
            {onDecide && (
              <th scope="col">
                <span className="visually-hidden">{texts.decide}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {requests.map((request) => (
            <tr key={request.id}>
              <th scope="row">
                <Link {...paths.unit(request.unit)}>{request.unitName}</Link>
              </th>
              <td>{dayInShort(request.dueOn)}</td>
              <td>{dayInShort(request.wishedDueOn)}</td>
              <td>
                {texts.reasons[request.reason]}
                {request.comment && <span className="muted">: {request.comment}</span>}
              </td>
              <td className="number">{count(request.grantedBefore)}</td>
              <td>{instantInShort(request.askedAt)}</td>
              {onDecide && (
                <td>
                  <button
                    type="button"
                    className="button-secondary"
                    aria-label={texts.decideFor(request.unitName)}
                    onClick={() => onDecide(request)}
                  >
                    {texts.decide}
                  </button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}
