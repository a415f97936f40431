import type { CodeList } from '../../../definition/code-list.ts';

/**
 * Six forms. Code 1 inferred, code 5 known to be removed in 2017, the others placeholders.
 */
export const employmentForms: CodeList = {
  id: 'employment-forms',
  name: 'Anställningsformer',
  completeness: 'preliminary',
  codes: [
    { code: '1', name: 'Tillsvidareanställning' },
    { code: '2', name: 'Vikariat', placeholder: true },
    { code: '3', name: 'Särskild visstidsanställning/allmän visstidsanställning', placeholder: true },
    { code: '4', name: 'Provanställning', placeholder: true },
    { code: '5', name: 'Utgången: legitimationsgrundande anställning för lärare och förskollärare', validToYear: 2016 },
    { code: '6', name: 'Övrig tidsbegränsad anställning (t.ex. säsong, arbetsmarknadspolitisk, pensionär)', placeholder: true },
  ],
};
