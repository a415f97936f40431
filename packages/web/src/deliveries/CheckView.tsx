import type { FindingList } from '@insamling/contract';
import { deliveryTexts, shellTexts } from '@insamling/texts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, Navigate, type LinkOptions } from '@tanstack/react-router';
import { Fragment, useState, type ReactNode } from 'react';
import type { CheckSearch } from '../paths.ts';
import { questionOf } from '../questions.ts';
import { Answer, PageTitle } from '../shell/index.ts';
import { lastPage } from '../ui/pages.ts';
import { Pager } from '../ui/Pager.tsx';
import { CheckMeaning } from './CheckMeaning.tsx';
import style from './checks.module.css';
import { ExplainAll } from './ExplainAll.tsx';
import { FindingCard } from './FindingCard.tsx';
import { Severity } from './Severity.tsx';
import { slotOf, stillOpen, withTouched, type Placed } from './touched.ts';
import { unsavedIn } from './unsaved-values.ts';

interface CheckViewProps {
  readonly unit: string;
  readonly delivery: string;
  readonly fileId: string;
  readonly rule: string;
  readonly search: CheckSearch;
  readonly mayCorrect: boolean;
  readonly mayExplain: boolean;
  readonly linkTo: (next: CheckSearch) => LinkOptions;
  /** On a page whose h1 is something else, the check's title is a part of it. */
  readonly isPart?: boolean;
  readonly showsStopLine?: boolean;
  /** Under the check's explanation: notices and links of the side that shows it. */
  readonly children?: ReactNode;
}

