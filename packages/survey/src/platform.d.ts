/** The few globals every host shares (Node, browser, worker). Each line is a decision: nothing here may know a file or a network. */
declare class TextDecoder {
  constructor(encoding?: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252', options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(bytes: Uint8Array): string;
}
declare class TextEncoder {
  encode(text: string): Uint8Array;
}
