import { deliveryTexts } from '@insamling/texts';
import { useState } from 'react';
import { messageOf } from '../shell/index.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { confirm } from '../ui/toasts.ts';
import { ExplainForm, type ExplanationReason } from './ExplainForm.tsx';

interface CommentManyProps {
  /** Words of the button, and which findings get the comment. */
  readonly label: string;
  readonly help: string;
  /** Findings that have no comment yet. */
  readonly count: number;
  readonly isSaving: boolean;
  readonly error: Error | null;
  readonly onSave: (reason: ExplanationReason, text: string, done: (explained: number) => void) => void;
}

/** A button that opens a dialog where one comment is written on many findings. */
export function CommentMany({ label, help, count, isSaving, error, onSave }: CommentManyProps) {
  const [isOpen, setOpen] = useState(false);
  const done = (explained: number) => {
    setOpen(false);
    confirm(texts.done(explained));
  };
  return (
    <>
      <button type="button" className="button-secondary" onClick={() => setOpen(true)}>
        {label}
      </button>
      {isOpen && (
        <Dialog title={texts.commentAllTitle(count)} onClose={() => setOpen(false)}>
          <p>{help}</p>
          <ExplainForm
            saveLabel={texts.saveAll(count)}
            isSaving={isSaving}
            error={error && messageOf(error)}
            onCancel={() => setOpen(false)}
            onSave={(reason, text) => onSave(reason, text, done)}
          />
        </Dialog>
      )}
    </>
  );
}

const texts = deliveryTexts.explain;
