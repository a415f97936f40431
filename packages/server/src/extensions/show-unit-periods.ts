import { daysBetween } from '../platform/clock.ts';
import { unitOperation } from '../platform/operation.ts';
import { calendarOn, isOpen, periodView } from '../periods/index.ts';
import { unitDates } from './unit-dates.ts';

/** The period that runs for a unit, the next one, and the unit's own days; here and not in periods because an extension counts. */
export const showUnitPeriods = unitOperation('showUnitPeriods', {
  async run({ db, today, unit }) {
    const { running: latest, next, round } = await calendarOn(db, today);
    const dates = latest && (await unitDates(db, unit, latest));
    const running =
      latest && dates && isOpen({ opensOn: latest.opensOn, closesOn: dates.closesOn }, today) ? { period: latest, dates } : undefined;
    return {
      today,
      round: round ?? null,
      running: running ? periodView(running.period) : null,
      next: next ? periodView(next) : null,
      forUnit: running ? { ...running.dates, daysLeft: daysBetween(today, running.dates.dueOn) } : null,
    };
  },
});
