import type { CollectingRole, UnitRole } from '@insamling/contract';

/** Somebody the demonstration invites: on the collecting side, or for units. All are made up. */
export interface DemonstrationPerson {
  readonly name: string;
  readonly email: string;
  readonly collectingRole?: CollectingRole;
  readonly units?: readonly { readonly code: string; readonly role: UnitRole }[];
}

/** The largest region, the second largest municipality, a small region, the one with both sectors, a median municipality and a small one. */
export const unitsWithLastYear = ['1400', '1480', '2300', '0980', '1498', '2403'] as const;

export const persons: readonly DemonstrationPerson[] = [
  { name: 'Astrid Påhittsson', email: 'astrid.pahittsson@example.se', collectingRole: 'administrator' },
  { name: 'Iris Exempelsson', email: 'iris.exempelsson@example.se', collectingRole: 'collectionManager' },
  {
    name: 'Rut Testberg',
    email: 'rut.testberg@example.se',
    units: [
      { code: '2403', role: 'respondent' },
      { code: '1498', role: 'respondent' },
    ],
  },
  { name: 'Uno Låtsasson', email: 'uno.latsasson@example.se', units: [{ code: '1480', role: 'unitAdministrator' }] },
  { name: 'Disa Provlund', email: 'disa.provlund@example.se', units: [{ code: '2300', role: 'respondent' }] },
];

/** Pseudonym of who delivered last year and has left since: nothing else is known of somebody whose account has ended. */
export const predecessor = 'p-foretradare';
