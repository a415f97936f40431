import { Attributes } from './attributes.ts';
import { decoded, resolved } from './xml-text.ts';
import { Refused } from './zip.ts';

/** What is told of an XML text while it passes by. */
export interface XmlListener {
  /** Text is cut only while it is wanted. */
  wantsText?: boolean;
  /** An element begins; `isEmpty` when it ends at once. The attributes are gone when this returns. */
  open?(name: string, attributes: Attributes, isEmpty: boolean): void;
  close?(name: string): void;
  /** Text between tags, entities resolved; may come in several pieces. */
  text?(text: string): void;
}

/** No tag and no text of a workbook is as long. */
const longestTag = 1_000_000;
/** Elements within each other. */
const deepest = 256;

/**
 * Tells an XML text piece by piece, names without their prefix. Declarations, comments and instructions are passed over; a
 * document type is refused, since it can define what a text means.
 */
export class XmlScanner {
  readonly #listener: XmlListener;
  readonly #attributes = new Attributes();
  readonly #within: string[] = [];
  #hasBegun = false;
  #rest: Uint8Array = new Uint8Array(0);

  constructor(listener: XmlListener) {
    this.#listener = listener;
  }

  /** @throws Refused for a document type, an unknown entity, a tag longer than any, or one that ends what did not begin */
  take(piece: Uint8Array): void {
    const bytes = this.#joined(piece);
    let at = 0;
    for (;;) {
      let opening = at;
      while (opening < bytes.length && bytes[opening] !== 0x3c) opening += 1;
      const closing = opening < bytes.length ? endOfTag(bytes, opening) : -1;
      if (closing < 0) {
        if (bytes.length - at > longestTag) throw new Refused('xml');
        this.#rest = bytes.slice(at);
        return;
      }
      if (opening > at) this.#text(bytes, at, opening);
      this.#tag(bytes, opening, closing);
      at = closing + 1;
    }
  }

  /** There is no more. @throws Refused when the text has not come to its end: what is missing would else be missed by nobody */
  finish(): void {
    if (!this.#hasBegun || this.#within.length > 0 || this.#rest.some((byte) => byte > 0x20)) throw new Refused('xml');
  }

  #joined(piece: Uint8Array): Uint8Array {
    if (this.#rest.length === 0) return piece;
    const joined = new Uint8Array(this.#rest.length + piece.length);
    joined.set(this.#rest);
    joined.set(piece, this.#rest.length);
    return joined;
  }

  #text(bytes: Uint8Array, from: number, to: number): void {
    if (this.#listener.wantsText !== true) return;
    const text = decoded(bytes, from, to);
    this.#listener.text?.(text.includes('&') ? resolved(text) : text);
  }

  #tag(bytes: Uint8Array, opening: number, closing: number): void {
    const first = bytes[opening + 1];
    if (first === 0x3f) return;
    if (first === 0x21) {
      if (bytes[opening + 2] === 0x44) throw new Refused('doctype');
      // Character data: as it stands, between `<![CDATA[` and `]]>`.
      if (bytes[opening + 2] === 0x5b && this.#listener.wantsText === true) this.#listener.text?.(decoded(bytes, opening + 9, closing - 2));
      return;
    }
    const isClosing = first === 0x2f;
    const isEmpty = bytes[closing - 1] === 0x2f;
    const end = isEmpty ? closing - 1 : closing;
    let from = opening + (isClosing ? 2 : 1);
    let to = from;
    while (to < end && bytes[to]! > 0x20) {
      if (bytes[to] === 0x3a) from = to + 1;
      to += 1;
    }
    const name = nameIn(bytes, from, to);
    if (isClosing) {
      if (this.#within.pop() !== name) throw new Refused('xml');
      this.#listener.close?.(name);
      return;
    }
    // One element holds all others.
    if (this.#within.length === 0 && this.#hasBegun) throw new Refused('xml');
    this.#hasBegun = true;
    if (!isEmpty && this.#within.push(name) > deepest) throw new Refused('xml');
    this.#listener.open?.(name, this.#attributes.of(bytes, to, end), isEmpty);
  }
}

/** Names of at most four letters, which nearly all are, by their letters. */
const shortNames = new Map<number, string>();

function nameIn(bytes: Uint8Array, from: number, to: number): string {
  if (to - from > 4) return decoded(bytes, from, to);
  let key = 0;
  for (let at = from; at < to; at += 1) key = (key << 8) | bytes[at]!;
  let name = shortNames.get(key);
  if (name === undefined) {
    name = decoded(bytes, from, to);
    // Not more of them than a workbook has: names made up by the thousand are not remembered.
    if (shortNames.size < 256) shortNames.set(key, name);
  }
  return name;
}

/** The `>` that ends a tag; of a comment and of character data, of all they hold. */
function endOfTag(bytes: Uint8Array, opening: number): number {
  const ending = bytes[opening + 1] === 0x21 ? (bytes[opening + 2] === 0x2d ? 0x2d : bytes[opening + 2] === 0x5b ? 0x5d : 0) : 0;
  for (let at = opening + 1; at < bytes.length; at += 1)
    if (bytes[at] === 0x3e && (ending === 0 || (bytes[at - 1] === ending && bytes[at - 2] === ending))) return at;
  return -1;
}
