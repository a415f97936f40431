import type { Message } from '@insamling/contract';
import { displayNamesOf } from '../accounts/index.ts';
import type { Reader } from '../platform/db/index.ts';
import { messageView, type MessageRow } from './thread.ts';

/** Messages as the contract shows them to a reader, under the names that their authors have today. */
export async function messageViews(db: Reader, messages: readonly MessageRow[], readerId: string): Promise<Message[]> {
  const names = await displayNamesOf(
    db,
    messages.map(({ author }) => author),
  );
  return messages.map((message) => messageView(message, readerId, names.get(message.author) ?? ''));
}
