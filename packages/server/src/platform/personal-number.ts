import type { ProblemCode } from '@insamling/contract';
import { holdsPersonalNumber } from '@insamling/survey/personal-number';
import { insist } from './problem.ts';

/**
 * Refuses what somebody has written for others to read when a personal number seems to stand in it: such a number stays in the
 * delivery's own fields, where it is masked.
 */
export const insistNoPersonalNumber = (texts: readonly string[], code: ProblemCode = 'request.holds-personal-number'): void =>
  insist(!texts.some(holdsPersonalNumber), code);
