import { medicalSpecialties } from '../editions/november-2026/code-lists/medical-specialties.ts';
import { daysIn, wholeYears, type DayNumber } from '../kernels/calendar.ts';
import { activityOf, workplaceOf } from './activities.ts';
import type { Employment, Kind } from './employment.ts';
import type { Occupation } from './occupations.ts';
import type { Person } from './people.ts';
import type { Random } from './random.ts';
import type { Sector } from './staff.ts';

/** What all employments of a file have in common. */
export interface Employer {
  readonly organisationNumber: string;
  /** November of this year is described. */
  readonly year: number;
  readonly records: number;
  /** Whether the payroll system fills in the local basis of the activity, where there is one. */
  readonly hasActivityBasis: boolean;
  /** Pay compared with the country: 1,03 is three percent more. */
  readonly payLevel: number;
}

export interface Place {
  readonly sector: Sector;
  readonly code: string;
}

const specialties = medicalSpecialties.codes.map(({ code }) => code);
const generalMedicine = '90011';
const schoolMedicine = '90060';

/** Share of a kind that began within the year: together about a tenth of those paid by the month. */
const newShare: Readonly<Record<Kind, number>> = { permanent: 0.07, temporary: 0.45, hourly: 0.45, fee: 0.1 };

/** Employs a person: everything of the employment that does not change from month to month. */
export function hire(
  id: string,
  kind: Kind,
  person: Person,
  occupation: Occupation,
  { sector, code }: Place,
  employer: Employer,
  random: Random,
): Employment {
  const isByMonth = kind === 'permanent' || kind === 'temporary';
  const activityCode = activityOf(sector, occupation.label, random);
  const workplaceNumber = workplaceOf(activityCode, employer.records, random);
  const terms = termsOf(kind, occupation, random);
  const pattern = isByMonth ? patternOf(occupation, random) : '';
  const salary = salaryOf(occupation, person, employer, random);
  return {
    id,
    kind,
    person,
    occupation,
    code,
    activityCode,
    workplaceNumber,
    ...terms,
    organisationNumber: employer.organisationNumber,
    activityBasis: employer.hasActivityBasis && random.chance(0.8) ? `A${workplaceNumber}` : '',
    responsibilityCode: isByMonth ? responsibilityOf(occupation, random) : '',
    workingTimePattern: pattern,
    medicalSpecialty: specialtyOf(occupation, random),
    employedFrom: startOf(kind, person, employer.year, random),
    employedTo: kind === 'temporary' ? endOf(employer.year, random) : 0,
    fullTimeHoursPerWeek: isByMonth ? fullTimeHoursOf(occupation, pattern, random) : 0,
    agreedEmploymentRate: isByMonth ? rateOf(occupation, random) : 0,
    agreedFullTimeSalary: isByMonth ? salary : 0,
    fixedSupplements: isByMonth && random.chance(0.04) ? random.between(3, 20) * 100 : 0,
    hourlyPay: kind === 'hourly' ? Math.min(59_000, Math.max(11_000, Math.round((salary * 0.92) / 165) * 100)) : 0,
    salaryLevelYear: isByMonth ? employer.year - (random.chance(0.03) ? 1 : 0) : 0,
  };
}

/** The day a temporary employment ends: after November. */
export const endOf = (year: number, random: Random): DayNumber =>
  random.pick([
    year * 10_000 + 1231,
    (year + 1) * 10_000 + 131,
    (year + 1) * 10_000 + 331,
    (year + 1) * 10_000 + 615,
    (year + 1) * 10_000 + 831,
  ]);

