import type { Input } from '@insamling/contract';

/** Which events are asked for. */
export type EventFilter = Pick<Input<'listEvents'>, 'from' | 'to' | 'person' | 'unit' | 'kind' | 'outcome'>;

/** What of a filter is chosen, for the audit log. */
export const chosenIn = (filter: EventFilter): Record<string, string> =>
  Object.fromEntries(Object.entries(filter).filter((entry): entry is [string, string] => entry[1] !== undefined));

/** Where a page ended: the last event it showed. */
export interface Place {
  readonly at: Date;
  readonly chain: string;
  readonly number: number;
}

export const placeIn = (text: string): Place => {
  const [at = '', chain = '', number = ''] = text.split('_');
  return { at: new Date(at), chain, number: Number(number) };
};

export const placeText = ({ at, chain, number }: Place): string => `${at.toISOString()}_${chain}_${number}`;
