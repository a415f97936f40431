/**
 * A text that steers nothing around it: control characters (but line ends and tabs) and those that turn the direction of reading,
 * which could make a name look like another or a sentence end in the middle, are shown as U+FFFD. Letters of every script stay.
 */
export const visibleText = (text: string): string => text.replace(steering, '\ufffd');

/** The same of a name in a sentence, which a tab or a line end would tear apart. */
export const visibleName = (text: string): string => visibleText(text).replace(/[\t\n\r]/g, '\ufffd');

// Controls but tab and line ends; then what Unicode calls Bidi_Control, and its two line separators.
// oxlint-disable-next-line no-control-regex
const steering = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/**
 * One cell of a CSV file that spreadsheets open. A text that one would take for a formula gets an apostrophe before it; a number
 * (not a text of digits) is written as one, also when it is negative. RFC 4180 quoting.
 */
export function csvCell(value: string | number | boolean | null | undefined, separator: ';' | ',' = ';'): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string') return String(value);
  const visible = visibleText(value);
  const text = startsFormula.test(value) ? `'${visible}` : visible;
  return text.includes(separator) || /["\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** = + - @, wide ones too, also behind blanks; a tab, a line end or a control character first. */
// oxlint-disable-next-line no-control-regex
const startsFormula = /^(?:[\u0000-\u001f]|[\s\u200b-\u200f\u2060\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20])/;

/** A CSV file of rows, headings first, with the byte order mark that spreadsheets need to read å, ä and ö. */
export const csvFile = (rows: readonly (readonly (string | number)[])[]): string => `\ufeff${rows.map((cells) => csvLine(cells)).join('')}`;

/** A row of a CSV file, with its line end. */
export const csvLine = (cells: readonly (string | number | boolean | null | undefined)[], separator: ';' | ',' = ';'): string =>
  `${cells.map((value) => csvCell(value, separator)).join(separator)}\r\n`;
