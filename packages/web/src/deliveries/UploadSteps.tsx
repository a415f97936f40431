import { deliveryTexts } from '@insamling/texts';
import style from './upload.module.css';
import type { UploadStage } from './use-upload.ts';

interface UploadStepsProps {
  readonly stage: UploadStage;
  /** The server's own check, once the file has arrived. */
  readonly check: 'waiting' | 'checking' | 'done' | 'failed' | null;
}

/** The four steps of an upload and which of them one is in. */
export function UploadSteps({ stage, check }: UploadStepsProps) {
  const now = stepOf(stage, check);
  if (now === null) return null;
  return (
    <ol className={style['steps']} aria-label={deliveryTexts.upload.stepsLabel}>
      {deliveryTexts.upload.steps.map((step, place) => (
        <li key={step} className={place < now ? style['past'] : undefined} aria-current={place === now ? 'step' : undefined}>
          {step}
        </li>
      ))}
    </ol>
  );
}

function stepOf(stage: UploadStage, check: UploadStepsProps['check']): number | null {
  switch (stage.is) {
    case 'choosing':
      return null;
    case 'reading':
    case 'read':
      return 0;
    case 'sending':
    case 'broken':
      return 1;
    case 'sent':
      return check === 'done' || check === 'failed' ? 3 : 2;
  }
}
