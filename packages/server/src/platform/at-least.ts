import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

/** So many whole milliseconds of chance: a timer counts whole ones, from when the work ended. */
const mostLater = 10;

/**
 * Does the work and answers no sooner than after so many milliseconds, and up to ten later by chance: what little the work still differs
 * by, when an address is somebody's and when it is nobody's, cannot be measured from outside then. The floor takes the
 * milliseconds; chance the tenth of one that a warm processor or the beat of a timer would still tell, and that two hundred
 * requests of each kind have shown. Real time, whatever clock the portal is given.
 * @throws whatever the work throws, at once
 */
export async function atLeast<T>(milliseconds: number, work: () => Promise<T>): Promise<T> {
  const end = performance.now() + milliseconds + randomInt(mostLater * 1000) / 1000;
  const answer = await work();
  const left = end - performance.now();
  if (left > 0) await pause(left);
  return answer;
}
