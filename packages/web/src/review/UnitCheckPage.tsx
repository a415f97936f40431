import { deliveryTexts } from '@insamling/texts';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { CheckView } from '../deliveries/index.ts';
import { paths } from '../paths.ts';
import { WithDelivery } from './WithDelivery.tsx';

/** One check of an organisation, read-only, with the respondent's comments beside the findings. */
export function UnitCheckPage() {
  const { unit, rule } = useParams({ from: '/granskning/organisationer/$unit/granska/$rule' });
  const search = useSearch({ from: '/granskning/organisationer/$unit/granska/$rule' });
  return (
    <>
      <p>
        <Link {...paths.unitChecks(unit)}>‹ {deliveryTexts.check.back}</Link>
      </p>
      <WithDelivery unit={unit}>
        {({ id, file }) => (
          <CheckView
            key={rule}
            isPart
            showsStopLine
            unit={unit}
            delivery={id}
            fileId={file.id}
            rule={rule}
            search={search}
            mayCorrect={false}
            mayExplain={false}
            linkTo={(next) => paths.unitCheck(unit, rule, next)}
          >
            <p>
              <Link {...paths.unitMessages(unit, { kontroll: rule })}>{deliveryTexts.review.writeMessage}</Link>
            </p>
          </CheckView>
        )}
      </WithDelivery>
    </>
  );
}
