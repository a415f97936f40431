import { decoded, resolved } from './xml-text.ts';

/** The attributes of the tag that is passing by. */
export class Attributes {
  #bytes = new Uint8Array(0);
  #from = 0;
  #to = 0;

  of(bytes: Uint8Array, from: number, to: number): this {
    this.#bytes = bytes as Uint8Array<ArrayBuffer>;
    this.#from = from;
    this.#to = to;
    return this;
  }

  /** The value of an attribute, whatever its prefix; undefined when the tag has none. */
  get(name: string): string | undefined {
    const bytes = this.#bytes;
    for (let at = this.#from; at < this.#to; at += 1) {
      const quote = bytes[at];
      if (quote !== 0x22 && quote !== 0x27) continue;
      let end = at + 1;
      while (end < this.#to && bytes[end] !== quote) end += 1;
      if (this.#isNamed(name, at)) {
        const value = decoded(bytes, at + 1, end);
        return value.includes('&') ? resolved(value) : value;
      }
      at = end;
    }
    return undefined;
  }

  /** Whether `name =` stands before a quote, with blanks or a prefix before it. */
  #isNamed(name: string, quote: number): boolean {
    const bytes = this.#bytes;
    let end = quote - 1;
    while (end > this.#from && bytes[end]! <= 0x20) end -= 1;
    if (bytes[end] !== 0x3d) return false;
    end -= 1;
    while (end > this.#from && bytes[end]! <= 0x20) end -= 1;
    const start = end - name.length + 1;
    if (start <= this.#from) return false;
    for (let place = 0; place < name.length; place += 1) if (bytes[start + place] !== name.charCodeAt(place)) return false;
    return bytes[start - 1]! <= 0x20 || bytes[start - 1] === 0x3a;
  }
}
