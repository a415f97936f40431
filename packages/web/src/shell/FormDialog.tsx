import { shellTexts } from '@insamling/texts';
import type { ReactNode } from 'react';
import { Dialog } from '../ui/Dialog.tsx';
import { messageOf } from './Answer.tsx';

interface FormDialogProps {
  readonly title: string;
  /** What the change means, a paragraph each; before anything is asked. */
  readonly help?: readonly string[];
  /** What is asked of the server: while it is on its way it cannot be asked again, and a refusal is said in the dialog. */
  readonly change: { readonly error: Error | null; readonly isPending: boolean };
  /** Words of the button; «Spara» without. */
  readonly action?: string;
  readonly onAct: () => void;
  readonly onClose: () => void;
  /** The fields, if there are any. */
  readonly children?: ReactNode;
}

/** A dialog that makes one change: what it means, its fields, and two buttons. It closes when its owner takes it away. */
export function FormDialog({ title, help = [], change, action = shellTexts.save, onAct, onClose, children }: FormDialogProps) {
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onAct();
        }}
      >
        {help.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        {change.error && (
          <p className="error" role="alert">
            {messageOf(change.error)}
          </p>
        )}
        {children}
        <div className="buttons">
          <button type="submit" className="button" disabled={change.isPending}>
            {action}
          </button>
          <button type="button" className="button-secondary" onClick={onClose}>
            {shellTexts.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
