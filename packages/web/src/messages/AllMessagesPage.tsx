import { messageTexts as texts, shellTexts } from '@insamling/texts';
import { Link, useSearch } from '@tanstack/react-router';
import { paths } from '../paths.ts';
import { useAnswer } from '../questions.ts';
import { Answer, PageTitle } from '../shell/index.ts';
import { ThreadList } from './ThreadList.tsx';

/** Meddelanden on the collecting side: every unit's threads, all or those that wait for an answer. */
export function AllMessagesPage() {
  const { visa = 'alla' } = useSearch({ from: '/granskning/meddelanden' });
  const threads = useAnswer('listAllThreads', { unanswered: String(visa === 'obesvarade') });
  return (
    <>
      <PageTitle title={texts.title} />
      <div className="filters">
        <nav aria-label={shellTexts.show}>
          <ul className="segments">
            {(['alla', 'obesvarade'] as const).map((one) => (
              <li key={one}>
                <Link {...paths.allMessages({ visa: one })} replace activeProps={{}} aria-current={visa === one ? 'true' : undefined}>
                  {texts.filters[one]}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </div>
      <Answer of={threads}>
        {(data) =>
          data.length === 0 && visa === 'obesvarade' ? (
            <p>{texts.noneUnanswered}</p>
          ) : (
            <ThreadList threads={data} hasUnits linkTo={({ unit, id }) => paths.unitThread(unit, id)} />
          )
        }
      </Answer>
    </>
  );
}
