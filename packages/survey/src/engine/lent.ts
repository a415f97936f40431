/*
 * Arrays that are needed for a moment and are as long as the file. Memory that a process has not had before is slow to come by, on some
 * machines a hundred times slower than what is done with it: so they are lent, and given back for the next one who needs as much.
 */

const free: ArrayBuffer[] = [];
/** Bytes that are kept; what would be more is let go. */
const mostKept = 8 * 1024 * 1024;
let kept = 0;

/** Numbers, all 0. */
export const lendInts = (length: number): Int32Array => new Int32Array(lend(4 * length), 0, length);
export const lendBytes = (length: number): Uint8Array => new Uint8Array(lend(length), 0, length);
export const lendLongs = (length: number): Float64Array => new Float64Array(lend(8 * length), 0, length);

/** Whoever was lent an array does not use it any longer. */
export function giveBack(...arrays: readonly (Int32Array | Uint8Array | Float64Array)[]): void {
  for (const { buffer } of arrays) {
    if (kept + buffer.byteLength > mostKept) continue;
    free.push(buffer as ArrayBuffer);
    kept += buffer.byteLength;
  }
}

/** The least that is long enough; a new one is all zero, one that was lent before is made so as far as it is asked for. */
function lend(bytes: number): ArrayBuffer {
  let best = -1;
  for (let place = 0; place < free.length; place += 1) {
    const { byteLength } = free[place]!;
    if (byteLength >= bytes && (best < 0 || byteLength < free[best]!.byteLength)) best = place;
  }
  if (best < 0) return new ArrayBuffer(Math.max(leastBytes, (bytes + 7) & ~7));
  const [found] = free.splice(best, 1);
  kept -= found!.byteLength;
  new Uint8Array(found!, 0, bytes).fill(0);
  return found!;
}

const leastBytes = 4096;
