import { kindOf } from '../kernels/character-kinds.ts';
import { kernelsModule } from './kernels-module.ts';

/** A place in the memory of the kernels: the number of a byte. */
export type Place = number;

/** A variable of theirs. */
interface Variable {
  readonly value: number;
}

/**
 * The loops that take most of the time, compiled from `packages/survey/assembly` (what each does and takes is said there). Whatever they do
 * the engine can do without them, and does where they cannot be had; a test keeps both equal.
 */
export interface Kernels {
  /** Its buffer is another one after it has grown. */
  readonly memory: { readonly buffer: ArrayBuffer };
  reserve(bytes: number): Place;
  release(place: Place): void;

  forgetBytes(): void;
  lookAtBytes(window: Place, length: number, isLast: boolean): number;
  readonly isUtf8: Variable;
  readonly hasNul: Variable;
  readonly hasUndefined: Variable;

  showWindow(place: Place, bytes: number, first: number, isLast: boolean): void;
  splitRows(
    from: number,
    separator: number,
    cells: Place,
    column: number,
    fields: number,
    most: number,
    counts: Place,
    starts: Place,
    doubled: Place,
  ): number;
  placeOrdinary(rows: number, from: number, fields: number, record: number, cells: Place, counts: Place, targets: Place): number;
  readonly nextRow: Variable;
  readonly hasDoubled: Variable;

  forgetBounds(): void;
  readDigits(
    shift: number,
    cells: Place,
    targets: Place,
    rows: number,
    from: number,
    digits: number,
    limit: number,
    empty: number,
    into: Place,
  ): number;
  packBytes(from: Place, count: number, into: Place): void;
  packPairs(from: Place, count: number, into: Place): void;
  readonly least: Variable;
  readonly most: Variable;

  readonly kindsOfBytes: Variable;
  newTexts(isUtf8: boolean): Place;
  freeTexts(texts: Place): void;
  sizeOf(texts: Place): number;
  longestOf(texts: Place): number;
  expectTexts(texts: Place, values: number): void;
  forgetTrimmed(): void;
  readTexts(texts: Place, shift: number, cells: Place, targets: Place, rows: number, into: Place): number;
  tellTexts(texts: Place, starts: Place, lengths: Place, narrow: boolean, kinds: Place): void;
  readonly trimmed: Variable;

  readPersons(values: Place, count: number, on: number, flags: Place, birthDays: Place, ages: Place): void;

  answer(program: Place, end: Place, numbers: Place, count: number): void;
  whereAny(answers: Place, wanted: Place, some: number, into: Place): number;
}

/** What every host has under this name; what it takes and gives is typed in each by another library. */
const { WebAssembly: host } = globalThis as unknown as {
  readonly WebAssembly: {
    readonly Module: new (bytes: Uint8Array) => object;
    readonly Instance: new (module: object) => { readonly exports: Kernels };
  };
};

let known: object | 'none' | undefined;
let running: Kernels | undefined;
let isOff = false;

/** The kernels; undefined where WebAssembly may not be compiled, or has no vector instructions. */
export function kernels(): Kernels | undefined {
  if (isOff) return undefined;
  if (running) return running;
  known ??= compiled();
  if (typeof known === 'string') return undefined;
  running = new host.Instance(known).exports;
  const { memory, kindsOfBytes } = running;
  new Uint8Array(memory.buffer).set(kindOf, kindsOfBytes.value);
  return running;
}

function compiled(): object | 'none' {
  try {
    return new host.Module(Uint8Array.from(atob(kernelsModule), (character) => character.charCodeAt(0)));
  } catch {
    return 'none';
  }
}

/** A memory never shrinks: one that a file has made larger than this is not kept. */
const mostKept = 64 * 1024 * 1024;

/** To be called when a file has been read: what stands in the memory is not needed any longer. */
export function letGo(): void {
  if (running && running.memory.buffer.byteLength > mostKept) running = undefined;
}

/** Does something as it is done where there are no kernels. */
export function withoutKernels<Done>(work: () => Done): Done {
  const before = isOff;
  isOff = true;
  try {
    return work();
  } finally {
    isOff = before;
  }
}
