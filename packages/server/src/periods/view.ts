import type { Period as PeriodView } from '@insamling/contract';
import type { Period } from './period.ts';

/** A period as the contract shows one. */
export const periodView = ({ id, kind, opensOn, dueOn, lastUploadOn, closesOn, texts, version }: Period): PeriodView => ({
  id,
  kind,
  opensOn,
  dueOn,
  lastUploadOn,
  closesOn,
  texts,
  version,
});
