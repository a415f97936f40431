export { isGiven, PersonFields } from './PersonFields.tsx';
export { RoleFields } from './RoleFields.tsx';
export { UnitPeople } from './UnitPeople.tsx';
