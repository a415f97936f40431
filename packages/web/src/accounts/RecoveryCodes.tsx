import { dayInWords, dayOf, factorTexts } from '@insamling/texts';
import { serverPaths } from '../paths.ts';
import { useAnswer } from '../questions.ts';
import { Answer } from '../shell/index.ts';

const texts = factorTexts.recovery;

/** How many recovery codes are left; they are made and shown on a page of the server. */
export function RecoveryCodes() {
  const factors = useAnswer('showMyFactors', {});
  return (
    <section aria-labelledby="aterstallningskoder">
      <h3 id="aterstallningskoder">{texts.title}</h3>
      <Answer of={factors} lines={2}>
        {({ recoveryCodes: { left, of, madeAt } }) => (
          <>
            {madeAt === null ? <p>{texts.none}</p> : <p>{texts.state(left, of, dayInWords(dayOf(madeAt)))}</p>}
            {madeAt !== null && left <= 2 && <p className="notice notice-warning">{texts.few}</p>}
            <div className="buttons">
              <a className="button-secondary" href={serverPaths.recoveryCodes()}>
                {madeAt === null ? texts.make : texts.makeNew}
              </a>
            </div>
          </>
        )}
      </Answer>
    </section>
  );
}
