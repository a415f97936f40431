/** The door of units: organisations, their reporting units, and who may act for them. */
import type { Operation } from '../platform/operation.ts';
import { changePayrollSystem } from './change-payroll-system.ts';
import { changePerson } from './change-person.ts';
import { changeSignInPolicy } from './change-sign-in-policy.ts';
import { invitePerson } from './invite-person.ts';
import { removePerson } from './remove-person.ts';
import { resendPersonInvitation } from './resend-person-invitation.ts';
import { showSignInPolicy } from './show-sign-in-policy.ts';
import { showUnit } from './show-unit.ts';
import { whoAmI, type Neighbours } from './who-am-i.ts';

export const unitOperations = (neighbours: Neighbours): Operation[] => [
  whoAmI(neighbours),
  showUnit,
  changePayrollSystem,
  invitePerson,
  resendPersonInvitation,
  changePerson,
  removePerson,
  showSignInPolicy,
  changeSignInPolicy,
];

export { addFrame } from './add-frame.ts';
export type { NewUnit } from './add-frame.ts';
export { findUnit, unitCodesOf } from './find-unit.ts';
export { peopleOf, peopleToTell } from './people.ts';
export type { Person } from './people.ts';
export { allUnits, unitByKey, unitKeysByCode, unitsOfAccount, unitsOfPerson } from './reader.ts';
export type { Unit, UnitKey } from './unit.ts';
export { unitFacts } from './unit-facts.ts';
export { insertAccess as giveAccess, removeFromUnits } from './writer.ts';
