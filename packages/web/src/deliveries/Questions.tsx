import type { Counts, QuestionView } from '@insamling/contract';
import { questionTexts as texts } from '@insamling/texts';
import { useState } from 'react';
import { useAnswer, useChange } from '../questions.ts';
import { messageOf } from '../shell/index.ts';
import { confirm } from '../ui/toasts.ts';
import { AnsweredQuestions } from './AnsweredQuestions.tsx';
import { QuestionCard } from './QuestionCard.tsx';
import style from './checks.module.css';

interface QuestionsProps {
  readonly unit: string;
  readonly delivery: string;
  readonly fileId: string;
  readonly mayCorrect: boolean;
  readonly mayExplain: boolean;
}

/** What the last remedy did, so that it can be taken back. */
interface Done {
  readonly corrected: number;
  readonly first: number;
  readonly last: number;
}

/** Questions that stand instead of many findings, above the list of checks. Nothing is shown when nothing is asked. */
export function Questions({ unit, delivery, fileId, mayCorrect, mayExplain }: QuestionsProps) {
  const answer = useAnswer('listQuestions', { unit, delivery });
  const [done, setDone] = useState<Done>();
  const apply = useChange('applyRemedy', ['delivery']);
  const asked = answer.data?.questions ?? [];
  const questions = asked.filter(({ unexplained }) => unexplained !== 0);
  const answered = asked.filter(({ unexplained }) => unexplained === 0);
  if (asked.length === 0 && !done) return null;
  const place = { unit, delivery, fileId };
  return (
    <section aria-label={texts.title}>
      {done && <UndoRemedy place={place} done={done} onUndone={() => setDone(undefined)} />}
      {questions.length > 0 && (
        <>
          <h2>{texts.title}</h2>
          <p>{texts.intro}</p>
          <ul className={style['checks']}>
            {questions.map((question: QuestionView) => (
              <li key={question.key}>
                <QuestionCard
                  place={place}
                  question={question}
                  mayCorrect={mayCorrect}
                  mayExplain={mayExplain}
                  isApplying={apply.isPending}
                  error={apply.error && apply.variables.key === question.key ? messageOf(apply.error) : undefined}
                  apply={(key, choice) => apply.mutate({ ...place, key, choice, requestId: crypto.randomUUID() }, { onSuccess: setDone })}
                />
              </li>
            ))}
          </ul>
        </>
      )}
      {answered.length > 0 && <AnsweredQuestions unit={unit} questions={answered} />}
    </section>
  );
}

interface UndoProps {
  readonly place: { readonly unit: string; readonly delivery: string; readonly fileId: string };
  readonly done: Done;
  readonly onUndone: () => void;
}

function UndoRemedy({ place, done, onUndone }: UndoProps) {
  const undo = useChange('undoRemedy', ['delivery']);
  return (
    <div className="notice" role="status">
      <p>{texts.corrected(done.corrected)}</p>
      {undo.error && <p className="error">{messageOf(undo.error)}</p>}
      <button
        type="button"
        className="button-secondary"
        disabled={undo.isPending}
        onClick={() =>
          undo.mutate(
            { ...place, first: done.first, last: done.last, requestId: crypto.randomUUID() },
            {
              onSuccess: ({ corrected }: { readonly corrected: number; readonly counts: Counts }) => {
                confirm(texts.undone(corrected));
                onUndone();
              },
            },
          )
        }
      >
        {texts.undoAll}
      </button>
    </div>
  );
}
