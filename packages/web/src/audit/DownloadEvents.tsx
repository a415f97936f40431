import { mostExportedEvents, type RequestTo } from '@insamling/contract';
import { auditTexts as texts, dayOf } from '@insamling/texts';
import { useChange } from '../questions.ts';
import { messageOf } from '../shell/index.ts';
import style from './audit.module.css';

/** The events of the filter as a CSV file. The server asks for a fresh code first. */
export function DownloadEvents({ filter }: { readonly filter: RequestTo<'exportEvents'> }) {
  const { mutate, isPending, data, error, variables } = useChange('exportEvents', []);
  // What was said of another choice of events does not hold for this one.
  const isOfThis = JSON.stringify(variables) === JSON.stringify(filter);
  const download = () => mutate(filter, { onSuccess: ({ csv }) => saveAs(csv, texts.fileName(dayOf(new Date().toISOString()))) });
  return (
    <div className={style['download']}>
      <button type="button" className="button-secondary" disabled={isPending} onClick={download}>
        {isPending ? texts.downloading : texts.download}
      </button>
      <p className="muted small" role="status">
        {data && isOfThis
          ? data.isCapped
            ? texts.capped(data.events)
            : texts.downloaded(data.events)
          : texts.downloadHelp(mostExportedEvents)}
      </p>
      {error && isOfThis && (
        <p className="error" role="alert">
          {messageOf(error)}
        </p>
      )}
    </div>
  );
}

function saveAs(csv: string, name: string): void {
  const address = URL.createObjectURL(new Blob([csv], { type: 'text/csv;charset=utf-8' }));
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
