import type { CodeList } from '../../../definition/code-list.ts';

/**
 * Component of AID for some labels. The component is found, its values are assumed.
 */
export const workingTimePatterns: CodeList = {
  id: 'working-time-patterns',
  name: 'Arbetstidens förläggning',
  completeness: 'preliminary',
  codes: [
    { code: '1', name: 'Dagtid', placeholder: true },
    { code: '2', name: 'Ständig natt', placeholder: true },
    { code: '3', name: 'Rotation/skift eller vid behov', placeholder: true },
    { code: '4', name: 'Ferieanställning (lärare)', placeholder: true },
  ],
};
