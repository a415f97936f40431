import { deliveryTexts, reviewTexts } from '@insamling/texts';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { ChecksView, Questions } from '../deliveries/index.ts';
import { paths } from '../paths.ts';
import { WithDelivery } from './WithDelivery.tsx';

/** The organisation's findings per check: the same list and questions the respondent sees, with how far to look. */
export function UnitChecksPage() {
  const { unit } = useParams({ from: '/granskning/organisationer/$unit/granska' });
  const search = useSearch({ from: '/granskning/organisationer/$unit/granska' });
  const navigate = useNavigate();
  const checkLink = (rule: string) => paths.unitCheck(unit, rule);
  return (
    <>
      <h2>{reviewTexts.unit.tabs.findings}</h2>
      <WithDelivery unit={unit}>
        {({ id, file }) => (
          <>
            <Questions
              unit={unit}
              delivery={id}
              fileId={file.id}
              mayCorrect={false}
              mayExplain={false}
              checkLink={checkLink}
              headings="h3"
            />
            <ChecksView
              unit={unit}
              delivery={id}
              search={search}
              headings="h3"
              showsStopLine
              onSearch={(next) => void navigate({ ...paths.unitChecks(unit, next), replace: true })}
              linkTo={(next) => paths.unitChecks(unit, next)}
              checkLink={checkLink}
              whenNone={<p>{deliveryTexts.upload.nothingFound}</p>}
            />
          </>
        )}
      </WithDelivery>
    </>
  );
}
