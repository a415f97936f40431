/**
 * salary·100/workingTimePercent for a salary of the time worked; one that is given for full time is as it stands.
 * @param workingTimePercent 0 to 100 or above
 * @returns SEK; undefined (not computable) without a salary or working time above 0
 */
export function fullTimeSalary(
  salary: number | undefined,
  workingTimePercent: number | undefined,
  isFor: 'actualTime' | 'fullTime',
): number | undefined {
  if (salary === undefined || !(workingTimePercent !== undefined && workingTimePercent > 0)) return undefined;
  return isFor === 'fullTime' ? salary : (salary * 100) / workingTimePercent;
}

/** Monthly salary of hourly pay: the agreement's factor is hours a month. Kept apart from monthly staff unless asked otherwise. */
export const monthlyFromHourly = (hourlyPay: number, factor: number): number => hourlyPay * factor;
