import type { UnitRole } from '@insamling/contract';

/** Who asks, as far as a unit is concerned. */
export interface Asker {
  /** Role in the unit; null for who has none there. */
  readonly role: UnitRole | null;
  /** True from insamlingsansvarig upwards. */
  readonly managesCollection: boolean;
}

/** Inviting, changing and removing people: the unit's own administrators, and who runs the collection. */
export const mayAdministerPeople = ({ role, managesCollection }: Asker): boolean => role === 'unitAdministrator' || managesCollection;

/** What the unit says of itself, such as its payroll system: everybody who works for it, and who runs the collection. */
export const mayChangeUnit = ({ role, managesCollection }: Asker): boolean =>
  role === 'respondent' || role === 'unitAdministrator' || managesCollection;

const included: Record<UnitRole, readonly UnitRole[]> = {
  reader: ['reader'],
  respondent: ['reader', 'respondent'],
  unitAdministrator: ['reader', 'respondent', 'unitAdministrator'],
};

/** Nobody gives a right that they do not have: in a unit one's own role and those below it; who runs the collection, all of them. */
export const mayGrantRole = ({ role, managesCollection }: Asker, wished: UnitRole): boolean =>
  managesCollection || (role !== null && included[role].includes(wished));

/** How the people of an organisation sign in: who runs the collection, on the organisation's word. */
export const mayDecideSignIn = ({ managesCollection }: Asker): boolean => managesCollection;
