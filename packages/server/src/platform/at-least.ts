import { setTimeout as pause } from 'node:timers/promises';

/**
 * Does the work and answers no sooner than after so many milliseconds: what little the work still differs by, when an address
 * is somebody's and when it is nobody's, cannot be measured from outside then. Real time, whatever clock the portal is given.
 * @throws whatever the work throws, at once
 */
export async function atLeast<T>(milliseconds: number, work: () => Promise<T>): Promise<T> {
  const begun = performance.now();
  const answer = await work();
  const left = milliseconds - (performance.now() - begun);
  if (left > 0) await pause(left);
  return answer;
}
