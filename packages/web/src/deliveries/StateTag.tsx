import type { DeliveryState } from '@insamling/contract';
import { deliveryTexts } from '@insamling/texts';

/** The delivery's state in words, with a colour that only supports the word. */
export function StateTag({ state }: { readonly state: DeliveryState }) {
  return <span className={`tag ${looks[state] ?? ''}`}>{deliveryTexts.states[state]}</span>;
}

const looks: Partial<Record<DeliveryState, string>> = {
  received: 'tag-info',
  validated: 'tag-info',
  submitted: 'tag-done',
  inReview: 'tag-info',
  returned: 'tag-warning',
  accepted: 'tag-done',
};
