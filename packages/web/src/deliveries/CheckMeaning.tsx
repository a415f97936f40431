import type { CheckView } from '@insamling/contract';
import { deliveryTexts } from '@insamling/texts';

interface CheckMeaningProps {
  readonly check: CheckView;
  /** For who decides how far to look: the respondent handles every finding. */
  readonly showsStopLine: boolean;
}

/** What a check's findings may mean for the statistics, and what it rests on. Nothing where neither is to be said. */
export function CheckMeaning({ check: { count, effect, isPreliminary }, showsStopLine }: CheckMeaningProps) {
  return (
    <>
      {effect && <p className="muted">{texts.effect(effect.field, effect.percent)}</p>}
      {effect && showsStopLine && <p className="muted">{texts.stop(effect, count)}</p>}
      {isPreliminary && <p className="muted small">{texts.preliminary}</p>}
    </>
  );
}

const texts = deliveryTexts.review;
