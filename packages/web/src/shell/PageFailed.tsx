import { problemText, shellTexts } from '@insamling/texts';
import { isOutOfReach } from './out-of-reach.ts';

/**
 * When the page itself has a fault, or could not be fetched (a new version may have been published): begin anew. Without an error
 * nobody has answered.
 */
export function PageFailed({ error }: { readonly error?: unknown }) {
  return (
    <main id="innehall" className="failed">
      <h1>{shellTexts.errorTitle}</h1>
      <p>{error === undefined || isOutOfReach(error) ? problemText('service.unavailable') : shellTexts.errorHelp}</p>
      <p className="buttons">
        <button type="button" className="button" onClick={() => location.reload()}>
          {shellTexts.tryAgain}
        </button>
        {/* Not a link of the router: what failed begins anew. */}
        <a href="/">{shellTexts.toStart}</a>
      </p>
    </main>
  );
}
