import type { Rule } from '../definition/rule.ts';
import type { Edition } from '../definition/survey-definition.ts';
import { november2026 } from '../editions/november-2026/index.ts';

const texts = (message: string): Rule['texts'] => ({ title: 'Ovanligt', message, why: 'Kan vara fel.', howToFix: 'Se efter.' });
const common = { version: 1, status: 'active', severity: 'warning', source: 'proposed' } as const;

/** Salaries that are unusual in their group, salaries that changed unusually, and labels that are shared out in a new way. */
export const statisticalRules: readonly Rule[] = [
  {
    ...common,
    id: 'S-01',
    scope: 'group',
    fields: ['agreedFullTimeSalary', 'aidLabel'],
    logic: {
      kind: 'robustZ',
      of: 'agreedFullTimeSalary',
      strata: [['aidLabel', 'collectiveAgreement'], ['aidLabel']],
      where: { op: 'codeIn', field: 'payForm', codes: 'M' },
    },
    texts: texts('Post {rad}: lönen är {nu}; bland {antal} är {nedre} till {övre} vanligt.'),
  },
  {
    ...common,
    id: 'S-02',
    scope: 'panel',
    needs: ['lastYear'],
    fields: ['agreedFullTimeSalary'],
    logic: {
      kind: 'hidiroglouBerthelot',
      of: 'agreedFullTimeSalary',
      match: 'any',
      strata: [['aidLabel', 'collectiveAgreement'], ['aidLabel'], []],
    },
    texts: texts('Post {rad}: lönen gick från {förra} till {nu}; bland {antal} är {nedre} till {övre} vanligt.'),
  },
  {
    ...common,
    id: 'S-03',
    scope: 'dataset',
    needs: ['lastYear'],
    fields: ['aidLabel'],
    params: { minRecords: 10, limit: 0.1 },
    logic: { kind: 'distribution', of: 'aidLabel', distance: 'tv' },
    texts: texts('Etiketterna har flyttats {avstånd} procent, mest {mest} ({förra} poster då, {antal} nu).'),
  },
];

export const withStatisticalRules: Edition = { ...november2026, rules: [...november2026.rules, ...statisticalRules] };
