import { problemText, shellTexts } from '@insamling/texts';

/** When the page itself has a fault, or could not be fetched (a new version may have been published): begin anew. */
export function PageFailed() {
  return (
    <main id="innehall" className="failed">
      <h1>{shellTexts.errorTitle}</h1>
      <p>{problemText('service.unavailable')}</p>
      <p>
        <button type="button" className="button" onClick={() => location.reload()}>
          {shellTexts.tryAgain}
        </button>
      </p>
    </main>
  );
}
