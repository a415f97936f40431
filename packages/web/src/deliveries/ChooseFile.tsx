import { deliveryTexts } from '@insamling/texts';
import { useId, useState } from 'react';
import style from './upload.module.css';

interface ChooseFileProps {
  readonly label: string;
  readonly message?: string | undefined;
  readonly onChoose: (file: File) => void;
}

/** A real file field with a large area to drop on: keyboard, touch and mouse alike. */
export function ChooseFile({ label, message, onChoose }: ChooseFileProps) {
  const field = useId();
  const [isOver, setOver] = useState(false);
  const take = (files: FileList | null | undefined) => {
    const file = files?.[0];
    if (file) onChoose(file);
  };
  return (
    <div
      className={`field ${style['drop']} ${isOver ? style['over'] : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
    >
      <label htmlFor={field}>
        <span className={style['label']}>
          {label}
          <span className="button-secondary" aria-hidden="true">
            {deliveryTexts.upload.chooseButton}
          </span>
        </span>
      </label>
      {message && (
        <span id={`${field}-error`} className="error" role="alert">
          {message}
        </span>
      )}
      <input
        id={field}
        type="file"
        accept=".csv,.txt,.xlsx"
        className="visually-hidden"
        aria-invalid={message ? true : undefined}
        aria-describedby={message ? `${field}-error` : undefined}
        onChange={(event) => {
          take(event.target.files);
          // The same file may be chosen again after it has been mended on disk.
          event.target.value = '';
        }}
      />
    </div>
  );
}
