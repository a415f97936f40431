import { togetherTexts as texts } from '@insamling/texts';
import { useChange } from '../questions.ts';
import { messageOf } from '../shell/index.ts';
import { confirm } from '../ui/toasts.ts';

interface UndoTogetherProps {
  readonly place: { readonly unit: string; readonly delivery: string; readonly fileId: string };
  /** Numbers of the corrections that were made together. */
  readonly first: number;
  readonly last: number;
  /** What is taken back, for those who do not see what the button stands beside. */
  readonly what: string;
  readonly onUndone?: () => void;
}

/** Takes back, of corrections made together, those that still stand. */
export function UndoTogether({ place, first, last, what, onUndone }: UndoTogetherProps) {
  const undo = useChange('undoRemedy', ['delivery']);
  const takeBack = async () => {
    const { corrected } = await undo.mutateAsync({ ...place, first, last, requestId: crypto.randomUUID() });
    confirm(texts.undone(corrected));
    onUndone?.();
  };
  return (
    <>
      {undo.error && (
        <p className="error" role="alert">
          {messageOf(undo.error)}
        </p>
      )}
      <button
        type="button"
        className="button-secondary"
        aria-label={texts.undoAllOf(what)}
        disabled={undo.isPending}
        onClick={() => void takeBack().catch(() => undefined)}
      >
        {texts.undoAll}
      </button>
    </>
  );
}
