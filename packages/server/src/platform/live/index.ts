export { forgetOldEvents } from './forget-old-events.ts';
export { addLiveStream } from './live-stream.ts';
export type { StreamKeeper } from './live-stream.ts';
export { publish, publishToAccount } from './publish.ts';
