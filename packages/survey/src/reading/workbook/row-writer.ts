import { limits, Refused } from './zip.ts';

/** Rows of texts as the bytes a file of text would have: UTF-8, semicolon between values, quotes per RFC 4180. */
export class RowWriter {
  #bytes = new Uint8Array(65_536);
  #length = 0;
  readonly #encoder = new TextEncoder();

  /**
   * @param width values that the row must have: empty ones at its end are left out in a sheet
   * @throws Refused for more bytes than the rows of an honest sheet are
   */
  write(texts: readonly string[], width: number): void {
    const values = Math.max(texts.length, width);
    this.#makeRoom(values + 1);
    for (let index = 0; index < values; index += 1) {
      if (index > 0) this.#byte(0x3b);
      const text = texts[index] ?? '';
      if (text === '') continue;
      const written = /[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
      this.#makeRoom(written.length * 3 + values + 1);
      this.#text(written);
    }
    this.#byte(0x0a);
  }

  bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  #text(written: string): void {
    for (let index = 0; index < written.length; index += 1) {
      const code = written.charCodeAt(index);
      if (code > 127) {
        const encoded = this.#encoder.encode(written.slice(index));
        this.#bytes.set(encoded, this.#length);
        this.#length += encoded.length;
        return;
      }
      this.#bytes[this.#length] = code;
      this.#length += 1;
    }
  }

  #byte(byte: number): void {
    this.#bytes[this.#length] = byte;
    this.#length += 1;
  }

  #makeRoom(more: number): void {
    const needed = this.#length + more;
    if (needed <= this.#bytes.length) return;
    if (needed > limits.writtenBytes) throw new Refused('tooLarge');
    const longer = new Uint8Array(Math.min(limits.writtenBytes, Math.max(needed, this.#bytes.length * 2)));
    longer.set(this.#bytes);
    this.#bytes = longer;
  }
}
