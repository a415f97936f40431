import { useEffect, useId, useRef, type MouseEvent, type ReactNode } from 'react';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/**
 * A modal dialog. It is open while it is rendered; focus goes in, and back to where it was when it closes. The second half of a double
 * click that opened it was not meant for what it now meets there: it presses nothing, and takes the focus from nothing.
 */
export function Dialog({ title, onClose, children }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const wasPressed = useRef(false);
  const leaveOutHalf = (event: MouseEvent) => {
    if (event.detail <= 1) wasPressed.current = true;
    else if (!wasPressed.current) {
      event.preventDefault();
      event.stopPropagation();
    }
  };

  useEffect(() => {
    const dialog = element.current;
    const before = document.activeElement;
    if (dialog && !dialog.open) dialog.showModal();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);

  return (
    <dialog
      ref={element}
      className="dialog"
      aria-labelledby={heading}
      onMouseDownCapture={leaveOutHalf}
      onClickCapture={leaveOutHalf}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={heading}>{title}</h2>
      {children}
    </dialog>
  );
}
