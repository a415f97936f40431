import { variables, type VariableId } from '../editions/november-2026/variables.ts';
import { isMonthly, type Employment, type Month } from './employment.ts';
import { departmentOf } from './activities.ts';

/** The texts of one record in layout order. */
export type Row = string[];

const places = new Map<VariableId, number>(variables.map(({ id, number }) => [id, number - 1]));
export const placeOf = (id: VariableId): number => places.get(id) ?? -1;

export const textOf = (row: Row, id: VariableId): string => row[placeOf(id)] ?? '';
export const numberOf = (row: Row, id: VariableId): number => Number(textOf(row, id));

/** Writes a number as payroll systems do: filled with zeros to the length of the field. */
export const written = (id: VariableId, value: number): string => String(value).padStart(variables[placeOf(id)]?.length ?? 0, '0');

/** One employment and its November as the texts of a record. */
export function rowOf(employment: Employment, month: Month): Row {
  const values: Readonly<Record<VariableId, string | number>> = {
    municipalityCode: employment.code,
    districtCode: '',
    organisationNumber: employment.organisationNumber,
    workplaceNumber: employment.workplaceNumber,
    activityCode: employment.activityCode,
    activityBasis: employment.activityBasis,
    personalNumber: employment.person.personalNumber,
    name: employment.person.name,
    aidLabel: employment.occupation.label,
    responsibilityCode: employment.responsibilityCode,
    specialTermsCode: employment.specialTermsCode,
    workingTimePattern: employment.workingTimePattern,
    medicalSpecialty: employment.medicalSpecialty,
    positionCode: employment.occupation.positionCode,
    collectiveAgreement: employment.collectiveAgreement,
    employmentForm: employment.employmentForm,
    payForm: isMonthly(employment) ? 'M' : employment.kind === 'hourly' ? 'T' : 'A',
    employedFrom: employment.employedFrom,
    employedTo: employment.employedTo,
    fullTimeHoursPerWeek: employment.fullTimeHoursPerWeek,
    agreedEmploymentRate: employment.agreedEmploymentRate,
    actualEmploymentRate: month.actualEmploymentRate,
    absenceReason: month.absenceReason,
    absenceFrom: month.absenceFrom,
    absenceTo: month.absenceTo,
    absenceRate: month.absenceRate,
    agreedFullTimeSalary: employment.agreedFullTimeSalary,
    fixedSupplements: employment.fixedSupplements,
    unsocialHoursPay: month.unsocialHoursPay,
    onCallDutyPay: month.onCallDutyPay,
    standbyPay: month.standbyPay,
    otherVariablePay: month.otherVariablePay,
    hourlyPay: employment.hourlyPay,
    hoursWorked: month.hoursWorked,
    additionalHours: month.additionalHours,
    overtimeHours: month.overtimeHours,
    onCallHours: month.onCallHours,
    standbyHours: month.standbyHours,
    salaryLevelYear: employment.salaryLevelYear,
    employmentId: employment.id,
    organisationUnit: departmentOf(employment.activityCode),
    positionTitle: employment.occupation.title,
  };
  return variables.map(({ id }) => {
    const value = values[id];
    return typeof value === 'number' ? written(id, value) : value;
  });
}

const rowsPerPiece = 5000;

/** The file: semicolons, no header, UTF-8, CRLF. Encoded in pieces, so that no string of the whole file is ever built. */
export function fileOf(rows: readonly Row[]): Uint8Array {
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  for (let from = 0; from < rows.length; from += rowsPerPiece)
    pieces.push(
      encoder.encode(
        rows
          .slice(from, from + rowsPerPiece)
          .map((row) => `${row.join(';')}\r\n`)
          .join(''),
      ),
    );
  const file = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    file.set(piece, at);
    at += piece.length;
  }
  return file;
}
