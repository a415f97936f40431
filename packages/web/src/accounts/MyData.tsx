import { privacyTexts as texts } from '@insamling/texts';
import { useState } from 'react';
import { useAnswer, useChange } from '../questions.ts';
import { Answer, messageOf, useMe } from '../shell/index.ts';
import { Scroller } from '../ui/Scroller.tsx';
import { confirm } from '../ui/toasts.ts';
import style from './my-data.module.css';
import { fileOf, sectionsOf, type DataSection } from './my-data-sections.ts';

/** «Mina uppgifter»: everything that is kept about oneself, to look at and to take along. */
export function MyData() {
  const { service } = useMe();
  const [isShown, setShown] = useState(false);
  const fetchAll = useChange('exportMyData', []);
  return (
    <section className="card" aria-labelledby="mina-uppgifter">
      <h2 id="mina-uppgifter">{texts.title}</h2>
      <p>{texts.about}</p>
      <p>{texts.kept}</p>
      {fetchAll.error && (
        <p className="error" role="alert">
          {messageOf(fetchAll.error)}
        </p>
      )}
      <div className="buttons">
        <button type="button" className="button-secondary" aria-expanded={isShown} onClick={() => setShown(!isShown)}>
          {isShown ? texts.hide : texts.show}
        </button>
        <button
          type="button"
          className="button-secondary"
          disabled={fetchAll.isPending}
          onClick={() =>
            fetchAll.mutate(
              {},
              {
                onSuccess: (data) => {
                  saveAs(`mina-uppgifter-${data.madeAt.slice(0, 10)}.json`, fileOf(data, service.name));
                  confirm(texts.fetched);
                },
              },
            )
          }
        >
          {texts.fetch}
        </button>
      </div>
      {isShown && <Shown />}
    </section>
  );
}

function Shown() {
  const data = useAnswer('showMyData', {});
  return (
    <Answer of={data} lines={12}>
      {(known) => (
        <div className={style['kinds']}>
          {sectionsOf(known).map((section) => (
            <Section key={section.id} section={section} />
          ))}
        </div>
      )}
    </Answer>
  );
}

function Section({ section: { id, heading, columns, rows, total } }: { readonly section: DataSection }) {
  return (
    <details className="more" open={id === 'account'}>
      <summary>
        {heading} {id !== 'account' && `(${total})`}
      </summary>
      {rows.length === 0 ? (
        <p className="muted">{texts.nothing}</p>
      ) : id === 'account' ? (
        <dl className="facts">
          {columns.map((name, place) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{rows[0]?.[place]}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <>
          {rows.length < total && <p className="muted">{texts.newest(rows.length, total)}</p>}
          <Scroller label={heading}>
            <table className="table">
              <thead>
                <tr>
                  {columns.map((name) => (
                    <th key={name} scope="col">
                      {name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row, index) => (
                  <tr key={index}>
                    {row.map((value, place) => (
                      <td key={place}>{value}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroller>
        </>
      )}
    </details>
  );
}

/** Hands the browser a file that was made here. */
function saveAs(name: string, content: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type: 'application/json' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
