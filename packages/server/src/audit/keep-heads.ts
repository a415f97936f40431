import { dayOf } from '../platform/clock.ts';
import { headFolder, headsNow, signHeads, writeHeadFile } from '../platform/audit/index.ts';
import type { Services } from '../context.ts';
import type { Writer } from '../platform/db/index.ts';
import { postLetter } from '../platform/mail/index.ts';
import { headsLetter } from './heads.mail.ts';
import { claimDay } from './writer.ts';

/**
 * Housekeeping: writes the signed heads of all chains outside the database once a day, in whichever process asks first. The day is
 * taken in the same transaction: one that is killed before the file is on the disk has not taken it.
 */
export async function keepDailyHeads(services: Services): Promise<void> {
  const now = services.clock.now();
  await services.database
    .transaction({ side: 'collecting' }, async (db) => {
      if (await claimDay(db, dayOf(now), now)) await keepHeads(db, services, `${dayOf(now)}.json`, now);
    })
    .catch((error: unknown) => {
      services.log.error({ reason: (error as { code?: string }).code ?? 'unknown' }, 'the heads of the audit log could not be kept');
      throw error;
    });
}

/** Writes the signed heads as they stand now. @returns the path of the file */
export async function keepHeadsNow(services: Services): Promise<string> {
  const now = services.clock.now();
  return services.database.transaction({ side: 'collecting' }, (db) =>
    keepHeads(db, services, `${now.toISOString().replaceAll(':', '-')}.json`, now),
  );
}

async function keepHeads(db: Writer, services: Services, name: string, now: Date): Promise<string> {
  const { config, keys } = services;
  const heads = signHeads(keys, await headsNow(db, config.publicUrl, now));
  const path = await writeHeadFile(headFolder(config.dataDir), name, heads);
  if (config.auditMail) await postLetter(db, services, now, 'audit-heads', config.auditMail, headsLetter(heads, name));
  return path;
}
