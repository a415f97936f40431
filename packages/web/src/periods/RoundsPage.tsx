import type { Round } from '@insamling/contract';
import { dayInWords, instantInWords, periodInWords, periodTexts as texts } from '@insamling/texts';
import { useState } from 'react';
import { useAnswer } from '../questions.ts';
import { Answer, PageTitle, useMe } from '../shell/index.ts';
import { PeriodForm } from './PeriodForm.tsx';

/** Insamling: the rounds with their periods, whose days and texts are changed here. */
export function RoundsPage() {
  const rounds = useAnswer('listRounds', {});
  return (
    <>
      <PageTitle title={texts.title} />
      <Answer of={rounds}>
        {(data) => (data.length === 0 ? <p>{texts.none}</p> : data.map((round) => <OneRound key={round.id} round={round} />))}
      </Answer>
    </>
  );
}

function OneRound({ round }: { readonly round: Round }) {
  return (
    <section aria-labelledby={`insamling-${round.id}`}>
      <h2 id={`insamling-${round.id}`}>{round.name}</h2>
      <p className="muted">{texts.referenceYear(round.referenceYear)}</p>
      {round.periods.map((period) => (
        <OnePeriod key={period.id} round={round} period={period} />
      ))}
    </section>
  );
}

function OnePeriod({ round, period }: { readonly round: Round; readonly period: Round['periods'][number] }) {
  const { collectingRole } = useMe();
  // As it was when the form was opened: what somebody else changes meanwhile must not pass for what was seen.
  const [opened, setOpened] = useState<typeof period | null>(null);
  const mayChange = collectingRole === 'collectionManager' || collectingRole === 'administrator';
  const name = texts.kinds[period.kind];
  return (
    <section className="card" aria-labelledby={`insamling-${round.id} period-${period.id}`}>
      <h3 id={`period-${period.id}`}>{name}</h3>
      <dl className="facts">
        {(['opensOn', 'dueOn', 'lastUploadOn', 'closesOn'] as const).map((day) => (
          <div key={day}>
            <dt>{texts[day]}</dt>
            <dd>{dayInWords(period[day])}</dd>
          </div>
        ))}
      </dl>
      {period.erasedAt && <p>{texts.erased(instantInWords(period.erasedAt))}</p>}
      {opened ? (
        <PeriodForm period={opened} name={periodInWords(round.name, period.kind)} today={round.today} onDone={() => setOpened(null)} />
      ) : period.erasedAt ? null : mayChange ? (
        <button type="button" className="button-secondary" aria-label={texts.changeIn(name, round.name)} onClick={() => setOpened(period)}>
          {texts.change(name)}
        </button>
      ) : (
        <p className="muted">{texts.notManager}</p>
      )}
    </section>
  );
}
