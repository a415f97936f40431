import { recordReading } from '../platform/audit/index.ts';
import { collectingOperation } from '../platform/operation.ts';
import { chosenIn, placeIn, placeText } from './event-filter.ts';
import { eventsBefore } from './reader.ts';
import { lineOf } from './view.ts';

/** The log, newest first, a page at a time. That it was read is an event of its own. */
export const listEvents = collectingOperation('listEvents', 'administrator', {
  async run({ db, services, actor, now, origin }, { before, limit, ...filter }) {
    const rows = await eventsBefore(db, filter, before ? placeIn(before) : undefined, limit + 1);
    const shown = rows.slice(0, limit);
    await recordReading(db, services.keys, now, {
      actor: actor.pseudonym,
      kind: 'audit.read',
      object: 'audit',
      outcome: 'done',
      details: chosenIn(filter),
      origin,
    });
    return { events: shown.map(lineOf), next: rows.length > limit ? placeText(shown.at(-1)!) : null };
  },
});
