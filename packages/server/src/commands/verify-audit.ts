import { commandTexts as texts, counted, fillGaps } from '@insamling/texts';
import { headFolder, readHeadFiles, verifyLog, type ChainState } from '../platform/audit/index.ts';
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
    ...log.chains.flatMap(faultsOf),
    ...log.contradictions.map(({ organisationId, after, upTo, file }) =>
      fillGaps(texts.auditContradicts, { organisation: organisationId, efter: after, nummer: upTo, fil: file }),
    ),
    ...log.brokenFiles.map((file) => fillGaps(texts.auditHeadBroken, { fil: file })),
  ];
  if (faults.length > 0) return { line: faults.join('\n'), exit: 1 };
  const events = log.chains.reduce((sum, chain) => sum + chain.events, 0);
  const cut = log.chains.reduce((sum, chain) => sum + chain.cut, 0);
  const whole = fillGaps(texts.auditWhole, {
    händelser: inWords(events),
    kedjor: counted(log.chains.length, 'kedja', 'kedjor'),
    huvuden: counted(log.files, 'fil med huvuden', 'filer med huvuden'),
  });
  return { line: cut === 0 ? whole : `${whole}\n${fillGaps(texts.auditCut, { händelser: inWords(cut) })}`, exit: 0 };
}

const inWords = (events: number): string => counted(events, 'händelse', 'händelser');

function faultsOf({ organisationId: organisation, brokenAt, goneUpTo, checkpointFault }: ChainState): string[] {
  return [
    ...(checkpointFault ? [fillGaps(texts.auditCheckpoint[checkpointFault], { organisation })] : []),
    ...(brokenAt === undefined ? [] : [fillGaps(texts.auditBroken, { organisation, nummer: brokenAt })]),
    ...(brokenAt === undefined || goneUpTo === undefined
      ? []
      : [fillGaps(texts.auditGone, { organisation, första: brokenAt, sista: goneUpTo })]),
  ];
}
