import { insist, problem } from '../platform/problem.ts';

/** How the name of a file that we take may end. */
const endings = ['.csv', '.txt', '.xlsx'] as const;
export type Ending = (typeof endings)[number];

/** @throws Problem delivery.file-kind-unknown */
export function endingOf(name: string): Ending {
  const ending = endings.find((one) => name.toLowerCase().endsWith(one));
  insist(ending, 'delivery.file-kind-unknown');
  return ending;
}

/** What the first bytes of files of other kinds are; a text begins with none of them. */
const beginnings = [
  'PK\x03\x04', // zip, and every workbook of today
  '\xd0\xcf\x11\xe0', // the workbooks of yesterday
  '%PDF',
  '\x89PNG',
  '\xff\xd8\xff',
  'GIF8',
  'MZ\x90\x00',
  '\x7fELF',
  'Rar!',
  '7z\xbc\xaf',
  '\x1f\x8b',
] as const;
const bytesToTell = 8;

/**
 * The same bytes, once their beginning agrees with the name's ending. What they hold further on is for the check to say.
 * @throws Problem delivery.file-kind-differs before anything is passed on
 */
export async function* agreeingWith(ending: Ending, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let beginning = Buffer.alloc(0);
  let isKnown = false;
  for await (const piece of bytes) {
    if (isKnown) {
      yield piece;
      continue;
    }
    beginning = Buffer.concat([beginning, piece]);
    if (beginning.length < bytesToTell) continue;
    insistAgrees(ending, beginning);
    isKnown = true;
    yield beginning;
  }
  if (isKnown || beginning.length === 0) return;
  insistAgrees(ending, beginning);
  yield beginning;
}

function insistAgrees(ending: Ending, beginning: Buffer): void {
  const first = beginning.subarray(0, bytesToTell).toString('latin1');
  const found = beginnings.find((one) => first.startsWith(one));
  const isWorkbook = found === 'PK\x03\x04';
  if (ending === '.xlsx' ? !isWorkbook : found !== undefined) throw problem('delivery.file-kind-differs', { ending });
}
