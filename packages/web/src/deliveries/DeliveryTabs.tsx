import { dayInWords, deliveryTexts, shellTexts } from '@insamling/texts';
import { Link } from '@tanstack/react-router';
import { paths } from '../paths.ts';
import { useAnswer } from '../questions.ts';

/** The pages of Inlämning beside each other, and above them what holds for all: the period is closed. */
export function DeliveryTabs({ unit }: { readonly unit: string }) {
  const { tabs } = deliveryTexts;
  return (
    <>
      <nav className="tabs" aria-label={tabs.label}>
        <ul>
          <li>
            <Link {...paths.delivery(unit)} activeOptions={{ exact: true }}>
              {tabs.overview}
            </Link>
          </li>
          <li>
            <Link {...paths.upload(unit)}>{tabs.upload}</Link>
          </li>
          <li>
            <Link {...paths.checks(unit)} activeOptions={{ includeSearch: false }}>
              {tabs.review}
            </Link>
          </li>
          <li>
            <Link {...paths.submit(unit)}>{tabs.submit}</Link>
          </li>
        </ul>
      </nav>
      <ClosedBanner unit={unit} />
    </>
  );
}

function ClosedBanner({ unit }: { readonly unit: string }) {
  const { data } = useAnswer('showDelivery', { unit });
  if (!data?.period || data.period.isOpen) return null;
  return <p className="notice notice-warning">{shellTexts.closedBanner(dayInWords(data.period.closesOn))}</p>;
}
