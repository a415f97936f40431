import type { CodeList } from '../../../definition/code-list.ts';

/**
 * Payroll systems on the market: two found, the rest from general knowledge. The name is the code.
 */
export const payrollSystems: CodeList = {
  id: 'payroll-systems',
  name: 'Lönesystem',
  completeness: 'complete',
  codes: [
    { code: 'Visma Personec P', name: 'Visma Personec P' },
    { code: 'Visma HR Plus', name: 'Visma HR Plus' },
    { code: 'Heroma (CGI)', name: 'Heroma (CGI)' },
    { code: 'Visma Window/Bluegarden', name: 'Visma Window/Bluegarden' },
    { code: 'Agda PS', name: 'Agda PS' },
    { code: 'Hogia Lön', name: 'Hogia Lön' },
    { code: 'Flex HRM', name: 'Flex HRM' },
    { code: 'Kontek Lön', name: 'Kontek Lön' },
    { code: 'Unit4/Palasso', name: 'Unit4/Palasso' },
    { code: 'Aditro/Sympa', name: 'Aditro/Sympa' },
    { code: 'Annat', name: 'Annat' },
  ],
};
