import type { DayNumber } from '../kernels/calendar.ts';
import type { Occupation } from './occupations.ts';
import type { Person } from './people.ts';

/** How somebody is employed; the codes of the file follow from it. */
export type Kind = 'permanent' | 'temporary' | 'hourly' | 'fee';

/** What stays the same from month to month. Amounts in kronor, rates in hundredths of a percent, hours a week in hundredths. */
export interface Employment {
  readonly id: string;
  readonly kind: Kind;
  readonly person: Person;
  readonly occupation: Occupation;
  /** Value of field 1. */
  readonly code: string;
  readonly organisationNumber: string;
  readonly workplaceNumber: string;
  readonly activityCode: string;
  readonly activityBasis: string;
  readonly responsibilityCode: string;
  readonly specialTermsCode: string;
  readonly workingTimePattern: string;
  readonly medicalSpecialty: string;
  readonly collectiveAgreement: string;
  readonly employmentForm: string;
  readonly employedFrom: DayNumber;
  /** 0: no end. */
  readonly employedTo: DayNumber | 0;
  readonly fullTimeHoursPerWeek: number;
  /** 0 for those not paid by the month. */
  readonly agreedEmploymentRate: number;
  /** 0 for those not paid by the month. */
  readonly agreedFullTimeSalary: number;
  readonly fixedSupplements: number;
  /** Öre an hour; 0 for those not paid by the hour. */
  readonly hourlyPay: number;
  readonly salaryLevelYear: number | 0;
  /** The other employment with the same employer that this one is on full leave for. */
  readonly onLeaveFor?: Employment;
}

/** What differs from month to month. Hours in hundredths. */
export interface Month {
  readonly actualEmploymentRate: number;
  readonly absenceReason: string;
  readonly absenceFrom: DayNumber | 0;
  readonly absenceTo: DayNumber | 0;
  readonly absenceRate: number;
  readonly unsocialHoursPay: number;
  readonly onCallDutyPay: number;
  readonly standbyPay: number;
  readonly otherVariablePay: number;
  readonly hoursWorked: number;
  readonly additionalHours: number;
  readonly overtimeHours: number;
  readonly onCallHours: number;
  readonly standbyHours: number;
}

export const isMonthly = (employment: Employment): boolean => employment.kind === 'permanent' || employment.kind === 'temporary';
