/** The door of definitions: a survey as a document. Hosts that know their edition beforehand do not need it. */
export { editionSchema } from './edition-schema.ts';
export { parseCondition, parseQuantity } from './expression/parse.ts';
export { printCondition, printQuantity } from './expression/print.ts';
export { readEdition, writeEdition } from './read-edition.ts';
export type { EditionFault, ReadEdition } from './read-edition.ts';
