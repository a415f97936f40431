import type { DeliveryView } from '@insamling/contract';
import { dayInWords, dayOf, deliveryTexts } from '@insamling/texts';
import { Link } from '@tanstack/react-router';
import { paths } from '../paths.ts';
import { isSubmitted } from './next-step.ts';

/** Why nothing can be changed here, and what to do about it. */
export function ReadOnlyNotice({ delivery }: { readonly delivery: DeliveryView }) {
  if (delivery.may.correct || delivery.may.explain || !delivery.period?.isOpen) return null;
  if (!isSubmitted(delivery) || !delivery.receipt) return <p className="notice">{texts.readOnlyPlain}</p>;
  if (delivery.may.withdraw) {
    return (
      <p className="notice">
        {texts.readOnlyOwn(dayInWords(dayOf(delivery.receipt.submittedAt)))}{' '}
        <Link {...paths.delivery(delivery.unit)}>{texts.toWithdraw}</Link>
      </p>
    );
  }
  return (
    <p className="notice">
      {texts.readOnly(dayInWords(dayOf(delivery.receipt.submittedAt)))} <Link {...paths.messages(delivery.unit)}>{texts.writeMessage}</Link>
    </p>
  );
}

const texts = deliveryTexts.review;
