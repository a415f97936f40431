/** The door of periods: collection rounds, their test and submission period, and the end of a test period. */
import type { Operation } from '../platform/operation.ts';
import { changePeriod } from './change-period.ts';
import { listRounds } from './list-rounds.ts';

export const periodOperations: Operation[] = [listRounds, changePeriod];

export { addRound } from './add-round.ts';
export type { NewPeriod, NewRound } from './add-round.ts';
export { endTestPeriods, eraseTestPeriod } from './end-test-periods.ts';
export type { Erasers } from './end-test-periods.ts';
export { isOpen } from './period.ts';
export type { Period, PeriodDates } from './period.ts';
export { calendarOn, periodFor, testClosesOn } from './period-for.ts';
export {
  allPeriods,
  periodById,
  periodTitle,
  periodsOfYearAfter,
  referenceYearOf,
  submissionPeriodBefore,
  submissionPeriodsClosedBefore,
} from './reader.ts';
export type { RoundRow } from './reader.ts';
export { periodView } from './view.ts';
