import { factorTexts } from '@insamling/texts';
import { serverPaths } from '../paths.ts';
import { useAnswer, useChange } from '../questions.ts';

const texts = factorTexts.recovery;

/** Offers recovery codes on the first pages inside, until they are made or not wanted. */
export function RecoveryOffer() {
  const { data } = useAnswer('showMyFactors', {});
  const decline = useChange('declineRecoveryCodes', ['access']);
  if (!data?.offersRecoveryCodes || decline.isSuccess) return null;
  return (
    <section className="notice" aria-labelledby="erbjudande">
      <h2 id="erbjudande">{texts.offerTitle}</h2>
      <p>{texts.offer}</p>
      <div className="buttons">
        <a className="button-secondary" href={serverPaths.recoveryCodes()}>
          {texts.make}
        </a>
        <button type="button" className="button-quiet" disabled={decline.isPending} onClick={() => decline.mutate({})}>
          {texts.notNow}
        </button>
      </div>
    </section>
  );
}
