import type { DeliveryView } from '@insamling/contract';
import { dayInWords, dayOf, deliveryTexts, problemText } from '@insamling/texts';
import { Link } from '@tanstack/react-router';
import { paths } from '../paths.ts';
import { ownUnit, useMe } from '../shell/index.ts';
import { isSubmitted } from './next-step.ts';

/** Why no file is taken now, and what to do about it. */
export function MayNotUpload({ delivery }: { readonly delivery: DeliveryView }) {
  const { unit, period, receipt, may } = delivery;
  const isReader = ownUnit(useMe(), unit)?.role === 'reader';
  if (isReader) return <p className="notice">{texts.mayNotReader}</p>;
  if (!period) return <p className="notice">{deliveryTexts.start.noneOpen}</p>;
  if (isSubmitted(delivery) && receipt) {
    const day = dayInWords(dayOf(receipt.submittedAt));
    return (
      <p className="notice">
        {may.withdraw ? (
          <>
            {texts.withdrawFirst(day)} <Link {...paths.delivery(unit)}>{deliveryTexts.review.toWithdraw}</Link>
          </>
        ) : (
          <>
            {texts.askToOpen(day)} <Link {...paths.messages(unit)}>{deliveryTexts.review.writeMessage}</Link>
          </>
        )}
      </p>
    );
  }
  // The banner above says that the period has closed; before that only its last day for a new file can have passed.
  return <p className="notice">{period.isOpen ? problemText('period.upload-closed') : texts.mayNot}</p>;
}

const texts = deliveryTexts.upload;
