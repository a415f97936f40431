import { systemPerson, type AuditLine } from '@insamling/contract';
import { auditTexts as texts, eventKinds, instantInShort } from '@insamling/texts';
import { Link } from '@tanstack/react-router';
import { paths, type EventsSearch } from '../paths.ts';
import { Scroller } from '../ui/Scroller.tsx';
import style from './audit.module.css';

interface EventTableProps {
  readonly events: readonly AuditLine[];
  readonly search: EventsSearch;
}

/** The events as a table; a person or a unit leads to their own events. */
export function EventTable({ events, search }: EventTableProps) {
  return (
    <Scroller label={texts.table} className={style['events'] ?? ''}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{texts.at}</th>
            <th scope="col">{texts.kind}</th>
            <th scope="col">{texts.person}</th>
            <th scope="col">{texts.unit}</th>
            <th scope="col">{texts.outcome}</th>
            <th scope="col">{texts.details}</th>
            <th scope="col">{texts.origin}</th>
          </tr>
        </thead>
        <tbody>
          {events.map((event) => (
            <Row key={`${event.chain} ${event.number}`} event={event} search={search} />
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}

function Row({ event, search }: { readonly event: AuditLine; readonly search: EventsSearch }) {
  return (
    <tr>
      <td className={style['at']}>
        <time dateTime={event.at}>{instantInShort(event.at)}</time>
      </td>
      <th scope="row">{eventKinds[event.kind] ?? event.kind}</th>
      <td>
        <Person event={event} search={search} />
      </td>
      <td>{event.unit && <Link {...paths.eventLog({ ...search, fore: undefined, enhet: event.unit.unit })}>{event.unit.name}</Link>}</td>
      <td>
        <span className={`tag ${event.outcome === 'done' ? '' : 'tag-warning'}`}>{texts.outcomes[event.outcome]}</span>
      </td>
      <td className={style['details']}>
        {event.told.map(({ name, value }) => `${name}: ${value}`).join(' · ')}
        <span className="muted small">
          {texts.object} <About event={event} />
        </span>
      </td>
      <td className={style['origin']}>{event.origin === systemPerson ? '' : event.origin}</td>
    </tr>
  );
}

function About({ event: { aboutAccount, object, objectName } }: { readonly event: AuditLine }) {
  if (aboutAccount && objectName) return <Link {...paths.user(aboutAccount)}>{objectName}</Link>;
  return objectName ?? object;
}

function Person({ event: { person, personName }, search }: { readonly event: AuditLine; readonly search: EventsSearch }) {
  if (person.startsWith(systemPerson)) return texts.systemJob(person.slice(systemPerson.length + 2));
  if (person === 'unknown') return texts.unknown;
  return (
    <Link {...paths.eventLog({ ...search, fore: undefined, person })} className={personName === null ? style['pseudonym'] : undefined}>
      {personName ?? person}
    </Link>
  );
}
