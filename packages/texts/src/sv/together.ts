import { count, counted } from './numbers.ts';

interface Field {
  readonly number: number;
  readonly name: string;
}

/** Corrections made with one click: a whole column, or the cells of a proposal. */
export const togetherTexts = {
  title: 'Ändrat med ett klick',
  what: (cells: number, fields: readonly Field[]) =>
    `${counted(cells, 'värde är ändrat', 'värden är ändrade')}: ${fields.map(({ number, name }) => `Fält ${number} ${name}`).join(', ')}.`,
  by: (name: string, instant: string) => `${name}, ${instant}`,
  standing: (n: number) =>
    n === 1 ? '1 av dem står kvar. De andra har ändrats sedan dess.' : `${count(n)} av dem står kvar. De andra har ändrats sedan dess.`,
  undoAll: 'Ångra alla',
  undoAllOf: (what: string) => `Ångra alla: ${what}`,
  undone: (n: number) => `${counted(n, 'värde är återställt', 'värden är återställda')}.`,
  showAll: 'Visa rättelser',
};
