import { Refused } from './zip.ts';

const decoder = new TextDecoder('utf-8');

/** Short plain texts are put together by hand: a decoder costs more than it reads. */
export function decoded(bytes: Uint8Array, from: number, to: number): string {
  if (to - from > 24) return decoder.decode(bytes.subarray(from, to));
  let text = '';
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at]!;
    if (byte > 127) return decoder.decode(bytes.subarray(from, to));
    text += String.fromCharCode(byte);
  }
  return text;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Entities as the characters they are. @throws Refused for one that only a document type could define */
export function resolved(text: string): string {
  return text.replace(/&(#x[0-9a-fA-F]{1,6}|#[0-9]{1,7}|[a-zA-Z]+);/g, (_, name: string) => {
    const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : name.startsWith('#') ? Number(name.slice(1)) : -1;
    if (code > 0x10ffff) throw new Refused('xml');
    const character = code >= 0 ? String.fromCodePoint(code) : entities[name];
    if (character === undefined) throw new Refused('doctype');
    return character;
  });
}
