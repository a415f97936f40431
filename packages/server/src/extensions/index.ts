/** The door of extensions: requests for a later due date, their answers, and a unit's own days. */
import type { Operation } from '../platform/operation.ts';
import { decideExtension } from './decide-extension.ts';
import { listExtensions } from './list-extensions.ts';
import { listWaitingExtensions } from './list-waiting-extensions.ts';
import { requestExtension } from './request-extension.ts';
import { showUnitPeriods } from './show-unit-periods.ts';

export const extensionOperations: Operation[] = [showUnitPeriods, listExtensions, requestExtension, listWaitingExtensions, decideExtension];

export type { UnitDates } from './dates-for.ts';
export { countRequestsBefore, countWaiting } from './reader.ts';
export { datesInPeriod, unitDates } from './unit-dates.ts';
export { eraseRequestsBefore } from './writer.ts';
