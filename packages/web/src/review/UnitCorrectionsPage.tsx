import { deliveryTexts } from '@insamling/texts';
import { useParams } from '@tanstack/react-router';
import { CorrectionsView } from '../deliveries/index.ts';
import { WithDelivery } from './WithDelivery.tsx';

/** What the respondent has corrected, cell by cell. */
export function UnitCorrectionsPage() {
  const { unit } = useParams({ from: '/granskning/organisationer/$unit' });
  return (
    <>
      <h2>{deliveryTexts.corrections.title}</h2>
      <WithDelivery unit={unit}>
        {({ id, file }) => <CorrectionsView unit={unit} delivery={id} fileId={file.id} mayUndo={false} />}
      </WithDelivery>
    </>
  );
}
