import { openDeliveryWith } from '../../../packages/survey/src/open-delivery-with.ts';

/** The engine without a survey: built to be weighed. */
addEventListener('message', ({ data }: MessageEvent<Parameters<typeof openDeliveryWith>>) =>
  postMessage(openDeliveryWith(...data).summary()),
);
