import type { DayNumber } from '../kernels/calendar.ts';
import { wholeYears } from '../kernels/calendar.ts';
import { isMonthly, type Employment, type Month } from './employment.ts';
import type { Random } from './random.ts';

const nothing: Month = {
  actualEmploymentRate: 0,
  absenceReason: '',
  absenceFrom: 0,
  absenceTo: 0,
  absenceRate: 0,
  unsocialHoursPay: 0,
  onCallDutyPay: 0,
  standbyPay: 0,
  otherVariablePay: 0,
  hoursWorked: 0,
  additionalHours: 0,
  overtimeHours: 0,
  onCallHours: 0,
  standbyHours: 0,
};

type Absence = Pick<Month, 'absenceReason' | 'absenceFrom' | 'absenceTo' | 'absenceRate'>;
const present: Absence = { absenceReason: '', absenceFrom: 0, absenceTo: 0, absenceRate: 0 };

/** What happened to an employment in November of the year: leave, hours, variable pay. */
export function monthOf(employment: Employment, year: number, random: Random): Month {
  if (employment.kind === 'fee') return { ...nothing, otherVariablePay: random.between(8, 60) * 100 };
  if (employment.kind === 'hourly')
    return {
      ...nothing,
      hoursWorked: hoursOfHourly(random),
      unsocialHoursPay: employment.occupation.isShift && random.chance(0.6) ? random.between(100, 1500) : 0,
    };
  const absence = absenceOf(employment, year, random);
  const actualEmploymentRate = employment.agreedEmploymentRate - absence.absenceRate;
  return {
    ...nothing,
    ...absence,
    actualEmploymentRate,
    ...(actualEmploymentRate > 0 ? variablePayOf(employment, actualEmploymentRate / 10_000, random) : {}),
  };
}

/** Most work now and then, few nearly full time; hundredths of hours. */
const hoursOfHourly = (random: Random): number => Math.round((4 + random.next() * random.next() * 170) * 4) * 25;

function absenceOf(employment: Employment, year: number, random: Random): Absence {
  const { agreedEmploymentRate: agreed, employedFrom, onLeaveFor } = employment;
  if (onLeaveFor !== undefined) return { absenceReason: '05', absenceFrom: onLeaveFor.employedFrom, absenceTo: 0, absenceRate: agreed };
  // Leave begins after the employment and before November; who began this year is at work.
  const isLong = employedFrom < (year - 1) * 10_000 + 1101;
  if (!isMonthly(employment) || !isLong || !random.chance(0.12)) return present;
  const absenceFrom: DayNumber = random.chance(0.5)
    ? year * 10_000 + random.between(1, 10) * 100 + random.between(1, 28)
    : (year - 1) * 10_000 + 1100 + random.between(1, 28);
  const absenceTo = random.chance(0.4) ? 0 : (year + (random.chance(0.5) ? 1 : 0)) * 10_000 + 1231;
  const isParent = wholeYears(employment.person.birthDay, year * 10_000 + 1101) < 43 && random.chance(0.6);
  if (random.chance(0.5))
    return {
      absenceReason: isParent
        ? '01'
        : random.weighted([
            ['02', 10],
            ['04', 3],
            ['06', 2],
            ['07', 1],
            ['08', 1],
            ['09', 1],
          ] as const),
      absenceFrom,
      absenceTo,
      absenceRate: agreed,
    };
  return {
    absenceReason: isParent ? '01' : random.pick(['02', '03']),
    absenceFrom,
    absenceTo,
    absenceRate: Math.round(agreed * random.pick([0.2, 0.25, 0.5])),
  };
}

/** @param worked share of full time actually worked, above 0 */
function variablePayOf(
  { occupation, workingTimePattern, agreedEmploymentRate, agreedFullTimeSalary }: Employment,
  worked: number,
  random: Random,
): Partial<Month> {
  const { isShift, isDoctor, isLeader, label } = occupation;
  const isNight = workingTimePattern === '2';
  const isPaidUnsocial = isNight || (isShift && random.chance(0.85)) || random.chance(0.02);
  const onCall = isDoctor && label !== '201012' && random.chance(0.35) ? random.between(8, 30) : 0;
  const standby = random.chance(isDoctor ? 0.3 : /^(5|10)/.test(label) ? 0.1 : 0.005) ? random.between(10, 60) : 0;
  const isPartTime = agreedEmploymentRate < 10_000;
  const hasExtraHours = !isLeader && random.chance(isPartTime ? 0.15 : 0.08);
  const extraHours = hasExtraHours ? random.between(2, 48) * 25 : 0;
  const hourSek = agreedFullTimeSalary / 165;
  return {
    unsocialHoursPay: isPaidUnsocial ? Math.max(1, Math.round(random.between(900, 4800) * worked * (isNight ? 1.6 : 1))) : 0,
    onCallHours: onCall * 100,
    onCallDutyPay: Math.round(onCall * hourSek * 0.7),
    standbyHours: standby * 100,
    standbyPay: Math.round(standby * hourSek * 0.2),
    otherVariablePay: random.chance(0.03) ? random.between(2, 15) * 100 : 0,
    additionalHours: isPartTime ? extraHours : 0,
    overtimeHours: isPartTime ? 0 : extraHours,
  };
}
