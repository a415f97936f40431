export { UnitPeople } from './UnitPeople.tsx';
