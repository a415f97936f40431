import { deliveryTexts, instantInShort } from '@insamling/texts';
import type { LoggedText } from './net-corrections.ts';
import { variableById, variableName } from './view.ts';

const texts = deliveryTexts.corrections;

/** What the file of a file's corrections is called, without its ending. */
export const correctionsName = (file: string): string => `${file.replace(/\.[^.]*$/, '')}-${texts.fileName}`;

/**
 * Corrected cells as the rows of a table, headings first.
 * @param rows  of the file, of each cell
 * @param names of accounts
 */
export const correctionRows = (
  cells: readonly LoggedText[],
  rows: readonly number[],
  names: ReadonlyMap<string, string>,
): readonly (readonly (string | number)[])[] => [
  texts.csvHeader,
  ...cells.map(({ variable, before, after, by, at }, place) => [
    rows[place]!,
    variableById(variable)?.number ?? '',
    variableName(variable),
    before,
    after,
    names.get(by) ?? '',
    instantInShort(at.toISOString()),
  ]),
];
