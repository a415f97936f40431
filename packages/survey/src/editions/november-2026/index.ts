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
