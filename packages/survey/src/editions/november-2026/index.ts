import type { Edition } from '../../definition/survey-definition.ts';
import { codeLists } from './code-lists/index.ts';
import { rules } from './rules.ts';
import { variables } from './variables.ts';

export { codeLists } from './code-lists/index.ts';
export { frame, unitByCode, type FrameUnit } from './frame.ts';

/** The November survey of 2026: 42 variables, the year's code lists, and the rules in force. */
export const november2026: Edition = {
  id: 'november-2026',
  name: 'Novemberstatistik 2026',
  referenceYear: 2026,
  variables,
  layout: {
    form: 'separated',
    separator: ';',
    header: 'recognised',
    headerRow: { notDigits: { field: 'municipalityCode', digits: 4 }, letters: 'personalNumber' },
    decimals: 'implied',
    zeroIsMissing: true,
    dates: 'yyyymmdd',
  },
  roles: {
    person: 'personalNumber',
    unitCode: 'municipalityCode',
    recordKey: ['municipalityCode', 'personalNumber', { field: 'employmentId', or: 'aidLabel' }],
    employment: 'employmentId',
    classification: 'aidLabel',
  },
  groupings: ['collectiveAgreement', 'organisationNumber', 'aidLabel'],
  codeLists,
  rules,
};

/** The editions of each year that has been asked for. */
const byYear = new Map([[november2026.referenceYear, november2026]]);

/**
 * The survey as it is asked of another year's deliveries: one edition serves until a year's layout or codes differ. The same object
 * for a year, since what has been made ready to check with an edition belongs to it.
 */
export function novemberOf(referenceYear: number): Edition {
  const known = byYear.get(referenceYear) ?? { ...november2026, referenceYear };
  byYear.set(referenceYear, known);
  return known;
}
