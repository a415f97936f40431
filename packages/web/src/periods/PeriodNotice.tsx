import type { Period } from '@insamling/contract';
import { dayInWords, fillGaps } from '@insamling/texts';
import { useId } from 'react';
import { useMe } from '../shell/index.ts';

type Noticed = Pick<Period, 'opensOn' | 'dueOn' | 'texts'>;

/** What Start says about a period: its own texts, with the days and the organisation's short name filled in. */
export function PeriodNotice({ period, isNext = false }: { readonly period: Noticed; readonly isNext?: boolean }) {
  const { service } = useMe();
  const heading = useId();
  const gaps = { start: dayInWords(period.opensOn), slut: dayInWords(period.dueOn), 'org.kort': service.organisationShort };
  const { texts } = period;
  return (
    <section className="notice" aria-labelledby={heading}>
      <h2 id={heading}>{fillGaps(isNext ? texts.nextHeading : texts.heading, gaps)}</h2>
      {(isNext ? texts.nextParagraphs : texts.paragraphs).map((paragraph, place) => (
        <p key={place}>{fillGaps(paragraph, gaps)}</p>
      ))}
    </section>
  );
}
