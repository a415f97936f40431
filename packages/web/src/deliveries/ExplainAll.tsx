import { deliveryTexts } from '@insamling/texts';
import { useChange } from '../questions.ts';
import { CommentMany } from './CommentMany.tsx';

interface ExplainAllProps {
  readonly place: { readonly unit: string; readonly delivery: string; readonly fileId: string };
  readonly rule: string;
  /** Findings of the check that have no comment yet. */
  readonly count: number;
}

/** One comment on every finding of the check that has none. */
export function ExplainAll({ place, rule, count }: ExplainAllProps) {
  const explain = useChange('explainFindings', ['delivery']);
  return (
    <CommentMany
      label={texts.commentAll}
      help={texts.commentAllHelp}
      count={count}
      isSaving={explain.isPending}
      error={explain.error}
      onSave={(reason, text, done) =>
        explain.mutate({ ...place, rule, findings: 'all', reason, text }, { onSuccess: ({ explained }) => done(explained) })
      }
    />
  );
}

const texts = deliveryTexts.explain;
