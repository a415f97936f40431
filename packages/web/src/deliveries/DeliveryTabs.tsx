import { deliveryTexts } from '@insamling/texts';
import { Link } from '@tanstack/react-router';
import { paths } from '../paths.ts';

/** The pages of Inlämning beside each other. */
export function DeliveryTabs({ unit }: { readonly unit: string }) {
  const { tabs } = deliveryTexts;
  return (
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
  );
}
