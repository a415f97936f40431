import { extensionTexts as texts } from '@insamling/texts';
import { Link, useParams } from '@tanstack/react-router';
import { RequestList } from '../extensions/index.ts';
import { paths } from '../paths.ts';
import { useAnswer } from '../questions.ts';
import { Answer } from '../shell/index.ts';

/** The organisation's requests for more time and their answers; a request that waits is answered in Uppskov. */
export function UnitExtensionsPage() {
  const { unit } = useParams({ from: '/granskning/organisationer/$unit' });
  const extensions = useAnswer('listExtensions', { unit });
  return (
    <>
      <h2>{texts.title}</h2>
      <Answer of={extensions}>
        {({ requests }) =>
          requests.length === 0 ? (
            <p>{texts.noneOfUnit}</p>
          ) : (
            <>
              {requests.some(({ decision }) => decision === 'waiting') && (
                <p>
                  <Link {...paths.waitingExtensions()}>{texts.toWaiting}</Link>
                </p>
              )}
              <RequestList requests={requests} />
            </>
          )
        }
      </Answer>
    </>
  );
}
