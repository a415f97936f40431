import type { Outcome } from '../../definition/rule-case.ts';
import type { Edition } from '../../definition/survey-definition.ts';
import type { DeliveryFacts } from '../../definition/unit.ts';
import { withCheckDigit } from '../../generator/people.ts';
import { cleanRows, factsOf, fileOf, withCells, type Cells, type Row } from '../records.ts';

/** A file, and everything that is said of it. */
export interface RuleExample {
  readonly says: string;
  /** Whether the rule the example stands under hits. */
  readonly isHit: boolean;
  /** What it says of the first record, or of the file; left out: that it fails where it hits, and passes elsewhere. */
  readonly outcome?: Outcome;
  readonly file: Uint8Array;
  readonly facts: DeliveryFacts;
  /** Another edition than the one in force. */
  readonly edition?: Edition;
  /** Every finding, in any order: `P21-02` on the first record, `K-01@2` on the second, `FIL-01@file` on the file. */
  readonly raises: readonly string[];
}

export type Examples = Readonly<Record<string, readonly RuleExample[]>>;

/** Ten digits of a person who does not exist. @param day yymmdd, in a co-ordination number with 60 added to the day */
export const personBorn = (day: string, birthNumber = '980'): string => withCheckDigit(day + birthNumber);

const [preschool = [], ...municipalNeighbours] = cleanRows('0488', 4);
const [specialist = [], ...regionalNeighbours] = cleanRows('0400', 4);

/** A preschool teacher of 46, employed until further notice, full time, paid what is usual: 33 500, P10 30 040, P90 36 960. */
export const monthly: Row = withCells(preschool, {
  workplaceNumber: '40701',
  activityCode: '407',
  activityBasis: 'A40701',
  personalNumber: personBorn('800408'),
  name: 'Påhittsson, Åsa',
  aidLabel: '402010',
  responsibilityCode: '',
  specialTermsCode: '',
  workingTimePattern: '',
  medicalSpecialty: '',
  positionCode: '1549',
  collectiveAgreement: '1',
  employmentForm: '1',
  payForm: 'M',
  employedFrom: '20200101',
  employedTo: '00000000',
  fullTimeHoursPerWeek: '4000',
  agreedEmploymentRate: '10000',
  actualEmploymentRate: '10000',
  absenceReason: '',
  absenceFrom: '00000000',
  absenceTo: '00000000',
  absenceRate: '00000',
  agreedFullTimeSalary: '0033500',
  fixedSupplements: '0000000',
  unsocialHoursPay: '0000000',
  onCallDutyPay: '0000000',
  standbyPay: '0000000',
  otherVariablePay: '0000000',
  hourlyPay: '000000',
  hoursWorked: '000000',
  additionalHours: '00000',
  overtimeHours: '00000',
  onCallHours: '00000',
  standbyHours: '00000',
  salaryLevelYear: '2026',
  employmentId: 'X1',
  organisationUnit: 'Barn och utbildning',
  positionTitle: 'Förskollärare',
});

/** The same person paid by the hour, and only when needed. */
export const hourly: Row = withCells(monthly, {
  employmentForm: '3',
  payForm: 'T',
  fullTimeHoursPerWeek: '0000',
  agreedEmploymentRate: '00000',
  actualEmploymentRate: '00000',
  agreedFullTimeSalary: '0000000',
  hourlyPay: '018000',
  hoursWorked: '005000',
});

/** A consultant of a region, with a speciality. */
export const doctor: Row = withCells(monthly, {
  municipalityCode: '0400',
  organisationNumber: specialist[2] ?? '',
  workplaceNumber: '90101',
  activityCode: 'V01',
  activityBasis: '',
  aidLabel: '201010',
  medicalSpecialty: '90042',
  positionCode: 'B201010',
  agreedFullTimeSalary: '0083500',
  positionTitle: 'Överläkare',
});

interface Ways {
  /** Left out: the monthly record. */
  readonly on?: Row;
  /** Findings that honestly come along. */
  readonly with?: readonly string[];
}

/** Records of other persons stand after the changed one, so that nothing is said of a whole file with one record. */
export function fileWith(changed: readonly Row[]): Pick<RuleExample, 'file' | 'facts'> {
  const isRegional = changed[0] === undefined ? false : changed[0][2] === specialist[2];
  const neighbours = isRegional ? regionalNeighbours : municipalNeighbours;
  return { file: fileOf([...changed, ...neighbours]), facts: factsOf(isRegional ? '0400' : '0488') };
}

/** What is said when these cells of a record are changed: the rule, and what comes along. */
export const hits = (says: string, cells: Cells, { on = monthly, with: others = [] }: Ways = {}) => ({
  says,
  cells,
  on,
  others,
  isHit: true,
});

/** The rule says nothing; others may. */
export const passes = (says: string, cells: Cells, { on = monthly, with: others = [] }: Ways = {}) => ({
  says,
  cells,
  on,
  others,
  isHit: false,
});

/** The rule does not apply. */
export const notFor = <Example extends object>(example: Example) => ({ ...example, outcome: 'notApplicable' as const });

/** Something is missing, cannot be read or is too small for the rule to be judged. */
export const untold = <Example extends object>(example: Example) => ({ ...example, outcome: 'notEvaluable' as const });

type ChangedRecord = (ReturnType<typeof hits> | ReturnType<typeof passes>) & { readonly outcome?: Outcome };

/** Examples by rule, each with one record changed. */
export function examplesOf(byRule: Readonly<Record<string, readonly ChangedRecord[]>>): Examples {
  return Object.fromEntries(
    Object.entries(byRule).map(([rule, cases]) => [
      rule,
      cases.map(({ says, cells, on, others, isHit, outcome }) => ({
        says,
        ...(outcome ? { outcome } : {}),
        isHit,
        ...fileWith([withCells(on, cells)]),
        raises: isHit ? [rule, ...others] : others,
      })),
    ]),
  );
}
