import type { TogetherView } from '@insamling/contract';
import { instantInShort, togetherTexts as texts } from '@insamling/texts';
import { UndoTogether } from './UndoTogether.tsx';

interface CorrectedTogetherProps {
  readonly place: { readonly unit: string; readonly delivery: string; readonly fileId: string };
  readonly together: TogetherView;
  readonly mayUndo: boolean;
}

/** Corrections that were made with one click: how many, of which fields, by whom and when, and the way back from all of them. */
export function CorrectedTogether({ place, together, mayUndo }: CorrectedTogetherProps) {
  const { first, last, fields, cells, standing, by, at } = together;
  const what = texts.what(cells, fields);
  return (
    <div className="notice">
      <p>
        {what} <span className="muted small">{texts.by(by, instantInShort(at))}</span>
        {standing < cells && (
          <>
            <br />
            {texts.standing(standing)}
          </>
        )}
      </p>
      {mayUndo && <UndoTogether place={place} first={first} last={last} what={what} />}
    </div>
  );
}
