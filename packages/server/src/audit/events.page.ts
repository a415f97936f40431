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
  event.objectName ?? event.object,
  event.told.map(({ name, value }) => `${name}: ${value}`).join(' · '),
  event.origin,
  event.chain,
  event.number,
];
