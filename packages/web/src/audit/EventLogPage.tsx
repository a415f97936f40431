import { auditTexts as texts } from '@insamling/texts';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { paths, type EventsSearch } from '../paths.ts';
import { questionOf } from '../questions.ts';
import { Answer, NotFound, PageTitle, useMe } from '../shell/index.ts';
import { Pager } from '../ui/Pager.tsx';
import { DownloadEvents } from './DownloadEvents.tsx';
import { EventFilters } from './EventFilters.tsx';
import { EventTable } from './EventTable.tsx';
import { filterOf } from './event-filter.ts';

/** Händelselogg: what has been done, newest first; filter and page are in the address. For administrators. */
export function EventLogPage() {
  return useMe().collectingRole === 'administrator' ? <EventLog /> : <NotFound />;
}

function EventLog() {
  const search = useSearch({ from: '/granskning/handelselogg' });
  const navigate = useNavigate();
  const events = useQuery({
    ...questionOf('listEvents', { ...filterOf(search), before: search.fore, limit: perPage }),
    placeholderData: keepPreviousData,
  });
  // Another filter begins with the newest again.
  const show = ({ fore: _, ...next }: EventsSearch) => void navigate({ ...paths.eventLog(next), replace: true, resetScroll: false });
  return (
    <>
      <PageTitle title={texts.title} />
      <p>{texts.about}</p>
      <EventFilters search={search} onSearch={show} />
      <DownloadEvents filter={filterOf(search)} />
      <Answer of={events} lines={12}>
        {({ events: shown, next }) => (
          <>
            <p role="status">{shown.length === 0 ? texts.none : texts.shown(shown.length, search.fore === undefined)}</p>
            {shown.length > 0 && <EventTable events={shown} search={search} />}
            {(search.fore !== undefined || next !== null) && (
              <Pager
                label={texts.table}
                status=""
                previous={search.fore !== undefined && <Link {...paths.eventLog({ ...search, fore: undefined })}>{texts.newest}</Link>}
                next={next !== null && <Link {...paths.eventLog({ ...search, fore: next })}>{texts.older}</Link>}
              />
            )}
          </>
        )}
      </Answer>
    </>
  );
}

const perPage = 50;
