import { count, fillGaps, commandTexts as texts, retentionTexts } from '@insamling/texts';
import { previewRetention } from '../privacy/index.ts';
import type { Answer } from './answer.ts';
import { withServices } from './operator-services.ts';

/** `insamling retention preview`: what would be erased if the erasing ran now, and how long each kind is kept; nothing is changed. */
export async function retentionPreview(): Promise<Answer> {
  const kinds = await withServices((services) =>
    services.database.transaction({ side: 'collecting' }, (db) => previewRetention(db, services)),
  );
  if (kinds === undefined) return { line: texts.noDatabase, exit: 1 };
  const lines = kinds.flatMap(({ name, before, count: many }) => [
    before === null
      ? fillGaps(texts.keptForEver, { slag: retentionTexts.kinds[name] })
      : fillGaps(texts.wouldBeErased, { slag: retentionTexts.kinds[name], antal: count(many), dag: before }),
    `  ${retentionTexts.kept[name]}.`,
  ]);
  return { line: lines.join('\n'), exit: 0 };
}