function termsOf(
  kind: Kind,
  { label, isDoctor }: Occupation,
  random: Random,
): Pick<Employment, 'collectiveAgreement' | 'employmentForm' | 'specialTermsCode'> {
  if (kind === 'fee')
    return isDoctor
      ? { collectiveAgreement: '9', employmentForm: '6', specialTermsCode: '3' }
      : { collectiveAgreement: '7', employmentForm: '6', specialTermsCode: '' };
  const isCareOfRelative = label === '207027' && random.chance(0.15);
  if (isCareOfRelative) return { collectiveAgreement: '2', employmentForm: kind === 'permanent' ? '1' : '3', specialTermsCode: '2' };
  if (kind === 'permanent') return { collectiveAgreement: '1', employmentForm: random.chance(0.01) ? '4' : '1', specialTermsCode: '' };
  const isSubsidised = kind === 'temporary' && !isDoctor && random.chance(0.03);
  if (isSubsidised) return { collectiveAgreement: '3', employmentForm: '6', specialTermsCode: '1' };
  return {
    collectiveAgreement: '1',
    employmentForm: random.weighted([
      ['2', 5],
      ['3', 4],
      ['6', 1],
    ] as const),
    specialTermsCode: '',
  };
}

function responsibilityOf({ label, isLeader, isDoctor }: Occupation, random: Random): string {
  if (isLeader)
    return random.weighted([
      ['A', 1],
      ['B', 4],
      ['C', 12],
    ] as const);
  if (isDoctor) return label === '201010' && random.chance(0.25) ? 'M' : '';
  if (label.startsWith('401') && random.chance(0.06)) return 'F';
  return random.chance(0.01) ? 'L' : '';
}

/** Only for labels that the component is used for: ordinary day work is left empty. */
function patternOf({ label, isShift }: Occupation, random: Random): string {
  const hasPattern = isShift && /^(205010|206|207|351015|35103)/.test(label);
  if (!hasPattern) return '';
  return random.weighted([
    ['', 6],
    ['2', 1],
    ['3', 3],
  ] as const);
}

/** Every licensed doctor has one; a doctor in general practice has that of general medicine. */
function specialtyOf({ label }: Occupation, random: Random): string {
  if (label === '201011') return generalMedicine;
  if (label === '201012') return schoolMedicine;
  return label >= '201010' && label <= '203090' ? random.pick(specialties) : '';
}

function startOf(kind: Kind, person: Person, year: number, random: Random): DayNumber {
  const age = wholeYears(person.birthDay, year * 10_000 + 1101);
  const mostYears = Math.min(kind === 'permanent' ? 40 : kind === 'fee' ? 20 : 5, age - 20);
  const isNew = mostYears < 2 || random.chance(newShare[kind]);
  // Counted in months back from November, so that who is new was not there on the last day of November last year.
  const monthsBack = isNew ? random.between(0, 11) : 13 + Math.floor(random.next() ** 1.5 * (mostYears - 1) * 12);
  const months = year * 12 + 10 - monthsBack;
  const [startYear, month] = [Math.floor(months / 12), (months % 12) + 1];
  const date = random.chance(0.7) || monthsBack === 0 ? 1 : random.between(1, daysIn(startYear, month));
  return startYear * 10_000 + month * 100 + date;
}

function fullTimeHoursOf({ isShift, label }: Occupation, pattern: string, random: Random): number {
  if (pattern === '2') return 3633;
  if (!isShift || label === '551013') return 4000;
  return random.pick([3700, 3700, 3825]);
}

function rateOf({ isLeader, partTimeShare }: Occupation, random: Random): number {
  if (!random.chance(partTimeShare)) return 10_000;
  return isLeader
    ? random.pick([8000, 9000])
    : random.weighted([
        [5000, 3],
        [6000, 1],
        [7500, 6],
        [8000, 4],
        [8500, 3],
        [9000, 2],
        [4000, 1],
        [6250, 1],
        [8889, 1],
      ] as const);
}

/** Around the label's mean, a little more with age, kept where nobody would ask about it; in whole fifties. */
function salaryOf({ meanSalarySek, sdSalarySek }: Occupation, person: Person, { year, payLevel }: Employer, random: Random): number {
  const z = random.normal();
  const age = wholeYears(person.birthDay, year * 10_000 + 1101);
  // The square leans the distribution to the right, as pay does.
  const salary = meanSalarySek * payLevel + sdSalarySek * 0.85 * (z + 0.12 * (z * z - 1) + (age - 45) * 0.02);
  const bounded = Math.min(meanSalarySek + 3 * sdSalarySek, Math.max(meanSalarySek * 0.86, meanSalarySek - 2.3 * sdSalarySek, salary));
  return Math.round(bounded / 50) * 50;
}
