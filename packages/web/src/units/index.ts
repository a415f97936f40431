export { RoleFields } from './RoleFields.tsx';
export { UnitPeople } from './UnitPeople.tsx';
