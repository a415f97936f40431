import { messageTexts as texts } from '@insamling/texts';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { paths } from '../paths.ts';
import { useAnswer } from '../questions.ts';
import { Answer, PageTitle } from '../shell/index.ts';
import { NewThread } from './NewThread.tsx';
import { ThreadList } from './ThreadList.tsx';

/** Meddelanden: the unit's threads, and a new one. */
export function MessagesPage() {
  const { unit } = useParams({ from: '/e/$unit/meddelanden' });
  const { kontroll } = useSearch({ from: '/e/$unit/meddelanden' });
  const navigate = useNavigate();
  const threads = useAnswer('listThreads', { unit });
  return (
    <>
      <PageTitle title={texts.title} />
      <p>{texts.reminder}</p>
      <NewThread unit={unit} rule={kontroll ?? null} onSent={(thread) => void navigate(paths.thread(unit, thread))} />
      <Answer of={threads}>{(data) => <ThreadList threads={data} linkTo={({ id }) => paths.thread(unit, id)} />}</Answer>
    </>
  );
}
