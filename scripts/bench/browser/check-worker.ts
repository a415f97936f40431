import { openDelivery, type DeliveryFacts } from '../../../packages/survey/src/index.ts';
import { november2026 } from '../../../packages/survey/src/editions/november-2026/index.ts';

/** Checks a file once and tells how long it took. */
addEventListener('message', ({ data: { bytes, facts } }: MessageEvent<{ readonly bytes: Uint8Array; readonly facts: DeliveryFacts }>) => {
  const startedAt = performance.now();
  openDelivery(november2026, bytes, facts).summary();
  postMessage({ milliseconds: performance.now() - startedAt });
});
