import { deliveryTexts, reviewTexts } from '@insamling/texts';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { ChecksView } from '../deliveries/index.ts';
import { paths } from '../paths.ts';
import { WithDelivery } from './WithDelivery.tsx';

/** The organisation's findings per check: the same list the respondent sees. */
export function UnitChecksPage() {
  const { unit } = useParams({ from: '/granskning/organisationer/$unit/granska' });
  const search = useSearch({ from: '/granskning/organisationer/$unit/granska' });
  const navigate = useNavigate();
  return (
    <>
      <h2>{reviewTexts.unit.tabs.findings}</h2>
      <WithDelivery unit={unit}>
        {({ id }) => (
          <ChecksView
            unit={unit}
            delivery={id}
            search={search}
            headings="h3"
            onSearch={(next) => void navigate({ ...paths.unitChecks(unit, next), replace: true })}
            linkTo={(next) => paths.unitChecks(unit, next)}
            checkLink={(rule) => paths.unitCheck(unit, rule)}
            whenNone={<p>{deliveryTexts.upload.nothingFound}</p>}
          />
        )}
      </WithDelivery>
    </>
  );
}
