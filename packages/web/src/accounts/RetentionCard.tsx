import { count, dayInShort, retentionTexts as texts } from '@insamling/texts';
import { useAnswer } from '../questions.ts';
import { Answer } from '../shell/index.ts';
import { Scroller } from '../ui/Scroller.tsx';

/** For administrators: what has been kept for its time and goes with the next run. */
export function RetentionCard() {
  const preview = useAnswer('previewRetention', {});
  return (
    <section className="card" aria-labelledby="gallring">
      <h2 id="gallring">{texts.title}</h2>
      <p>{texts.about}</p>
      <Answer of={preview}>
        {(kinds) => (
          <Scroller label={texts.table}>
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{texts.kind}</th>
                  <th scope="col">{texts.time}</th>
                  <th scope="col">{texts.before}</th>
                  <th scope="col">{texts.count}</th>
                </tr>
              </thead>
              <tbody>
                {kinds.map(({ name, kept, before, count: many }) => (
                  <tr key={name}>
                    <th scope="row">{texts.kinds[name]}</th>
                    <td>{kept === 0 ? texts.forEver : texts.keptFor[name](kept ?? 0)}</td>
                    <td>{before === null ? texts.never : dayInShort(before)}</td>
                    <td className="number">{before === null ? '' : count(many)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroller>
        )}
      </Answer>
    </section>
  );
}
