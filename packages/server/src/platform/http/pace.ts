import type { FastifyRequest } from 'fastify';

export interface Pace {
  /** Longest time for all of it. */
  readonly seconds: number;
  /** So many seconds of waiting for the sender must bring … */
  readonly stallSeconds: number;
  /** … this many bytes each. */
  readonly leastBytesPerSecond: number;
}

/**
 * The bytes of a request's body, as long as they come fast enough; a sender that is too slow is hung up on. Only the time that is
 * spent waiting for the sender counts, not what the disk takes.
 * @throws what the broken connection throws
 */
export async function* atPace(request: FastifyRequest, pace: Pace): AsyncGenerator<Uint8Array> {
  const startedAt = performance.now();
  let [waited, brought] = [0, 0];
  let waitingSince: number | undefined;
  const look = () => {
    const now = performance.now();
    const waiting = waited + (waitingSince === undefined ? 0 : now - waitingSince);
    const isStalled = waiting >= pace.stallSeconds * 1000 && brought < pace.leastBytesPerSecond * pace.stallSeconds;
    if (isStalled || now - startedAt >= pace.seconds * 1000) request.raw.destroy(new Error('the upload was too slow'));
    if (waiting < pace.stallSeconds * 1000) return;
    [waited, brought] = [0, 0];
    if (waitingSince !== undefined) waitingSince = now;
  };
  const timer = setInterval(look, Math.min(500, pace.stallSeconds * 200));
  const pieces = (request.body as AsyncIterable<Uint8Array>)[Symbol.asyncIterator]();
  try {
    for (;;) {
      waitingSince = performance.now();
      const { value, done } = await pieces.next();
      waited += performance.now() - waitingSince;
      waitingSince = undefined;
      if (done) return;
      brought += value.length;
      yield value;
    }
  } finally {
    clearInterval(timer);
    await pieces.return?.();
  }
}
