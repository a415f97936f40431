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
  reserveZeros(bytes: number): Place;
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
  tellValues(texts: Place, into: Place): void;
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
    readonly Memory: new (size: { readonly initial: number }) => Kernels['memory'];
    readonly Instance: new (
      module: object,
      imports: { readonly env: { readonly memory: Kernels['memory'] } },
    ) => { readonly exports: Omit<Kernels, 'memory'> };
  };
};

/**
 * Bytes of memory that nearly every file does with; only what is used of it is taken. It should not have to grow: then its arrays are
 * taken from it, and V8 asks of every array in the process from then on whether it is still there, in every loop over it.
 */
const usualBytes = 64 * 1024 * 1024;
const pageBytes = 64 * 1024;

let known: object | 'none' | undefined;
let running: Kernels | undefined;
let isOff = false;

/**
 * The kernels; undefined where WebAssembly may not be compiled, or has no vector instructions.
 * @param bytes of memory that are likely to be needed
 */
export function kernels(bytes = usualBytes): Kernels | undefined {
  if (isOff) return undefined;
  if (running && running.memory.buffer.byteLength >= bytes) return running;
  known ??= compiled();
  return typeof known === 'string' ? undefined : (running = started(known, Math.max(bytes, usualBytes)));
}

/** Bytes of two digits each, read before anything is compiled: so without a text for each. */
function bytesIn(digits: string): Uint8Array {
  const bytes = new Uint8Array(digits.length / 2);
  for (let place = 0, at = 0; place < bytes.length; place += 1, at += 2)
    bytes[place] = (digitOf(digits.charCodeAt(at)) << 4) | digitOf(digits.charCodeAt(at + 1));
  return bytes;
}

/** Of 0-9 and a-f. */
const digitOf = (code: number): number => (code & 15) + (code >> 6) * 9;

function compiled(): object | 'none' {
  try {
    return new host.Module(bytesIn(kernelsModule));
  } catch {
    return 'none';
  }
}

/** @returns undefined where there is no room for so much memory */
function started(module: object, bytes: number): Kernels | undefined {
  try {
    const memory = new host.Memory({ initial: Math.ceil(bytes / pageBytes) });
    const made = { ...new host.Instance(module, { env: { memory } }).exports, memory };
    new Uint8Array(memory.buffer).set(kindOf, made.kindsOfBytes.value);
    return made;
  } catch {
    return undefined;
  }
}

/** To be called when a file has been read: a memory never shrinks, and one that is larger than usual is not kept. */
export function letGo(): void {
  if (running && running.memory.buffer.byteLength > usualBytes) running = undefined;
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
