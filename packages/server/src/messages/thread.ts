import type { Message, ThreadSummary } from '@insamling/contract';

export type Side = Message['side'];

/** A thread as a list of threads needs it. */
export interface ThreadRow {
  readonly id: string;
  readonly unit: string;
  readonly unitName: string;
  readonly subject: string;
  readonly rule: string | null;
  readonly deliveryId: string | null;
  readonly startedBy: string;
  readonly lastText: string;
  readonly lastAt: Date;
  readonly lastSide: Side;
  /** Messages that the reader has not seen. */
  readonly unread: number;
}

export interface MessageRow {
  readonly id: string;
  readonly side: Side;
  readonly author: string;
  readonly text: string;
  readonly at: Date;
}

/** A thread in a list, as the contract shows it. */
export const threadView = ({ startedBy: _startedBy, lastAt, ...thread }: ThreadRow): ThreadSummary => ({
  ...thread,
  lastAt: lastAt.toISOString(),
});

/** A message as the contract shows it to a reader. */
export const messageView = ({ id, side, author: authorId, text, at }: MessageRow, readerId: string, author: string): Message => ({
  id,
  side,
  author,
  isMine: authorId === readerId,
  text,
  at: at.toISOString(),
});
