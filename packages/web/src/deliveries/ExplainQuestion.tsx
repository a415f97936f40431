import { questionTexts as texts } from '@insamling/texts';
import { useChange } from '../questions.ts';
import { CommentMany } from './CommentMany.tsx';

interface ExplainQuestionProps {
  readonly place: { readonly unit: string; readonly delivery: string; readonly fileId: string };
  readonly questionKey: string;
  /** Findings the question stands for that have no comment yet. */
  readonly count: number;
}

/** The answer that it is as it should be: one comment on what the question stands for. */
export function ExplainQuestion({ place, questionKey, count }: ExplainQuestionProps) {
  const explain = useChange('explainQuestion', ['delivery']);
  return (
    <CommentMany
      label={texts.standsAsItIs}
      help={texts.standsHelp}
      count={count}
      isSaving={explain.isPending}
      error={explain.error}
      onSave={(reason, text, done) =>
        // The card goes with its question before the answer is told of, so a callback of the card would not be called.
        void explain.mutateAsync({ ...place, key: questionKey, reason, text }).then(
          ({ explained }) => done(explained),
          () => undefined,
        )
      }
    />
  );
}
