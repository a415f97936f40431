import type { Rule } from '../definition/rule.ts';

/** Contact person or payroll system of the unit is not confirmed in the round. */
export const f02ContactAndPayrollSystemAreConfirmed: Rule = {
  id: 'F-02',
  version: 1,
  status: 'active',
  severity: 'error',
  scope: 'dataset',
  fields: [],
  needs: ['profile'],
  logic: { kind: 'process', asks: 'profile' },
  source: 'derived: S2',
  texts: {
    title: 'Bekräfta era uppgifter',
    message: 'Bekräfta kontaktperson och lönesystem under Profil & enheter innan ni lämnar in.',
    why: 'Statistikerna behöver veta vem de ska fråga och vilket lönesystem filen kommer ur.',
    howToFix: 'Bekräfta kontaktperson och lönesystem under Profil & enheter.',
  },
};
