import { filePath, receiptPath, type DeliveryView } from '@insamling/contract';
import { deliveryTexts, reviewTexts } from '@insamling/texts';
import { useParams } from '@tanstack/react-router';
import { DeliveryFacts, DeliveryHistory, useDelivery } from '../deliveries/index.ts';
import { Answer } from '../shell/index.ts';
import { ReviewActions } from './ReviewActions.tsx';

/** The organisation's delivery: what may be done now, the file, and what has happened. */
export function UnitDeliveryPage() {
  const { unit } = useParams({ from: '/granskning/organisationer/$unit' });
  const delivery = useDelivery(unit);
  return <Answer of={delivery}>{(data) => <Delivery delivery={data} />}</Answer>;
}

function Delivery({ delivery }: { readonly delivery: DeliveryView }) {
  const { unit, id, file, receipt } = delivery;
  return (
    <>
      <h2>{reviewTexts.unit.tabs.delivery}</h2>
      <ReviewActions delivery={delivery} />
      {!file && <p>{reviewTexts.unit.nothing}</p>}
      <DeliveryFacts delivery={delivery} />
      {file && id && (
        <p>
          <a href={filePath(unit, id, file.id)} download>
            {deliveryTexts.overview.download}
          </a>
          {receipt && (
            <>
              {' · '}
              <a href={receiptPath(unit, receipt.number)}>{deliveryTexts.start.showReceipt}</a>
            </>
          )}
        </p>
      )}
      <DeliveryHistory steps={delivery.steps} />
    </>
  );
}
