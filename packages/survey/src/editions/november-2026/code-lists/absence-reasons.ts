import type { CodeList } from '../../../definition/code-list.ts';

/**
 * Reasons for leave. The concept is found, the codes are placeholders.
 */
export const absenceReasons: CodeList = {
  id: 'absence-reasons',
  name: 'Frånvaroorsaker',
  completeness: 'preliminary',
  codes: [
    { code: '00', name: 'Ingen frånvaro', placeholder: true },
    { code: '01', name: 'Föräldraledighet', placeholder: true },
    { code: '02', name: 'Sjukfrånvaro', placeholder: true },
    { code: '03', name: 'Tillfällig sjukersättning/rehabilitering', placeholder: true },
    { code: '04', name: 'Studieledighet', placeholder: true },
    { code: '05', name: 'Ledighet för annan anställning hos samma arbetsgivare', placeholder: true },
    { code: '06', name: 'Ledighet för annan anställning hos annan arbetsgivare', placeholder: true },
    { code: '07', name: 'Fackligt eller politiskt uppdrag', placeholder: true },
    { code: '08', name: 'Enskild angelägenhet', placeholder: true },
    { code: '09', name: 'Övrig ledighet', placeholder: true },
  ],
};
