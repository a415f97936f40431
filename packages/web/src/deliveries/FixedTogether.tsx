import { deliveryTexts } from '@insamling/texts';
import style from './checks.module.css';
import type { Touched } from './touched.ts';
import { UndoTogether } from './UndoTogether.tsx';

interface FixedTogetherProps {
  readonly touched: Extract<Touched, { is: 'fixedTogether' }>;
  readonly row: number;
  readonly place: { readonly unit: string; readonly delivery: string; readonly fileId: string };
  readonly onUndone: () => void;
}

/** A finding that several cells solved together: what was changed, and the way back. */
export function FixedTogether({ touched: { effect, change }, row, place, onUndone }: FixedTogetherProps) {
  return (
    <div className={style['comment']} role="status">
      <p>
        <span className="tag tag-done">{texts.fixed}</span> {change}
      </p>
      <UndoTogether place={place} first={effect.first} last={effect.last} what={texts.row(row)} onUndone={onUndone} />
    </div>
  );
}

const texts = deliveryTexts.check;
