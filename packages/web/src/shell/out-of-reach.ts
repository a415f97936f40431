import { NoAnswer, Refusal } from '../client.ts';

/** What browsers say when a part of the app cannot be fetched: the network is gone, or a new version has been published. */
const notFetched = /dynamically imported module|Importing a module script failed|preload CSS/i;

/** True when a page failed for want of an answer, false when the fault is in the page itself. */
export const isOutOfReach = (error: unknown): boolean =>
  error instanceof NoAnswer || error instanceof Refusal || (error instanceof Error && notFetched.test(error.message));
