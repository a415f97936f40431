import type { QuestionView } from '@insamling/contract';
import { questionTexts as texts } from '@insamling/texts';
import type { LinkOptions } from '@tanstack/react-router';
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
  readonly checkLink: (rule: string) => LinkOptions;
  /** Level of the heading: under the page's h1, or under a part's h2. */
  readonly headings?: 'h2' | 'h3';
}

/** Questions that stand instead of many findings, above the list of checks. Nothing is shown when nothing is asked. */
export function Questions({ unit, delivery, fileId, mayCorrect, mayExplain, checkLink, headings: Heading = 'h2' }: QuestionsProps) {
  const answer = useAnswer('listQuestions', { unit, delivery });
  const apply = useChange('applyRemedy', ['delivery']);
  const asked = answer.data?.questions ?? [];
  const questions = asked.filter(({ unexplained }) => unexplained !== 0);
  const answered = asked.filter(({ unexplained }) => unexplained === 0);
  if (asked.length === 0) return null;
  const place = { unit, delivery, fileId };
  return (
    <section aria-label={texts.title}>
      {questions.length > 0 && (
        <>
          <Heading>{texts.title}</Heading>
          {mayCorrect && <p>{texts.intro}</p>}
          <ul className={style['checks']}>
            {questions.map((question: QuestionView) => (
              <li key={question.key}>
                <QuestionCard
                  place={place}
                  question={question}
                  mayCorrect={mayCorrect}
                  mayExplain={mayExplain}
                  checkLink={checkLink}
                  heading={Heading === 'h2' ? 'h3' : 'h4'}
                  isApplying={apply.isPending}
                  error={apply.error && apply.variables?.key === question.key ? messageOf(apply.error) : undefined}
                  apply={(key, choice) =>
                    apply.mutate(
                      { ...place, key, choice, requestId: crypto.randomUUID() },
                      { onSuccess: ({ corrected }) => confirm(texts.corrected(corrected)) },
                    )
                  }
                />
              </li>
            ))}
          </ul>
        </>
      )}
      {answered.length > 0 && <AnsweredQuestions questions={answered} checkLink={checkLink} />}
    </section>
  );
}
