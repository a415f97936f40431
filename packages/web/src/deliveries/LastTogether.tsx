import { togetherTexts as texts } from '@insamling/texts';
import { Link } from '@tanstack/react-router';
import { paths } from '../paths.ts';
import { useAnswer } from '../questions.ts';
import { CorrectedTogether } from './CorrectedTogether.tsx';

interface LastTogetherProps {
  readonly unit: string;
  readonly delivery: string;
  readonly fileId: string;
  readonly mayUndo: boolean;
}

/** The newest corrections made with one click that still stand, where they were made; the earlier ones are among the corrections. */
export function LastTogether({ unit, delivery, fileId, mayUndo }: LastTogetherProps) {
  const log = useAnswer('listCorrections', { unit, delivery, limit: 1 });
  const [newest, ...earlier] = log.data?.together ?? [];
  if (!newest) return null;
  return (
    <section aria-label={texts.title}>
      <CorrectedTogether key={newest.first} place={{ unit, delivery, fileId }} together={newest} mayUndo={mayUndo} />
      {earlier.length > 0 && (
        <p>
          <Link {...paths.corrections(unit)}>{texts.showAll}</Link>
        </p>
      )}
    </section>
  );
}
