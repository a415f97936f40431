import type { CodeList } from '../../../definition/code-list.ts';

/**
 * Component of AID for special terms of employment. Names found, codes placeholders.
 */
export const specialTerms: CodeList = {
  id: 'special-terms',
  name: 'BEA, PAN eller kombination',
  completeness: 'preliminary',
  codes: [
    { code: '1', name: 'BEA', placeholder: true },
    { code: '2', name: 'PAN', placeholder: true },
    { code: '3', name: 'Arvoderad tjänstgöring i kombination med statlig tjänst', placeholder: true },
  ],
};
