/** Live updates (server-sent events): an event only says that something changed; the reader asks again. */
export const eventsPath = '/api/events';

export type LiveTopic = 'delivery' | 'messages' | 'extensions' | 'unit' | 'period' | 'access';

/** `data` of an event, JSON. `unit` is null for what concerns everybody. */
export interface LiveEvent {
  readonly topic: LiveTopic;
  readonly unit: string | null;
}
