import { numberOf, textOf, type Row } from '../rows.ts';
import type { VariableId } from '../../editions/november-2026/variables.ts';
import type { Fault } from './fault.ts';

const isRegional = (row: Row): boolean => textOf(row, 'municipalityCode').endsWith('00');
const isLicensedDoctor = (row: Row): boolean => numberOf(row, 'aidLabel') >= 201010 && numberOf(row, 'aidLabel') <= 203090;
const isDoctor = (row: Row): boolean => numberOf(row, 'aidLabel') >= 201010 && numberOf(row, 'aidLabel') <= 204090;

/** The field says something else than the right text; only where the record may have the fault. */
const saying = (rule: string, field: VariableId, texts: readonly string[], may: (row: Row) => boolean = () => true): Fault => ({
  rule,
  slip: (row, { random }) => (may(row) ? { field, text: random.pick(texts) } : undefined),
});

/** A code that is missing, unknown or not for this record. */
export const codeFaults: readonly Fault[] = [
  // With the basis in field 6 filled an empty field 5 is in order.
  saying('P05-01', 'activityCode', [''], (row) => textOf(row, 'activityBasis') === ''),
  saying('P05-02', 'activityCode', ['999', '000', 'XYZ']),
  saying('P09-01', 'aidLabel', ['']),
  {
    rule: 'P09-02',
    slip: (row, { random }) => ({
      field: 'aidLabel',
      text: random.pick([textOf(row, 'aidLabel').slice(0, 5), `${textOf(row, 'aidLabel').slice(0, 5)}A`, `${textOf(row, 'aidLabel')}0`]),
    }),
  },
  saying('P10-01', 'responsibilityCode', ['X', 'D', '1']),
  saying('P10-02', 'responsibilityCode', ['M'], (row) => !isDoctor(row)),
  saying('P11-01', 'specialTermsCode', ['9', 'B']),
  saying('P12-01', 'workingTimePattern', ['9', 'N']),
  saying('P13-01', 'medicalSpecialty', [''], isLicensedDoctor),
  saying('P13-02', 'medicalSpecialty', ['99999', '10000'], isLicensedDoctor),
  saying('P14-02', 'positionCode', [''], isRegional),
  saying('P15-01', 'collectiveAgreement', ['']),
  saying('P15-02', 'collectiveAgreement', ['Z', '0']),
  saying('P16-01', 'employmentForm', ['']),
  saying('P16-02', 'employmentForm', ['9', '7']),
  saying('P16-03', 'employmentForm', ['5']),
  saying('P17-01', 'payForm', ['', 'X']),
  saying('P23-01', 'absenceReason', ['XX', '77']),
];
