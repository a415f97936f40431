import type { FindingView } from '@insamling/contract';
import { deliveryTexts, instantInShort, shellTexts } from '@insamling/texts';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { paths } from '../paths.ts';
import { useChange } from '../questions.ts';
import { messageOf, useMe } from '../shell/index.ts';
import { confirm } from '../ui/toasts.ts';
import { CellEditor } from './CellEditor.tsx';
import style from './checks.module.css';
import { ExplainForm } from './ExplainForm.tsx';
import { FixedTogether } from './FixedTogether.tsx';
import { Proposals } from './Proposals.tsx';
import { undoCorrection, type CellPlace } from './use-correct-cell.ts';
import { isSolvedBy, type Touched } from './touched.ts';

export interface FindingCardProps {
  readonly finding: FindingView;
  readonly touched: Touched | undefined;
  /** The server no longer lists it: a colleague, or a correction here, has solved it. */
  readonly isGone: boolean;
  readonly place: Omit<CellPlace, 'record'>;
  readonly mayCorrect: boolean;
  readonly mayExplain: boolean;
  /** Remembers what was done here, so that the card stays until the user leaves the page. */
  readonly onTouch: (touched: Touched | null) => void;
}

/** One finding as a card: row, what is wrong, its cells, and what can be done. */
export function FindingCard({ finding, touched, isGone, place, mayCorrect, mayExplain, onTouch }: FindingCardProps) {
  const { record, row } = finding;
  const isFixed = touched?.is === 'fixed' || touched?.is === 'fixedTogether';
  const isHandled = isFixed || finding.explanation !== null;
  const here = { ...place, record: record ?? 0 };
  // The card stays under the hands until the list knows of it again.
  const onUndone = () => onTouch({ is: 'open', finding });
  const onOpen = (isOpen: boolean) => onTouch(isOpen ? { is: 'open', finding } : null);
  return (
    <article
      className={`${style['finding']} ${isHandled ? style['handled'] : ''}`}
      aria-label={row === null ? texts.wholeFile : texts.row(row)}
    >
      <h2>
        {row === null ? texts.wholeFile : texts.row(row)} {finding.context && <span className="muted small">{finding.context}</span>}
      </h2>
      <p>{finding.message}</p>
      {touched?.is === 'fixed' && <Fixed touched={touched} row={row ?? 0} place={here} onUndone={onUndone} />}
      {touched?.is === 'fixedTogether' && <FixedTogether touched={touched} row={row ?? 0} place={place} onUndone={onUndone} />}
      {!isFixed && (
        <ul className={style['cells']}>
          {finding.cells.map((cell) => (
            <CellEditor
              key={cell.variable}
              place={here}
              row={row ?? 0}
              cell={cell}
              isEditable={mayCorrect && record !== null}
              onEffect={(effect, overTheirs) => {
                const isSolved = isSolvedBy(effect, finding, isGone || overTheirs);
                onTouch(isSolved ? { is: 'fixed', finding, effect, field: texts.field(cell.number, cell.name) } : null);
              }}
              onOpen={onOpen}
            />
          ))}
        </ul>
      )}
      {!isFixed && mayCorrect && needsNewFile(finding) && (
        <p>
          {texts.newFile} <Link {...paths.upload(place.unit)}>{deliveryTexts.tasks.upload}</Link>
        </p>
      )}
      {!isFixed && mayCorrect && record !== null && finding.cells.length > 0 && finding.severity !== 'info' && (
        <Proposals
          place={here}
          finding={finding}
          onEffect={(effect, field) => onTouch({ is: 'fixed', finding, effect, field })}
          onTogether={(effect, change) => onTouch({ is: 'fixedTogether', finding, effect, change })}
          onOpen={onOpen}
        />
      )}
      {!isFixed && <Comment finding={finding} place={place} mayExplain={mayExplain} onTouch={onTouch} />}
    </article>
  );
}

/** An error that has no cell to write in. */
const needsNewFile = ({ severity, record, cells }: FindingView): boolean => severity === 'error' && (record === null || cells.length === 0);

const texts = deliveryTexts.check;
const words = deliveryTexts.explain;

interface FixedProps {
  readonly touched: Extract<Touched, { is: 'fixed' }>;
  readonly row: number;
  readonly place: CellPlace;
  readonly onUndone: () => void;
}

function Fixed({ touched: { effect, field, finding }, row, place, onUndone }: FixedProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const elsewhere = effect.raised.filter((one) => one.rule !== finding.rule).length;
  const undo = async () => {
    try {
      await undoCorrection(place, effect.correction);
      confirm(texts.undone);
      onUndone();
    } catch (error) {
      setProblem(messageOf(error));
    }
  };
  return (
    <div className={style['comment']} role="status">
      <p>
        <span className="tag tag-done">{texts.fixed}</span> {field}: {effect.before === '' ? texts.emptyValue : effect.before} →{' '}
        <strong>{effect.after === '' ? texts.emptyValue : effect.after}</strong>
      </p>
      {elsewhere > 0 && <p>{texts.raised(elsewhere)}</p>}
      {problem && <p className="error">{problem}</p>}
      <button type="button" className="button-quiet" aria-label={texts.undoFor(row)} onClick={() => void undo()}>
        {shellTexts.undo}
      </button>
    </div>
  );
}

type CommentProps = Pick<FindingCardProps, 'finding' | 'place' | 'mayExplain' | 'onTouch'>;

function Comment({ finding, place, mayExplain, onTouch }: CommentProps) {
  const me = useMe();
  const [isWriting, setWriting] = useState(false);
  const explain = useChange('explainFindings', ['delivery']);
  const withdraw = useChange('withdrawExplanation', ['delivery']);
  const { explanation } = finding;

  if (explanation) {
    return (
      <div className={style['comment']}>
        <p>
          <span className="tag tag-done">{words.handled}</span> {explanation.text}
        </p>
        <p className="muted small">{words.by(explanation.by, instantInShort(explanation.at))}</p>
        {withdraw.error && (
          <p className="error" role="alert">
            {messageOf(withdraw.error)}
          </p>
        )}
        {mayExplain && (
          <button
            type="button"
            className="button-quiet"
            disabled={withdraw.isPending}
            onClick={() =>
              withdraw.mutate(
                { unit: place.unit, delivery: place.delivery, fileId: place.fileId, rule: finding.rule, finding: finding.id },
                {
                  onSuccess: () => {
                    onTouch(null);
                    confirm(words.removed);
                  },
                },
              )
            }
          >
            {words.remove}
          </button>
        )}
      </div>
    );
  }
  if (!mayExplain) return null;
  if (!isWriting) {
    return (
      <button
        type="button"
        className="button-secondary"
        aria-label={finding.row === null ? undefined : words.commentFor(finding.row)}
        onClick={() => setWriting(true)}
      >
        {words.comment}
      </button>
    );
  }
  return (
    <ExplainForm
      saveLabel={words.save}
      isSaving={explain.isPending}
      error={explain.error && messageOf(explain.error)}
      onCancel={() => setWriting(false)}
      onSave={(reason, text) =>
        explain.mutate(
          { unit: place.unit, delivery: place.delivery, fileId: place.fileId, rule: finding.rule, findings: [finding.id], reason, text },
          {
            onSuccess: () => {
              setWriting(false);
              const at = new Date().toISOString();
              onTouch({ is: 'explained', finding: { ...finding, explanation: { reason, text, by: me.account.name, at } } });
            },
          },
        )
      }
    />
  );
}
