/** Demonstration data on an empty database: loaded by a first run only, never in production. */
export { invitedPersons } from './invited-persons.ts';
export { seedDemonstration } from './seed-demonstration.ts';
