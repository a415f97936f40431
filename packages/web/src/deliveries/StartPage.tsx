import type { DeliveryView, ThreadSummary, UnitPeriods } from '@insamling/contract';
import { receiptPath } from '@insamling/contract';
import { dayInWords, dayOf, deliveryTexts, instantInShort, timeOf } from '@insamling/texts';
import { Link, useParams } from '@tanstack/react-router';
import { RecoveryOffer } from '../accounts/index.ts';
import { paths } from '../paths.ts';
import { PeriodNotice } from '../periods/index.ts';
import { useAnswer } from '../questions.ts';
import { Answer, PageTitle, Together } from '../shell/index.ts';
import { isSubmitted } from './next-step.ts';
import { StateTag } from './StateTag.tsx';
import { TaskList } from './TaskList.tsx';

/** Start: which period it is, what is left to do, and what is new. */
export function StartPage() {
  const { unit } = useParams({ from: '/e/$unit' });
  const periods = useAnswer('showUnitPeriods', { unit });
  const delivery = useAnswer('showDelivery', { unit });
  const threads = useAnswer('listThreads', { unit });
  const factors = useAnswer('showMyFactors', {});
  return (
    <>
      <PageTitle title={texts.title} />
      <Together of={[periods, delivery, threads, factors]} lines={12}>
        <RecoveryOffer />
        <Answer of={periods}>{(data) => <Periods periods={data} />}</Answer>
        <section className="card" aria-labelledby="din-inlamning">
          <h2 id="din-inlamning">{texts.yourDelivery}</h2>
          <Answer of={delivery}>{(data) => <YourDelivery delivery={data} periods={periods.data} />}</Answer>
        </section>
        <section aria-labelledby="nya-meddelanden">
          <h2 id="nya-meddelanden">{texts.newMessages}</h2>
          <Answer of={threads} lines={2}>
            {(data) => <NewMessages unit={unit} threads={data} />}
          </Answer>
        </section>
      </Together>
    </>
  );
}

const texts = deliveryTexts.start;

function Periods({ periods: { running, next } }: { readonly periods: UnitPeriods }) {
  return (
    <>
      {!running && <p className="notice">{next ? texts.noneOpenNext(dayInWords(next.opensOn)) : texts.noneOpen}</p>}
      {running && <PeriodNotice period={running} />}
      {next && <PeriodNotice period={next} isNext />}
    </>
  );
}

function YourDelivery({ delivery, periods }: { readonly delivery: DeliveryView; readonly periods: UnitPeriods | undefined }) {
  const { receipt, unit } = delivery;
  return (
    <>
      <p className="line-of-tags">
        <StateTag state={delivery.state} />
        {delivery.isLate && <span className="tag tag-error">{deliveryTexts.late}</span>}
        {periods?.forUnit?.extendedTo && <span className="tag">{deliveryTexts.extended}</span>}
      </p>
      {isSubmitted(delivery) && receipt && (
        <p>
          {texts.submitted(dayInWords(dayOf(receipt.submittedAt)), timeOf(receipt.submittedAt), receipt.number)}{' '}
          <a href={receiptPath(unit, receipt.number)}>{texts.showReceipt}</a>
        </p>
      )}
      {delivery.period && <TaskList delivery={delivery} />}
      {periods?.forUnit && <p className="muted">{texts.lastDay(dayInWords(periods.forUnit.dueOn), periods.forUnit.daysLeft)}</p>}
    </>
  );
}

function NewMessages({ unit, threads }: { readonly unit: string; readonly threads: readonly ThreadSummary[] }) {
  const latest = threads.filter((thread) => thread.unread > 0).slice(0, 3);
  if (latest.length === 0) return <p className="muted">{texts.noNewMessages}</p>;
  return (
    <ul className="plain">
      {latest.map((thread) => (
        <li key={thread.id}>
          <Link {...paths.thread(unit, thread.id)}>
            <strong>{thread.subject}</strong>
          </Link>{' '}
          <span className="muted">{instantInShort(thread.lastAt)}</span>
        </li>
      ))}
    </ul>
  );
}
