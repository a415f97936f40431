import type { Services } from '../../context.ts';
import { dayOf } from '../../platform/clock.ts';
import type { Writer } from '../../platform/db/index.ts';
import { retentionKinds, type RetentionName } from './kinds.ts';

export interface RetentionPreview {
  readonly name: RetentionName;
  /** What is older than this day goes, yyyy-mm-dd; null: it is kept for ever. */
  readonly before: string | null;
  /** For how long by the settings, 0 for ever, in the kind's own unit; null where no setting decides it. */
  readonly kept: number | null;
  /** How many would go if the erasing ran now. */
  readonly count: number;
}

/** What the next run would erase, without erasing anything. @param db a transaction of the collecting side */
export async function previewRetention(
  db: Writer,
  { clock, config }: Pick<Services, 'clock' | 'config'>,
): Promise<readonly RetentionPreview[]> {
  const now = clock.now();
  const preview: RetentionPreview[] = [];
  for (const { name, kept, before, count } of retentionKinds) {
    const limit = before(config, now);
    preview.push({ name, kept: kept?.(config) ?? null, before: limit && dayOf(limit), count: limit ? await count(db, limit) : 0 });
  }
  return preview;
}
