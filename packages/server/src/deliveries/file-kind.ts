import { agreesWith, bytesToTell, endingOf as knownEnding, type Ending } from '@insamling/survey/file-kind';
import { insist, problem } from '../platform/problem.ts';

export type { Ending };

/** @throws Problem delivery.file-kind-unknown */
export function endingOf(name: string): Ending {
  const ending = knownEnding(name);
  insist(ending, 'delivery.file-kind-unknown');
  return ending;
}

/**
 * The same bytes, once their beginning agrees with the name's ending. The browser asks the same before anything is sent.
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

function insistAgrees(ending: Ending, beginning: Uint8Array): void {
  if (!agreesWith(ending, beginning)) throw problem('delivery.file-kind-differs', { ending });
}
