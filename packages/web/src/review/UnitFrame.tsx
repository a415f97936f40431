import { dayInWords, deliveryTexts, reviewTexts } from '@insamling/texts';
import { Link, Outlet, useLocation, useParams } from '@tanstack/react-router';
import { isBeingChecked, StateTag, useDelivery } from '../deliveries/index.ts';
import { paths } from '../paths.ts';
import { Answer, PageTitle } from '../shell/index.ts';
import { lastUnits } from './last-units.ts';

/** One organisation on the collecting side: its name, how it stands, and its pages beside each other. */
export function UnitFrame() {
  const { unit } = useParams({ from: '/granskning/organisationer/$unit' });
  const delivery = useDelivery(unit);
  return (
    <>
      <p>
        <Link {...paths.units(lastUnits())}>‹ {texts.back}</Link>
      </p>
      <Answer of={delivery} lines={8}>
        {(data) => (
          <>
            <Title name={data.unitName} />
            <p className="line-of-tags">
              <StateTag state={data.state} />
              {data.isLate && <span className="tag tag-error">{deliveryTexts.late}</span>}
              {data.isExtended && <span className="tag">{deliveryTexts.extended}</span>}
              {data.dueOn && (
                <span className="muted">
                  {deliveryTexts.overview.lastDay}: {dayInWords(data.dueOn)}
                </span>
              )}
            </p>
            <Tabs unit={unit} />
            {isBeingChecked(data.file) && (
              <p className="notice" role="status">
                {deliveryTexts.overview.checking}
              </p>
            )}
            <Outlet key={unit} />
          </>
        )}
      </Answer>
    </>
  );
}

const texts = reviewTexts.unit;

function Title({ name }: { readonly name: string }) {
  const page = useLocation({ select: ({ pathname }) => pathname.split('/')[4] ?? '' });
  const tab = windowTitles[page];
  return <PageTitle title={name} windowTitle={tab ? `${tab}, ${name}` : name} />;
}

const windowTitles: Readonly<Record<string, string>> = {
  granska: texts.tabs.findings,
  rattelser: texts.tabs.corrections,
  kommentarer: texts.tabs.comments,
  rader: texts.tabs.records,
  meddelanden: texts.tabs.messages,
  uppskov: texts.tabs.extensions,
  kontakter: texts.tabs.people,
};

function Tabs({ unit }: { readonly unit: string }) {
  const anySearch = { includeSearch: false } as const;
  return (
    <nav className="tabs" aria-label={texts.tabs.label}>
      <ul>
        <li>
          <Link {...paths.unit(unit)} activeOptions={{ exact: true }}>
            {texts.tabs.delivery}
          </Link>
        </li>
        <li>
          <Link {...paths.unitChecks(unit)} activeOptions={anySearch}>
            {texts.tabs.findings}
          </Link>
        </li>
        <li>
          <Link {...paths.unitCorrections(unit)}>{texts.tabs.corrections}</Link>
        </li>
        <li>
          <Link {...paths.unitComments(unit)}>{texts.tabs.comments}</Link>
        </li>
        <li>
          <Link {...paths.unitRecords(unit)} activeOptions={anySearch}>
            {texts.tabs.records}
          </Link>
        </li>
        <li>
          <Link {...paths.unitMessages(unit)} activeOptions={anySearch}>
            {texts.tabs.messages}
          </Link>
        </li>
        <li>
          <Link {...paths.unitExtensions(unit)}>{texts.tabs.extensions}</Link>
        </li>
        <li>
          <Link {...paths.unitPeople(unit)}>{texts.tabs.people}</Link>
        </li>
      </ul>
    </nav>
  );
}
