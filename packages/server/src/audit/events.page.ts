import type { AuditLine } from '@insamling/contract';
import { auditTexts, eventKinds } from '@insamling/texts';

/**
 * The log as a table for a spreadsheet: semicolons, every cell in quotation marks, with the mark that says it is UTF-8. A text that a
 * spreadsheet would take for a formula is made one that it shows.
 */
export const eventsCsv = (events: readonly AuditLine[]): string =>
  `\uFEFF${[auditTexts.csvHeader, ...events.map(cellsOf)].map((cells) => cells.map(quoted).join(';')).join('\r\n')}\r\n`;

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

/** Numbers stay numbers; only text can be a formula. */
const quoted = (cell: string | number): string => (typeof cell === 'number' ? String(cell) : `"${inert(cell).replaceAll('"', '""')}"`);

const inert = (text: string): string => (/^[\s\0]*[=+\-@\t\r\0＝＋－＠]/.test(text) ? `'${text}` : text);
