import { correctionsPath, type CorrectionView } from '@insamling/contract';
import { count, deliveryTexts, instantInShort, shellTexts, togetherTexts } from '@insamling/texts';
import { useState } from 'react';
import { useAnswer, useChange } from '../questions.ts';
import { Answer, messageOf } from '../shell/index.ts';
import { Pager } from '../ui/Pager.tsx';
import { Scroller } from '../ui/Scroller.tsx';
import { confirm } from '../ui/toasts.ts';
import { CorrectedTogether } from './CorrectedTogether.tsx';

interface CorrectionsProps {
  readonly unit: string;
  readonly delivery: string;
  readonly fileId: string;
  readonly mayUndo: boolean;
}

/** The log of corrections as a table. Taking one back adds a line; nothing is ever removed from the log. */
export function CorrectionsView({ unit, delivery, fileId, mayUndo }: CorrectionsProps) {
  const [page, setPage] = useState(1);
  // Showing identity numbers holds for this page of the log only; each showing is logged by the server.
  const [revealedPage, setRevealedPage] = useState<number | null>(null);
  const reveal = revealedPage === page;
  const log = useAnswer('listCorrections', { unit, delivery, offset: (page - 1) * perPage, limit: perPage, reveal: String(reveal) });
  const undo = useChange('undoCorrection', ['delivery']);
  const takeBack = (correction: number) =>
    undo.mutate({ unit, delivery, correction, requestId: crypto.randomUUID() }, { onSuccess: () => confirm(deliveryTexts.check.undone) });
  return (
    <Answer of={log} lines={8}>
      {({ total, corrections, together }) =>
        total === 0 ? (
          <p>{texts.none}</p>
        ) : (
          <>
            <p>{texts.about}</p>
            <Downloads unit={unit} delivery={delivery} fileId={fileId} />
            {undo.error && (
              <p className="notice notice-error" role="alert">
                {messageOf(undo.error)}
              </p>
            )}
            {together.length > 0 && (
              <section aria-label={togetherTexts.title}>
                {together.map((one) => (
                  <CorrectedTogether key={one.first} place={{ unit, delivery, fileId }} together={one} mayUndo={mayUndo} />
                ))}
              </section>
            )}
            {(reveal || corrections.some(({ isMasked }) => isMasked)) && (
              <p>
                <button
                  type="button"
                  className="button-secondary"
                  aria-pressed={reveal}
                  title={deliveryTexts.check.revealHelp}
                  onClick={() => setRevealedPage(reveal ? null : page)}
                >
                  {reveal ? deliveryTexts.check.hide : deliveryTexts.check.reveal}
                </button>
              </p>
            )}
            <Scroller label={texts.table}>
              <table className="table">
                <thead>
                  <tr>
                    <th scope="col">{texts.number}</th>
                    <th scope="col">{texts.row}</th>
                    <th scope="col">{texts.field}</th>
                    <th scope="col">{texts.before}</th>
                    <th scope="col">{texts.after}</th>
                    <th scope="col">{texts.by}</th>
                    <th scope="col">{texts.at}</th>
                    <th scope="col">
                      <span className="visually-hidden">{shellTexts.undo}</span>
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {corrections.map((one) => (
                    <Line key={one.number} correction={one} onUndo={mayUndo ? () => takeBack(one.number) : null} isBusy={undo.isPending} />
                  ))}
                </tbody>
              </table>
            </Scroller>
            {total > perPage && (
              <Pager
                label={shellTexts.pages}
                status={shellTexts.rowsShown((page - 1) * perPage + 1, Math.min(page * perPage, total), total)}
                previous={
                  page > 1 && (
                    <button type="button" className="button-secondary" onClick={() => setPage(page - 1)}>
                      {shellTexts.previous}
                    </button>
                  )
                }
                next={
                  page * perPage < total && (
                    <button type="button" className="button-secondary" onClick={() => setPage(page + 1)}>
                      {shellTexts.next}
                    </button>
                  )
                }
              />
            )}
          </>
        )
      }
    </Answer>
  );
}

/** What was corrected, to take home: for the payroll system, and for the command line. */
function Downloads({ unit, delivery, fileId }: Pick<CorrectionsProps, 'unit' | 'delivery' | 'fileId'>) {
  return (
    <ul>
      {(['csv', 'json'] as const).map((form) => (
        <li key={form}>
          <a href={correctionsPath(unit, delivery, fileId, form)} download>
            {texts.fetch[form].link}
          </a>
          <span className="muted">: {texts.fetch[form].help}</span>
        </li>
      ))}
    </ul>
  );
}

const texts = deliveryTexts.corrections;
const perPage = 100;

function Line({
  correction,
  onUndo,
  isBusy,
}: {
  readonly correction: CorrectionView;
  readonly onUndo: (() => void) | null;
  readonly isBusy: boolean;
}) {
  const { number, undoes, isUndone, isNewest } = correction;
  return (
    <tr>
      <th scope="row">{number}</th>
      <td className="number">{count(correction.row)}</td>
      <td>{correction.name}</td>
      <td>{correction.before === '' ? deliveryTexts.check.emptyValue : correction.before}</td>
      <td>{correction.after === '' ? deliveryTexts.check.emptyValue : correction.after}</td>
      <td>{correction.by}</td>
      <td>{instantInShort(correction.at)}</td>
      <td>
        {isUndone ? (
          <span className="tag">{texts.undone}</span>
        ) : undoes !== null ? (
          <span className="muted">{texts.undoes(undoes)}</span>
        ) : (
          onUndo &&
          isNewest && (
            <button type="button" className="button-quiet" aria-label={texts.undo(number)} disabled={isBusy} onClick={onUndo}>
              {shellTexts.undo}
            </button>
          )
        )}
      </td>
    </tr>
  );
}
