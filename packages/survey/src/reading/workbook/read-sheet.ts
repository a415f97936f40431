import type { Attributes } from './attributes.ts';
import { XmlScanner, type XmlListener } from './scan-xml.ts';
import { limits, type Zip } from './zip.ts';

/** What stood in the cells of a sheet that a file of text cannot say. */
export interface SheetNotes {
  /** Cells with a formula: the value that was saved with it is read. */
  formulas: number;
  /** Those of them that no value was saved with: read as empty. */
  unsaved: number;
  /** Cells with an error such as #N/A. */
  errors: number;
  /** Cells that show a day: written yyyymmdd. */
  days: number;
  /** Numbers written with an exponent: their digits are lost. */
  exponents: number;
  /** Cells with a value too far to the right to belong to a record: not read. */
  beyond: number;
  /** Groups of cells that are one. */
  merged: number;
}

export interface SheetContext {
  readonly texts: readonly string[];
  readonly dayStyles: readonly boolean[];
  readonly from1904: boolean;
  readonly decimalSign: ',' | '.';
}

/**
 * The rows of a sheet as texts, one after the other; rows and cells that are left out in the file are empty here.
 * @param onRow receives the texts of a row, as an array of its own
 * @throws Refused
 */
export function readSheet(zip: Zip, path: string, context: SheetContext, onRow: (texts: readonly string[]) => void): SheetNotes {
  const sheet = new Sheet(context, onRow);
  const scanner = new XmlScanner(sheet);
  zip.read(path, (piece) => scanner.take(piece));
  scanner.finish();
  return sheet.notes;
}

class Sheet implements XmlListener {
  readonly notes: SheetNotes = { formulas: 0, unsaved: 0, errors: 0, days: 0, exponents: 0, beyond: 0, merged: 0 };
  readonly #context: SheetContext;
  readonly #onRow: (texts: readonly string[]) => void;
  #row: string[] = [];
  #rows = 0;
  #column = -1;
  #type = '';
  #style = 0;
  #value = '';
  #hasFormula = false;
  #isPhonetic = false;
  wantsText = false;

  constructor(context: SheetContext, onRow: (texts: readonly string[]) => void) {
    this.#context = context;
    this.#onRow = onRow;
  }

  open(name: string, attributes: Attributes, isEmpty: boolean): void {
    if (name === 'c') {
      const place = attributes.get('r');
      this.#column = place === undefined ? this.#column + 1 : columnOf(place);
      this.#type = attributes.get('t') ?? 'n';
      this.#style = Number(attributes.get('s') ?? 0);
      this.#value = '';
      this.#hasFormula = false;
      return;
    }
    if (name === 'v' || name === 't') this.wantsText = !isEmpty && !this.#isPhonetic;
    else if (name === 'f') {
      this.notes.formulas += 1;
      this.#hasFormula = true;
    } else if (name === 'rPh') this.#isPhonetic = !isEmpty;
    else if (name === 'mergeCell') this.notes.merged += 1;
    else if (name === 'row') this.#beginRow(attributes.get('r'), isEmpty);
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.wantsText = false;
    else if (name === 'rPh') this.#isPhonetic = false;
    else if (name === 'c') this.#endCell();
    else if (name === 'row') this.#endRow();
  }

  text(piece: string): void {
    this.#value += piece;
  }

  #beginRow(number: string | undefined, isEmpty: boolean): void {
    // Rows without a cell are left out in the file; a row number beyond any sheet is not counted up to.
    const wanted = Math.min(Number(number ?? this.#rows + 1), mostRows);
    while (this.#rows + 1 < wanted) this.#endRow();
    this.#column = -1;
    if (isEmpty) this.#endRow();
  }

  #endCell(): void {
    if (this.#value === '' && this.#hasFormula) this.notes.unsaved += 1;
    if (this.#column < 0 || this.#value === '') return;
    if (this.#column >= limits.columns) {
      this.notes.beyond += 1;
      return;
    }
    while (this.#row.length < this.#column) this.#row.push('');
    this.#row[this.#column] = this.#shown();
  }

  #endRow(): void {
    this.#rows += 1;
    this.#onRow(this.#row);
    this.#row = [];
    this.#column = -1;
  }

  #shown(): string {
    const value = this.#value;
    if (this.#type === 's') return this.#context.texts[Number(value)] ?? '';
    if (this.#type === 'e') {
      this.notes.errors += 1;
      return value;
    }
    if (this.#type === 'd' && /^\d{4}-\d{2}-\d{2}/.test(value)) {
      this.notes.days += 1;
      return value.slice(0, 10).replaceAll('-', '');
    }
    if (this.#type !== 'n') return value;
    const number = Number(value);
    if (!Number.isFinite(number)) return value;
    if (this.#context.dayStyles[this.#style] === true && number >= 1) {
      this.notes.days += 1;
      return dayOf(number, this.#context.from1904);
    }
    return this.#plain(value, number);
  }

  /** Digits as the cell holds them, with the decimal sign of the layout. A number of more than fifteen digits has lost the last of them. */
  #plain(value: string, number: number): string {
    if (/^-?[0-9]{1,15}$/.test(value)) return value;
    if (Number.isInteger(number) && Math.abs(number) < 1e15) return String(number);
    if (Math.abs(number) >= 1e15) {
      this.notes.exponents += 1;
      return value.replace('.', this.#context.decimalSign);
    }
    // A binary fraction has more digits than anybody wrote: fifteen are what the cell shows at most.
    return String(Number(number.toPrecision(15))).replace('.', this.#context.decimalSign);
  }
}

const mostRows = 1_048_576;

/** Letters of a place such as `AB12` as a number from 0. */
function columnOf(place: string): number {
  let column = 0;
  for (let index = 0; index < place.length; index += 1) {
    const letter = place.charCodeAt(index) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
}

/** Days since the last of 1899 (with a 29 February 1900 that never was), or since 1 January 1904, as yyyymmdd. */
function dayOf(number: number, from1904: boolean): string {
  const days = Math.floor(number) + (from1904 ? 1462 : 0);
  // Civil date from days since 1970, by counting 400-year cycles from 1 March.
  const since = days - 25_569 + (days < 60 ? 1 : 0) + 719_468;
  const cycle = Math.floor(since / 146_097);
  const ofCycle = since - cycle * 146_097;
  const year = Math.floor((ofCycle - Math.floor(ofCycle / 1460) + Math.floor(ofCycle / 36_524) - Math.floor(ofCycle / 146_096)) / 365);
  const ofYear = ofCycle - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const month = Math.floor((5 * ofYear + 2) / 153);
  const date = ofYear - Math.floor((153 * month + 2) / 5) + 1;
  const calendarMonth = month < 10 ? month + 3 : month - 9;
  const calendarYear = year + cycle * 400 + (calendarMonth <= 2 ? 1 : 0);
  return `${String(calendarYear).padStart(4, '0')}${String(calendarMonth).padStart(2, '0')}${String(date).padStart(2, '0')}`;
}
