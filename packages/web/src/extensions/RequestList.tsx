import type { ExtensionRequest } from '@insamling/contract';
import { dayInWords, extensionTexts as texts, instantInShort } from '@insamling/texts';

/** A unit's requests for more time: what was asked, by whom, and what was answered. */
export function RequestList({ requests }: { readonly requests: readonly ExtensionRequest[] }) {
  return (
    <ul className="plain">
      {requests.map((request) => (
        <li key={request.id} className="card">
          <Request request={request} />
        </li>
      ))}
    </ul>
  );
}

function Request({ request }: { readonly request: ExtensionRequest }) {
  return (
    <>
      <p className="line-of-tags">
        <strong>{texts.wishedLine(dayInWords(request.wishedDueOn))}</strong> <DecisionTag request={request} />
      </p>
      <p>
        {texts.reasons[request.reason]}
        {request.comment && `: ${request.comment}`}
      </p>
      <p className="muted small">{texts.asked(request.askedBy, instantInShort(request.askedAt))}</p>
      {request.decidedAt && <p className="muted small">{texts.answered(request.decidedBy, instantInShort(request.decidedAt))}</p>}
      {request.answer && (
        <p>
          <strong>{texts.answer}:</strong> {request.answer}
        </p>
      )}
    </>
  );
}

function DecisionTag({ request: { decision, grantedDueOn, wishedDueOn } }: { readonly request: ExtensionRequest }) {
  if (decision === 'granted') return <span className="tag tag-done">{texts.granted(dayInWords(grantedDueOn ?? wishedDueOn))}</span>;
  if (decision === 'refused') return <span className="tag tag-warning">{texts.refused}</span>;
  return <span className="tag tag-info">{texts.waiting}</span>;
}