/** The findings of one check, for the respondent and, read-only, for the reviewer. */
export function CheckView(props: CheckViewProps) {
  const { unit, delivery, rule, search } = props;
  const page = search.sida ?? 1;
  // Showing identity numbers holds for this page of findings only; each showing is logged by the server.
  const [revealedPage, setRevealedPage] = useState<number | null>(null);
  const reveal = revealedPage === page;
  const findings = useQuery({
    ...questionOf('listFindings', {
      unit,
      delivery,
      rule,
      offset: (page - 1) * perPage,
      limit: perPage,
      left: String(search.visa === 'kvar'),
      reveal: String(reveal),
    }),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      {!findings.data && !props.isPart && <PageTitle title={deliveryTexts.review.title} />}
      <Answer of={findings} lines={8} waiting={deliveryTexts.review.loading}>
        {(list) => (
          <Loaded
            key={page}
            {...props}
            list={list}
            isComing={findings.isPlaceholderData}
            page={page}
            reveal={reveal}
            onReveal={(is) => setRevealedPage(is ? page : null)}
          />
        )}
      </Answer>
    </>
  );
}

const texts = deliveryTexts.check;
const perPage = 25;

interface LoadedProps extends CheckViewProps {
  readonly list: FindingList;
  /** What is shown is the page before, until this one has come. */
  readonly isComing: boolean;
  readonly page: number;
  readonly reveal: boolean;
  readonly onReveal: (is: boolean) => void;
}

function Loaded({ list, isComing, page, reveal, onReveal, search, linkTo, children, ...props }: LoadedProps) {
  // What somebody began to write here before looking at another page.
  const hasUnsaved = (record: number) => unsavedIn({ fileId: props.fileId, record }).size > 0;
  const [touched, setTouched] = useState<ReadonlyMap<string, Placed>>(() => stillOpen(list.findings, hasUnsaved));
  const { check } = list;
  const shown = withTouched(list.findings, touched);
  const isWarning = check.severity === 'warning';
  const mayExplain = props.mayExplain && isWarning;
  const place = { unit: props.unit, delivery: props.delivery, fileId: props.fileId };
  const last = lastPage(list.total, perPage);
  if (shown.length === 0 && !isComing && page > last) return <Navigate {...linkTo({ ...search, sida: last })} replace />;
  // Of what is left to handle another part is shown, and the line has no place in it.
  const review = props.showsStopLine && search.visa !== 'kvar' ? (check.effect?.review ?? 0) : 0;
  const stopsBefore = review > 0 ? review - (page - 1) * perPage : -1;
  const hasMasked = reveal || list.findings.some(({ cells }) => cells.some((cell) => cell.isMasked));
  return (
    <>
      {props.isPart ? <h2>{check.title}</h2> : <PageTitle title={check.title} />}
      <p className="line-of-tags">
        <Severity is={check.severity} />
        <span role="status">{isWarning ? texts.counts(check.count, check.handled) : deliveryTexts.review.affected(check.count)}</span>
      </p>
      <CheckMeaning check={check} showsStopLine={props.showsStopLine ?? false} />
      {check.severity === 'info' && <p>{texts.nothingToDo}</p>}
      <details className="more" open>
        <summary>{deliveryTexts.review.howToFix}</summary>
        <p>{check.howToFix}</p>
        <p className="muted">{check.why}</p>
      </details>
      {children}
      <div className="filters">
        {isWarning && <Filters now={search.visa ?? 'alla'} linkTo={linkTo} />}
        {mayExplain && check.count > check.handled && <ExplainAll place={place} rule={check.rule} count={check.count - check.handled} />}
        {hasMasked && (
          <button
            type="button"
            className="button-secondary"
            aria-pressed={reveal}
            title={texts.revealHelp}
            onClick={() => onReveal(!reveal)}
          >
            {reveal ? texts.hide : texts.reveal}
          </button>
        )}
      </div>
      {shown.length === 0 && !isComing && <p role="status">{search.visa === 'kvar' && check.count > 0 ? texts.noneLeft : texts.none}</p>}
      {shown.map((finding, index) => {
        const slot = slotOf(finding);
        const done = touched.get(slot);
        // What the server lists counts, unless its list is older than the correction made here.
        const isNews =
          !list.findings.includes(finding) ||
          ((done?.is === 'fixed' || done?.is === 'fixedTogether') && list.version < done.effect.version);
        return (
          <Fragment key={slot}>
            {index === stopsBefore && <p className={style['stop']}>{deliveryTexts.review.stopHere}</p>}
            <FindingCard
              finding={finding}
              touched={isNews ? done : undefined}
              isGone={isNews}
              place={place}
              mayCorrect={props.mayCorrect}
              mayExplain={mayExplain}
              onTouch={(what) => setTouched((known) => changed(known, slot, what && { ...what, place: index }))}
            />
          </Fragment>
        );
      })}
      <Pages list={list} page={page} search={search} linkTo={linkTo} />
    </>
  );
}

function changed(known: ReadonlyMap<string, Placed>, slot: string, what: Placed | null): ReadonlyMap<string, Placed> {
  const next = new Map(known);
  if (what) next.set(slot, what);
  else next.delete(slot);
  return next;
}

function Filters({ now, linkTo }: { readonly now: string; readonly linkTo: CheckViewProps['linkTo'] }) {
  return (
    <nav aria-label={deliveryTexts.review.show}>
      <ul className="segments">
        {(['alla', 'kvar'] as const).map((visa) => (
          <li key={visa}>
            <Link {...linkTo({ visa })} replace activeProps={{}} aria-current={now === visa ? 'true' : undefined}>
              {texts.filters[visa]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

type PagesProps = Pick<LoadedProps, 'list' | 'page' | 'search' | 'linkTo'>;

function Pages({ list, page, search, linkTo }: PagesProps) {
  const last = lastPage(list.total, perPage);
  if (last === 1 && page === 1) return null;
  const from = (page - 1) * perPage + 1;
  return (
    <Pager
      label={shellTexts.pages}
      status={shellTexts.rowsShown(from, Math.min(page * perPage, list.total), list.total)}
      previous={page > 1 && <Link {...linkTo({ ...search, sida: page - 1 })}>{shellTexts.previous}</Link>}
      next={page < last && <Link {...linkTo({ ...search, sida: page + 1 })}>{shellTexts.next}</Link>}
    />
  );
}
