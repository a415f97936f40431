/** Spellings of values in bytes of the file, numbered from 0. An entry is a spelling, an id a text: see `Dictionary`. */
export interface Entries {
  /** How many there are. */
  readonly size: number;
  /** Byte of the file at which it begins, and how many bytes it has. */
  startOf(entry: number): number;
  lengthOf(entry: number): number;
  idOf(entry: number): number;
  /** Entry that an id was cut from first; -1 for one that came as a text. Of the empty value it is not asked. */
  entryFor(id: number): number;
  /** The entry of a value that stands among other bytes; -1 for none. */
  entryOf(bytes: Uint8Array, view: DataView, start: number, length: number): number;
}
