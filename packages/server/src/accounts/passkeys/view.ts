import type { PasskeyView } from '@insamling/contract';
import type { PasskeyRow } from './reader.ts';

export const passkeyView = ({ passkeyId, name, createdAt, lastUsedAt, isBackedUp }: PasskeyRow): PasskeyView => ({
  id: passkeyId,
  name,
  createdAt: createdAt.toISOString(),
  lastUsedAt: lastUsedAt?.toISOString() ?? null,
  isBackedUp,
});
