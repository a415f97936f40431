import { openDelivery, type DeliveryFacts } from '@insamling/survey';
import { november2026 } from '@insamling/survey/editions/november-2026';
import { spelled } from './spelled.ts';

/** Checks files in a browser's worker in which the clock, chance and every way out of it are out of order. */
export interface FileInWorker {
  readonly file: Uint8Array;
  readonly facts: DeliveryFacts;
}

const outOfOrder = (name: string) => () => {
  throw new Error(`The engine asked for ${name}`);
};
const ways = [
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'EventSource',
  'indexedDB',
  'caches',
  'setTimeout',
  'setInterval',
  'Date',
  'performance',
  'crypto',
];

addEventListener('message', ({ data }: MessageEvent<readonly FileInWorker[]>) => {
  for (const way of ways) Object.defineProperty(globalThis, way, { get: outOfOrder(way), configurable: true });
  Math.random = outOfOrder('chance');
  try {
    postMessage(data.map(({ file, facts }) => spelled(openDelivery(november2026, file, facts))));
  } catch (fault) {
    postMessage(String(fault instanceof Error ? fault.stack : fault));
  }
});
