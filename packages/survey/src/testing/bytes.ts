/** Files as payroll systems, spreadsheets and mishaps write them; for tests. */

export type Piece = string | number | readonly number[] | Uint8Array;

/** Bytes of a text in UTF-8, and as they stand for numbers, put one after the other. */
export function bytesOf(...parts: readonly Piece[]): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const pieces = parts.map((part) =>
    typeof part === 'string' ? encoder.encode(part) : typeof part === 'number' ? Uint8Array.of(part) : Uint8Array.from(part),
  );
  const file = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    file.set(piece, at);
    at += piece.length;
  }
  return file;
}

/** One byte per character; only for texts whose characters have the same number in Windows-1252 as in Unicode. */
export const windows1252 = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(text, (character) => character.charCodeAt(0));

/** Without a byte order mark. */
export function utf16(text: string, order: 'little' | 'big'): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index += 1) view.setUint16(index * 2, text.charCodeAt(index), order === 'little');
  return bytes;
}

/** A value as RFC 4180 writes it. */
export const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
