import { openDelivery } from '../../../packages/survey/src/index.ts';

/** The engine without a survey: built to be weighed. */
addEventListener('message', ({ data }: MessageEvent<Parameters<typeof openDelivery>>) => postMessage(openDelivery(...data).summary()));
