import { recordEvent, recordReading } from '../platform/audit/index.ts';
import type { UnitCall } from '../platform/operation.ts';
import type { Delivery } from './delivery.ts';

type Details = Readonly<Record<string, string | number | boolean>>;

/**
 * Reading of personal records is an event of its own, though nothing changes: one for a person, delivery, kind and hour. Noted last,
 * since other events of the organisation wait for it.
 */
export const noteReading = (call: UnitCall, delivery: Delivery, kind: string, details: Details): Promise<void> =>
  (kind === 'records.personal-numbers-shown' ? recordEvent : recordReading)(
    call.db,
    call.services.keys,
    call.now,
    eventOf(call, delivery, kind, details),
  );

/** What is taken home as a file is an event each time. */
export const noteFetching = (call: UnitCall, delivery: Delivery, kind: string, details: Details): Promise<void> =>
  recordEvent(call.db, call.services.keys, call.now, eventOf(call, delivery, kind, details));

const eventOf = ({ unit, actor, origin }: UnitCall, delivery: Delivery, kind: string, details: Details) => ({
  organisationId: unit.organisationId,
  unitId: unit.unitId,
  actor: actor.pseudonym,
  kind,
  object: delivery.id,
  outcome: 'done' as const,
  details,
  origin,
});
