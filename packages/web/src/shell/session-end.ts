interface SessionTimes {
  /** When the server said that the session ends, and when it said so. Milliseconds since 1970. */
  readonly endsAt: number;
  readonly toldAt: number;
  readonly idleMinutes: number;
  /** Latest answer of the server: from then the idle time runs again. */
  readonly answeredAt: number;
}

/**
 * When the session ends if nothing more is done. Every answer gives the idle time anew; an end the server told that is
 * earlier than the idle time from then is the day's last, which nothing moves.
 * @returns milliseconds since 1970
 */
export function sessionEnd({ endsAt, toldAt, idleMinutes, answeredAt }: SessionTimes): number {
  const idle = idleMinutes * 60_000;
  const isLast = endsAt < toldAt + idle - clockSlack;
  return isLast ? Math.min(endsAt, answeredAt + idle) : answeredAt + idle;
}

// The browser's clock and the server's may differ a little.
const clockSlack = 60_000;

/** The dialog «Är du kvar?» opens this long before the end. */
export const warningTime = 5 * 60_000;
