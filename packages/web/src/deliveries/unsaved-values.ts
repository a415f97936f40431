import type { CellPlace } from './use-correct-cell.ts';

/**
 * New values that somebody has typed and not saved, so that they stand there again when that person comes back from another page.
 * They wait in the open page and nowhere else (decision 20): what is typed may be a personal number.
 */
const unsaved = new Map<string, ReadonlyMap<string, string>>();
const none: ReadonlyMap<string, string> = new Map();

type RecordPlace = Pick<CellPlace, 'fileId' | 'record'>;
const keyOf = ({ fileId, record }: RecordPlace) => `${fileId} ${record}`;

/** What is typed in a record's cells, by variable. */
export const unsavedIn = (place: RecordPlace): ReadonlyMap<string, string> => unsaved.get(keyOf(place)) ?? none;

/** @param text null when nothing unsaved stands there any more */
export function keepUnsaved(place: RecordPlace, variable: string, text: string | null): void {
  const kept = new Map(unsavedIn(place));
  if (text === null) kept.delete(variable);
  else kept.set(variable, text);
  if (kept.size > 0) unsaved.set(keyOf(place), kept);
  else unsaved.delete(keyOf(place));
}
