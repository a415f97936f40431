import { messageTexts } from '@insamling/texts';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { NewThread, ThreadList } from '../messages/index.ts';
import { paths } from '../paths.ts';
import { useAnswer } from '../questions.ts';
import { Answer } from '../shell/index.ts';

/** The threads with one organisation. */
export function UnitMessagesPage() {
  const { unit } = useParams({ from: '/granskning/organisationer/$unit/meddelanden' });
  const { kontroll } = useSearch({ from: '/granskning/organisationer/$unit/meddelanden' });
  const navigate = useNavigate();
  const threads = useAnswer('listThreads', { unit });
  return (
    <>
      <h2>{messageTexts.title}</h2>
      <NewThread unit={unit} rule={kontroll ?? null} onSent={(thread) => void navigate(paths.unitThread(unit, thread))} />
      <Answer of={threads}>{(data) => <ThreadList threads={data} linkTo={({ id }) => paths.unitThread(unit, id)} />}</Answer>
    </>
  );
}
