import {
  count,
  counted,
  deliveryTexts,
  encodingSentence,
  fillGaps,
  foreignSentence,
  problemTexts,
  questionTexts,
  readingSentences,
} from '@insamling/texts';
import { Scroller } from '../ui/Scroller.tsx';
import type { AskedQuestion, CheckedFile, RuleHits } from './check-file.ts';
import { ColumnMapping } from './ColumnMapping.tsx';
import { Severity } from './Severity.tsx';
import style from './upload.module.css';

interface CheckedFileProps {
  readonly name: string;
  readonly checked: CheckedFile;
  readonly onSend: () => void;
}

/** What was read on the user's own computer: size, first rows, findings per check. Whether it is sent is the user's choice. */
export function CheckedFileView({ name, checked, onSend }: CheckedFileProps) {
  const { file, hits, questions, mayNotBeSent } = checked;
  const foreign = foreignSentence(file) ?? kindSentence(checked) ?? checked.otherUnit;
  const read = readingSentences(file, (field) => checked.fieldNames[field] ?? field);
  const toHandle = hits.filter(({ severity }) => severity === 'error' || severity === 'warning');
  const newFile = toHandle.filter(({ needsNewFile }) => needsNewFile);
  const mendable = questions.length > 0 || toHandle.length > newFile.length;
  const needsWork = mendable || newFile.length > 0;
  return (
    <section className="card" aria-labelledby="filen">
      <h2 id="filen">{name}</h2>
      {foreign && <p className="notice notice-error">{foreign}</p>}
      <p role="status">
        {file.records > 0 && `${texts.readResult(file.records, file.fields, encodingSentence(file))}. `}
        {texts.notSentYet}
      </p>
      {read.length > 0 && (
        <>
          <h3>{texts.howRead}</h3>
          <ul>
            {read.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
      {file.columns && <ColumnMapping columns={file.columns} fieldNames={checked.fieldNames} />}
      {questions.length > 0 && <AskedQuestions questions={questions} />}
      <h3>{texts.found}</h3>
      {hits.length > 0 && <Hits hits={hits} />}
      {hits.length === 0 && <p>{questions.length > 0 || foreign ? texts.nothingElseFound : texts.nothingFound}</p>}
      {mayNotBeSent ? (
        <p className="notice notice-error">{texts.cannotSend}</p>
      ) : (
        <>
          <p className="muted">{texts.compared[checked.compared]}</p>
          {newFile.length > 0 && <p className="notice notice-warning">{texts.needsNewFile(newFile.map(({ title }) => title))}</p>}
          {mendable && <p className="muted">{newFile.length > 0 ? texts.sendAnywayRest : texts.sendAnywayHelp}</p>}
          <p className="buttons">
            <button type="button" className="button" onClick={onSend}>
              {needsWork ? texts.sendAnyway : texts.send}
            </button>
          </p>
        </>
      )}
      {checked.firstRows.length > 0 && <FirstRows checked={checked} />}
    </section>
  );
}

const texts = deliveryTexts.upload;
const shownHits = 20;

/** What the server says of a name that ends otherwise than what the file holds. */
const kindSentence = ({ endsWrongly: ending }: CheckedFile): string | null =>
  ending && fillGaps(problemTexts['delivery.file-kind-differs'], { ending });

/** Each stands for many findings with one cause, and is answered once when the file has been sent. */
function AskedQuestions({ questions }: { readonly questions: readonly AskedQuestion[] }) {
  return (
    <>
      <h3>{questionTexts.title}</h3>
      <ul className={style['hits']}>
        {questions.map(({ key, title, why, group, findings, mended }) => (
          <li key={key}>
            <strong>{title}</strong>
            {group && <p>{group}</p>}
            <p>{why}</p>
            <p className="muted">
              {questionTexts.standsFor(findings, null)} {mended === 'never' ? questionTexts.noRemedy : texts.mendWhenSent[mended]}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

function Hits({ hits }: { readonly hits: readonly RuleHits[] }) {
  return (
    <ul className={style['hits']}>
      {hits.slice(0, shownHits).map((hit) => (
        <li key={`${hit.rule} ${hit.severity}`}>
          <Severity is={hit.severity} /> <strong>{hit.title}</strong>{' '}
          {hit.rows.length > 0 && <span className="muted">{counted(hit.count, 'anmärkning', 'anmärkningar')}</span>}
          <p>{hit.message}</p>
          {hit.rows.length > 0 && <p className="muted small">{texts.examples(hit.rows.map(count).join(', '))}</p>}
        </li>
      ))}
      {hits.length > shownHits && <li className="muted">{texts.more(hits.length - shownHits)}</li>}
    </ul>
  );
}

function FirstRows({ checked }: { readonly checked: CheckedFile }) {
  return (
    <details className="more">
      <summary>{texts.firstRows}</summary>
      <p className="muted small">{texts.firstRowsHelp}</p>
      <Scroller label={texts.firstRows}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{texts.row}</th>
              {checked.columns.map((column, place) => (
                <th key={place} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {checked.firstRows.map(({ row, texts: values }) => (
              <tr key={row}>
                <th scope="row">{row}</th>
                {values.map((value, place) => (
                  <td key={place}>{value}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
    </details>
  );
}
