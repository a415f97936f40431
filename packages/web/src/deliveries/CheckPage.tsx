import { deliveryTexts } from '@insamling/texts';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { paths } from '../paths.ts';
import { Answer, NotFound } from '../shell/index.ts';
import { CheckView } from './CheckView.tsx';
import { ReadOnlyNotice } from './ReadOnlyNotice.tsx';
import { useDelivery } from './use-delivery.ts';

/** One check: its findings as an ordinary list, 25 a page, where everything can be corrected and commented. */
export function CheckPage() {
  const { unit, rule } = useParams({ from: '/e/$unit/inlamning/granska/$rule' });
  const search = useSearch({ from: '/e/$unit/inlamning/granska/$rule' });
  const delivery = useDelivery(unit);
  return (
    <>
      <p>
        <Link {...paths.checks(unit)}>‹ {deliveryTexts.check.back}</Link>
      </p>
      <Answer of={delivery}>
        {(data) =>
          data.id && data.file ? (
            <CheckView
              key={rule}
              unit={unit}
              delivery={data.id}
              fileId={data.file.id}
              rule={rule}
              search={search}
              mayCorrect={data.may.correct}
              mayExplain={data.may.explain}
              linkTo={(next) => paths.check(unit, rule, next)}
            >
              <ReadOnlyNotice delivery={data} />
              {!data.may.review && (
                <p>
                  <Link {...paths.messages(unit, { kontroll: rule })}>{deliveryTexts.check.ask}</Link>
                </p>
              )}
            </CheckView>
          ) : (
            <NotFound />
          )
        }
      </Answer>
    </>
  );
}
