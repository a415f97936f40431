import type { UserRow } from '@insamling/contract';
import { statusWords } from './user-words.ts';

const looks: Partial<Record<UserRow['status'], string>> = {
  active: 'tag-done',
  invited: 'tag-info',
  reset: 'tag-warning',
  expired: 'tag-warning',
  blocked: 'tag-error',
};

/** How an account stands, in words first. */
export function StatusTag({ user }: { readonly user: Pick<UserRow, 'status' | 'expiresAt'> }) {
  return <span className={`tag ${looks[user.status] ?? ''}`}>{statusWords(user)}</span>;
}
