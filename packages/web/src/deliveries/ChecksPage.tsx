import { deliveryTexts } from '@insamling/texts';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { paths } from '../paths.ts';
import { Answer, PageTitle } from '../shell/index.ts';
import { ChecksView } from './ChecksView.tsx';
import { DeliveryTabs } from './DeliveryTabs.tsx';
import { LastTogether } from './LastTogether.tsx';
import { Questions } from './Questions.tsx';
import { ReadOnlyNotice } from './ReadOnlyNotice.tsx';
import { isBeingChecked, useDelivery } from './use-delivery.ts';

/** Granska: the findings grouped per check, never one long list. */
export function ChecksPage() {
  const { unit } = useParams({ from: '/e/$unit/inlamning/granska' });
  const search = useSearch({ from: '/e/$unit/inlamning/granska' });
  const navigate = useNavigate();
  const delivery = useDelivery(unit);
  return (
    <>
      <PageTitle title={texts.title} />
      <DeliveryTabs unit={unit} />
      <Answer of={delivery} waiting={texts.loading}>
        {(data) => {
          if (!data.id || !data.file) {
            return (
              <p>
                {texts.noFile} <Link {...paths.upload(unit)}>{deliveryTexts.tasks.upload}</Link>
              </p>
            );
          }
          if (isBeingChecked(data.file)) {
            return (
              <p className="notice" role="status">
                {texts.checking}
              </p>
            );
          }
          return (
            <>
              <ReadOnlyNotice delivery={data} />
              <LastTogether unit={unit} delivery={data.id} fileId={data.file.id} mayUndo={data.may.correct} />
              <Questions
                unit={unit}
                delivery={data.id}
                fileId={data.file.id}
                mayCorrect={data.may.correct}
                mayExplain={data.may.explain}
                checkLink={(rule) => paths.check(unit, rule)}
              />
              <ChecksView
                unit={unit}
                delivery={data.id}
                search={search}
                onSearch={(next) => void navigate({ ...paths.checks(unit, next), replace: true })}
                linkTo={(next) => paths.checks(unit, next)}
                checkLink={(rule) => paths.check(unit, rule)}
                whenNone={
                  <p>
                    {texts.none} <Link {...paths.submit(unit)}>{texts.noneSubmit}</Link>
                  </p>
                }
              />
            </>
          );
        }}
      </Answer>
    </>
  );
}

const texts = deliveryTexts.review;
