import type { UnitsSearch } from '../paths.ts';

let last: UnitsSearch = {};

/** Filter and order that Organisationer had last, for who comes back to it from an organisation. */
export const lastUnits = (): UnitsSearch => last;
export const rememberUnits = (search: UnitsSearch): void => void (last = search);
