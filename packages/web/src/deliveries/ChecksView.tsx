import { findingsPath, type CheckList, type CheckView } from '@insamling/contract';
import { counted, deliveryTexts } from '@insamling/texts';
import { Link, type LinkOptions } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ChecksSearch } from '../paths.ts';
import { useAnswer } from '../questions.ts';
import { Answer } from '../shell/index.ts';
import { Field } from '../ui/Field.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { CheckMeaning } from './CheckMeaning.tsx';
import style from './checks.module.css';
import { Severity } from './Severity.tsx';
import { shownChecks } from './shown-checks.ts';

interface ChecksViewProps {
  readonly unit: string;
  readonly delivery: string;
  readonly search: ChecksSearch;
  readonly onSearch: (next: ChecksSearch) => void;
  readonly linkTo: (next: ChecksSearch) => LinkOptions;
  readonly checkLink: (rule: string) => LinkOptions;
  readonly whenNone: ReactNode;
  /** Level of a check's own heading: under the page's h1, or under a part's h2. */
  readonly headings?: 'h2' | 'h3';
  readonly showsStopLine?: boolean;
}

/** The list of checks with findings, for the respondent and the reviewer alike. */
export function ChecksView(props: ChecksViewProps) {
  const { unit, delivery } = props;
  const checks = useAnswer('listChecks', { unit, delivery });
  return (
    <Answer of={checks} lines={8} waiting={texts.loading}>
      {(data) => <Loaded {...props} list={data} />}
    </Answer>
  );
}

const texts = deliveryTexts.review;

function Loaded({
  list,
  search,
  onSearch,
  linkTo,
  checkLink,
  whenNone,
  headings = 'h2',
  ...props
}: ChecksViewProps & { readonly list: CheckList }) {
  const { showsStopLine = false, unit, delivery } = props;
  const { counts, checks, notEvaluable } = list;
  const shown = shownChecks(checks, search);
  return (
    <>
      <p className="lead" role="status">
        {texts.summary(list.records, counts.errors + counts.fatal, counts.warnings, counts.infos)}
      </p>
      {checks.length === 0 ? (
        whenNone
      ) : (
        <>
          <div className="filters">
            <Filters now={search.visa ?? 'alla'} search={search} linkTo={linkTo} />
            <SearchField label={texts.searchLabel} value={search.sok ?? ''} onChange={(sok) => onSearch({ ...search, sok })} />
            <Order value={search.ordning ?? 'viktigast'} onChange={(ordning) => onSearch({ ...search, ordning })} />
          </div>
          {shown.length === 0 ? (
            <p>{search.visa === 'kvar' && !search.sok ? texts.noneLeft : texts.noneMatch}</p>
          ) : (
            <ul className={style['checks']}>
              {shown.map((check) => (
                <CheckRow
                  key={`${check.rule} ${check.severity}`}
                  check={check}
                  link={checkLink(check.rule)}
                  heading={headings}
                  showsStopLine={showsStopLine}
                />
              ))}
            </ul>
          )}
          <p>
            <a href={findingsPath(unit, delivery)} download>
              {texts.fetch.link}
            </a>
            <span className="muted">: {texts.fetch.help}</span>
          </p>
        </>
      )}
      {notEvaluable.length > 0 && (
        <details className="more">
          <summary>{texts.notEvaluable(notEvaluable.length)}</summary>
          <p>{texts.notEvaluableHelp}</p>
          <ul>
            {notEvaluable.map(({ rule, title, needs }) => (
              <li key={rule}>
                {title} <span className="muted">({texts.needs[needs] ?? needs})</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Filters({
  now,
  search,
  linkTo,
}: {
  readonly now: string;
  readonly search: ChecksSearch;
  readonly linkTo: ChecksViewProps['linkTo'];
}) {
  return (
    <nav aria-label={texts.show}>
      <ul className="segments">
        {(['alla', 'fel', 'varningar', 'kvar'] as const).map((visa) => (
          <li key={visa}>
            <Link {...linkTo({ ...search, visa })} replace activeProps={{}} aria-current={now === visa ? 'true' : undefined}>
              {texts.filters[visa]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

type OrderOfChecks = NonNullable<ChecksSearch['ordning']>;
const orders = Object.entries(texts.orders) as [OrderOfChecks, string][];

function Order({ value, onChange }: { readonly value: OrderOfChecks; readonly onChange: (value: OrderOfChecks) => void }) {
  return (
    <Field label={texts.order}>
      {(control) => (
        <select {...control} value={value} onChange={(event) => onChange(event.target.value as OrderOfChecks)}>
          {orders.map(([order, label]) => (
            <option key={order} value={order}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface CheckRowProps {
  readonly check: CheckView;
  readonly link: LinkOptions;
  readonly heading: 'h2' | 'h3';
  readonly showsStopLine: boolean;
}

function CheckRow({ check, link, heading: Heading, showsStopLine }: CheckRowProps) {
  const Inner = Heading === 'h2' ? 'h3' : 'h4';
  return (
    <li className={style['check']}>
      <div className={style['head']}>
        <Severity is={check.severity} />
        <Heading className={style['title']}>{check.title}</Heading>
        <span className={style['numbers']}>
          {check.isOnFile ? texts.onFile : counted(check.count, 'anmärkning', 'anmärkningar')}
          {check.severity === 'warning' && <> · {texts.handled(check.handled, check.count)}</>}
        </span>
      </div>
      <p>{check.example}</p>
      <CheckMeaning check={check} showsStopLine={showsStopLine} />
      <div className={style['foot']}>
        <Link {...link} className="button-secondary" aria-label={texts.openCheck(check.title)}>
          {texts.open}
        </Link>
        <details className={style['more'] ?? ''}>
          <summary>{texts.more}</summary>
          <Inner>{texts.why}</Inner>
          <p>{check.why}</p>
          <Inner>{texts.howToFix}</Inner>
          <p>{check.howToFix}</p>
        </details>
      </div>
    </li>
  );
}
