import type { CodeList } from '../../../definition/code-list.ts';

/**
 * Monthly, hourly and fee. The concepts are found, the codes are placeholders.
 */
export const payForms: CodeList = {
  id: 'pay-forms',
  name: 'Löneformer',
  completeness: 'preliminary',
  codes: [
    { code: 'M', name: 'Månadslön', placeholder: true },
    { code: 'T', name: 'Timlön', placeholder: true },
    { code: 'A', name: 'Arvode/uppdrag', placeholder: true },
  ],
};
