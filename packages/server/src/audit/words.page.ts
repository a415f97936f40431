import { endpoints, type AuditLine } from '@insamling/contract';
import { eventDetailInWords, eventObjects, retentionTexts } from '@insamling/texts';
import { variableName } from '../deliveries/index.ts';

/** What an event tells beside its kind, in words; what says nothing is left out. */
export const detailsInWords = ({ details }: Pick<AuditLine, 'details'>): AuditLine['told'] =>
  Object.entries(details).flatMap(([name, value]) => {
    const told = eventDetailInWords(name, name === 'variable' ? variableName(String(value)) : value);
    return told ? [told] : [];
  });

/** What an event is about when it is no person: a question of the contract, a kind of data, or one of a few things. */
export function objectInWords({ kind, object }: Pick<AuditLine, 'kind' | 'object'>): string | null {
  const names: Readonly<Record<string, string>> =
    kind === 'access.denied' ? summaries : kind === 'retention.applied' ? retentionTexts.kinds : eventObjects;
  return names[object] ?? null;
}

const summaries = Object.fromEntries(Object.entries(endpoints).map(([name, { summary }]) => [name, summary]));
