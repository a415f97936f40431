import type { UnitExtensions } from '@insamling/contract';
import { dayInWords, extensionTexts as texts } from '@insamling/texts';
import { Link, useParams } from '@tanstack/react-router';
import { paths } from '../paths.ts';
import { useAnswer } from '../questions.ts';
import { Answer, ownUnit, PageTitle, useMe } from '../shell/index.ts';
import { AskForm } from './AskForm.tsx';
import { RequestList } from './RequestList.tsx';

/** Uppskov: the last day, a request for a later one, and what became of earlier requests. */
export function ExtensionsPage() {
  const { unit } = useParams({ from: '/e/$unit' });
  const extensions = useAnswer('listExtensions', { unit });
  return (
    <>
      <PageTitle title={texts.title} />
      <Answer of={extensions}>{(data) => <Extensions unit={unit} extensions={data} />}</Answer>
    </>
  );
}

function Extensions({ unit, extensions }: { readonly unit: string; readonly extensions: UnitExtensions }) {
  const isReader = ownUnit(useMe(), unit)?.role === 'reader';
  const { dueOn, latestOn, requests } = extensions;
  const isWaiting = requests.some((request) => request.decision === 'waiting');
  return (
    <>
      <p className="lead">{dueOn ? texts.lastDay(dayInWords(dueOn)) : texts.noPeriod}</p>
      {dueOn && <p className="muted">{texts.whichPeriod}</p>}
      {dueOn && latestOn && extensions.mayAsk && <AskForm unit={unit} dueOn={dueOn} latestOn={latestOn} />}
      {dueOn && !extensions.mayAsk && isWaiting && !isReader && <p className="notice">{texts.waitingAlready}</p>}
      {dueOn && !extensions.mayAsk && !isWaiting && !isReader && (
        <p className="notice">
          {texts.closed} <Link {...paths.messages(unit)}>{texts.toMessages}</Link>
        </p>
      )}
      {dueOn && isReader && <p className="muted">{texts.onlyReading}</p>}
      <h2>{texts.requests}</h2>
      {requests.length === 0 ? <p className="muted">{texts.none}</p> : <RequestList requests={requests} />}
    </>
  );
}
