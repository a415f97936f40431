import type { Overview } from '@insamling/contract';
import { count, dayInWords, deliveryTexts, periodTexts, reviewTexts } from '@insamling/texts';
import { Link } from '@tanstack/react-router';
import { paths } from '../paths.ts';
import { useAnswer } from '../questions.ts';
import { RecoveryOffer } from '../accounts/index.ts';
import { Answer, PageTitle, Together } from '../shell/index.ts';
import style from './review.module.css';

/** Översikt: is the collection on course, and what waits for us. */
export function OverviewPage() {
  const overview = useAnswer('showOverview', {});
  const factors = useAnswer('showMyFactors', {});
  const round = overview.data?.round;
  return (
    <>
      <PageTitle title={round ? texts.title(round.name) : texts.noRound} />
      <Together of={[overview, factors]} lines={12}>
        <RecoveryOffer />
        <Answer of={overview} lines={8}>
          {(data) => (data.round ? <Standing overview={data} /> : <p>{texts.noRoundHelp}</p>)}
        </Answer>
      </Together>
    </>
  );
}

const texts = reviewTexts.overview;

function Standing({ overview }: { readonly overview: Overview }) {
  const { period } = overview;
  return (
    <>
      {period && (
        <p className="lead">{texts.period(periodTexts.kinds[period.kind], dayInWords(period.opensOn), dayInWords(period.dueOn))}</p>
      )}
      <section className="card" aria-labelledby="atgard">
        <h2 id="atgard">{texts.needsAction}</h2>
        <NeedsAction overview={overview} />
      </section>
      <section aria-labelledby="status">
        <h2 id="status">{texts.states}</h2>
        <States overview={overview} />
      </section>
    </>
  );
}

function NeedsAction({ overview: { late, waitingForUs, extensionRequests } }: { readonly overview: Overview }) {
  if (late + waitingForUs + extensionRequests === 0) return <p>{texts.nothing}</p>;
  return (
    <ul className="plain">
      {late > 0 && (
        <li>
          <Link {...paths.units({ status: 'forsenad' })}>{texts.late(late)}</Link>
        </li>
      )}
      {waitingForUs > 0 && (
        <li>
          <Link {...paths.allMessages({ visa: 'obesvarade' })}>{texts.waitingForUs(waitingForUs)}</Link>
        </li>
      )}
      {extensionRequests > 0 && (
        <li>
          <Link {...paths.waitingExtensions()}>{texts.extensionRequests(extensionRequests)}</Link>
        </li>
      )}
    </ul>
  );
}

/** The number stands in the table; the bar beside it only helps the eye. */
function States({ overview: { states, units } }: { readonly overview: Overview }) {
  return (
    <table className={`table ${style['states']}`}>
      <thead>
        <tr>
          <th scope="col">{texts.status}</th>
          <th scope="col" className="number">
            {texts.units}
          </th>
          <th scope="col">
            <span className="visually-hidden">{texts.share}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {states.map(({ state, count: n }) => (
          <tr key={state}>
            <th scope="row">
              <Link {...paths.units({ status: state })}>{deliveryTexts.states[state]}</Link>
            </th>
            <td className="number">{count(n)}</td>
            <td className={style['share']}>{n > 0 && <div className={style['bar']} style={{ width: `${(100 * n) / units}%` }} />}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">
            <Link {...paths.units()}>{texts.all}</Link>
          </th>
          <td className="number">{count(units)}</td>
          <td />
        </tr>
      </tfoot>
    </table>
  );
}
