import { deliveryTexts } from '@insamling/texts';
import { Link, useParams } from '@tanstack/react-router';
import { paths } from '../paths.ts';
import { Answer, PageTitle } from '../shell/index.ts';
import { CorrectionsView } from './CorrectionsView.tsx';
import { useDelivery } from './use-delivery.ts';

/** Rättelser: every change of the file, and the way back from each. */
export function CorrectionsPage() {
  const { unit } = useParams({ from: '/e/$unit' });
  const delivery = useDelivery(unit);
  return (
    <>
      <p>
        <Link {...paths.delivery(unit)}>‹ {deliveryTexts.overview.title}</Link>
      </p>
      <PageTitle title={deliveryTexts.corrections.title} />
      <Answer of={delivery}>
        {(data) =>
          data.id && data.file ? (
            <CorrectionsView unit={unit} delivery={data.id} fileId={data.file.id} mayUndo={data.may.correct} />
          ) : (
            <p>{deliveryTexts.corrections.none}</p>
          )
        }
      </Answer>
    </>
  );
}
