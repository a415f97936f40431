/** The door of the generator: synthetic files from a given seed. Pure: no clock, no chance of its own. */
export { generate, mostRecords } from './generate.ts';
export type { GenerateOptions, Generated } from './generate.ts';
export type { Manifest, PlantedError } from './manifest.ts';
export { plantableRules } from './faults/plant-faults.ts';
export { frameUnitOf, usualRecords } from './staff.ts';
