import { commandTexts as texts, counted, fillGaps } from '@insamling/texts';
import { headFolder, readHeadFiles, verifyLog } from '../platform/audit/index.ts';
import type { Answer } from './answer.ts';
import { withServices } from './operator-services.ts';

/**
 * `insamling audit verify`: whether every chain of the audit log is whole and agrees with the heads that were kept outside the
 * database, and where the first break of each is.
 * @param folder  where copies of the heads are; the portal's own by default
 */
export async function verifyAudit(folder?: string): Promise<Answer> {
  const log = await withServices(async ({ database, keys, config }) => {
    const files = await readHeadFiles(folder ?? headFolder(config.dataDir));
    return database.transaction({ side: 'collecting', isOneMoment: true }, (db) => verifyLog(db, keys, files));
  });
  if (log === undefined) return { line: texts.noDatabase, exit: 1 };
  const faults = [
    ...log.chains.flatMap(({ organisationId, brokenAt }) =>
      brokenAt === undefined ? [] : [fillGaps(texts.auditBroken, { organisation: organisationId, nummer: brokenAt })],
    ),
    ...log.contradictions.map(({ organisationId, after, upTo, file }) =>
      fillGaps(texts.auditContradicts, { organisation: organisationId, efter: after, nummer: upTo, fil: file }),
    ),
    ...log.brokenFiles.map((file) => fillGaps(texts.auditHeadBroken, { fil: file })),
  ];
  if (faults.length > 0) return { line: faults.join('\n'), exit: 1 };
  const events = log.chains.reduce((sum, chain) => sum + chain.events, 0);
  return {
    line: fillGaps(texts.auditWhole, {
      händelser: counted(events, 'händelse', 'händelser'),
      kedjor: counted(log.chains.length, 'kedja', 'kedjor'),
      huvuden: counted(log.files, 'fil med huvuden', 'filer med huvuden'),
    }),
    exit: 0,
  };
}
