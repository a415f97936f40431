import type { Period } from '@insamling/contract';
import { dayInWords, fillGaps } from '@insamling/texts';
import { useId } from 'react';
import { useMe } from '../shell/index.ts';

interface PeriodNoticeProps {
  readonly period: Pick<Period, 'opensOn' | 'dueOn' | 'texts'>;
  readonly isNext?: boolean;
  /** Level of its heading: on Start h2, in a preview lower. */
  readonly heading?: 'h2' | 'h5';
}

/** What Start says about a period: its own texts, with the days and the organisation's short name filled in. */
export function PeriodNotice({ period, isNext = false, heading: Heading = 'h2' }: PeriodNoticeProps) {
  const { service } = useMe();
  const headingId = useId();
  const gaps = { start: dayInWords(period.opensOn), slut: dayInWords(period.dueOn), 'org.kort': service.organisationShort };
  const { texts } = period;
  return (
    <section className="notice" aria-labelledby={headingId}>
      <Heading id={headingId}>{fillGaps(isNext ? texts.nextHeading : texts.heading, gaps)}</Heading>
      {(isNext ? texts.nextParagraphs : texts.paragraphs).map((paragraph, place) => (
        <p key={place}>{fillGaps(paragraph, gaps)}</p>
      ))}
    </section>
  );
}
