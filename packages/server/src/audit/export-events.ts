import { csvFile } from '@insamling/survey/inert-text';
import { mostExportedEvents } from '@insamling/contract';
import { collectingOperation } from '../platform/operation.ts';
import { chosenIn } from './event-filter.ts';
import { eventRows } from './events.page.ts';
import { eventsBefore } from './reader.ts';
import { lineOf } from './view.ts';

/** The newest events that a filter lets through, as one file; whether there were more than it holds is said. */
export const exportEvents = collectingOperation('exportEvents', 'administrator', {
  stepUp: 'any',
  audit: (filter, { events, isCapped }) => ['audit.exported', 'audit', { ...chosenIn(filter), events, isCapped }],
  async run({ db }, filter) {
    const rows = await eventsBefore(db, filter, undefined, mostExportedEvents + 1);
    const events = rows.slice(0, mostExportedEvents).map(lineOf);
    return {
      csv: csvFile(eventRows(events)),
      events: events.length,
      isCapped: rows.length > mostExportedEvents,
    };
  },
});
