import type { AuditLine } from '@insamling/contract';
import { auditTexts, eventKinds } from '@insamling/texts';

/** The log as the rows of a table, headings first. */
export const eventRows = (events: readonly AuditLine[]): readonly (readonly (string | number)[])[] => [
  auditTexts.csvHeader,
  ...events.map(cellsOf),
];

const cellsOf = (event: AuditLine): readonly (string | number)[] => [
  event.at,
  event.personName ?? '',
  event.person,
  event.unit ? `${event.unit.unit} ${event.unit.name}` : '',
  eventKinds[event.kind] ?? event.kind,
  event.kind,
  auditTexts.outcomes[event.outcome],
  event.object,
  Object.entries(event.details)
    .map(([name, value]) => `${name}=${String(value)}`)
    .join(' '),
  event.origin,
  event.chain,
  event.number,
];
