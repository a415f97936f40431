import { commandTexts as texts, counted, fillGaps } from '@insamling/texts';
import { verifyChains } from '../platform/audit/index.ts';
import type { Answer } from './answer.ts';
import { withServices } from './operator-services.ts';

/** `insamling audit verify`: whether every chain of the audit log is whole, and where the first break of each is. */
export async function verifyAudit(): Promise<Answer> {
  const chains = await withServices(({ database, keys }) => database.transaction({ side: 'collecting' }, (db) => verifyChains(db, keys)));
  if (chains === undefined) return { line: texts.noDatabase, exit: 1 };
  const broken = chains.flatMap(({ organisationId, brokenAt }) =>
    brokenAt === undefined ? [] : [fillGaps(texts.auditBroken, { organisation: organisationId, nummer: brokenAt })],
  );
  if (broken.length > 0) return { line: broken.join('\n'), exit: 1 };
  const events = chains.reduce((sum, chain) => sum + chain.events, 0);
  return {
    line: fillGaps(texts.auditWhole, {
      händelser: counted(events, 'händelse', 'händelser'),
      kedjor: counted(chains.length, 'kedja', 'kedjor'),
    }),
    exit: 0,
  };
}
