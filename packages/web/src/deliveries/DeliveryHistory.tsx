import type { DeliveryStep } from '@insamling/contract';
import { deliveryTexts, instantInShort } from '@insamling/texts';
import { StateTag } from './StateTag.tsx';

/** Every change of state with who and when, the latest first. */
export function DeliveryHistory({ steps }: { readonly steps: readonly DeliveryStep[] }) {
  if (steps.length === 0) return null;
  return (
    <>
      <h2>{deliveryTexts.overview.history}</h2>
      <ol className="plain">
        {steps
          .toSorted((a, b) => b.at.localeCompare(a.at))
          .map((step, place) => (
            <li key={place}>
              <StateTag state={step.state} />{' '}
              <span className="muted">
                {step.by ? deliveryTexts.explain.by(step.by, instantInShort(step.at)) : instantInShort(step.at)}
              </span>
              {step.note && <p>{step.note}</p>}
            </li>
          ))}
      </ol>
    </>
  );
}
