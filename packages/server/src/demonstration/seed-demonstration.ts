import { generate } from '@insamling/survey/generator';
import { frame } from '@insamling/survey/editions/november-2026';
import { demonstrationTexts, periodNotices } from '@insamling/texts';
import { addFormerAccount, inviteAccount } from '../accounts/index.ts';
import type { Services } from '../context.ts';
import { addAcceptedDelivery, closeDesks, deliveryRows } from '../deliveries/index.ts';
import { addRound, allPeriods } from '../periods/index.ts';
import { recordEvent } from '../platform/audit/index.ts';
import { addDays, dayOf } from '../platform/clock.ts';
import type { Writer } from '../platform/db/index.ts';
import { addFrame, allUnits, giveAccess } from '../units/index.ts';
import { persons, predecessor, unitsWithLastYear } from './persons.ts';

const collecting = { side: 'collecting' } as const;
/** Seed of the generator: the same files on every machine. */
const seed = 2026;
const thisYear = 2026;

/**
 * Fills an empty database: 310 units, this year's round with a test period that runs and a submission period after it, last
 * year's round with six accepted deliveries, and the invitations. A database that holds anything is left alone, but for a
 * demonstration that was cut off, which is completed.
 */
export async function seedDemonstration(services: Services): Promise<void> {
  const lastPeriod = await services.database.transaction(collecting, async (db) => {
    const rounds = await allPeriods(db);
    if (rounds.length === 0 && (await allUnits(db)).length === 0) return addEverything(db, services);
    return lastYearsPeriod(rounds);
  });
  if (lastPeriod) await addLastYear(services, lastPeriod);
}

/** In one transaction: all of it, or nothing. @returns id of last year's submission period */
async function addEverything(db: Writer, services: Services): Promise<string> {
  const now = services.clock.now();
  const today = dayOf(now);
  const units = await addFrame(
    db,
    now,
    frame.map(({ codes, name, kind, county, organisationNumber }) => ({
      codes: codes as [string, ...string[]],
      name,
      kind,
      county,
      employers: [{ organisationNumber, name, isCompany: false }],
    })),
  );
  await addRound(db, now, {
    name: `Novemberstatistik ${thisYear}`,
    edition: 'november-2026',
    referenceYear: thisYear,
    periods: [
      { kind: 'test', opensOn: today, ...closing(addDays(today, 21)), texts: periodNotices.test },
      { kind: 'submission', opensOn: addDays(today, 22), ...closing(addDays(today, 63)), texts: periodNotices.submission },
    ],
  });
  const { periodIds } = await addRound(db, now, {
    name: `Novemberstatistik ${thisYear - 1}`,
    edition: 'november-2026',
    referenceYear: thisYear - 1,
    periods: [{ kind: 'submission', opensOn: addDays(today, -365), ...closing(addDays(today, -323)), texts: periodNotices.submission }],
  });
  let inviter: string | null = null;
  for (const { name, email, collectingRole, units: places = [] } of persons) {
    const { accountId } = await inviteAccount(db, services, now, { name, email, invitedBy: inviter, collectingRole });
    for (const { code, role } of places)
      await giveAccess(db, units.get(code)!, { accountId, role, isContact: true, grantedBy: inviter, since: now });
    inviter ??= accountId;
  }
  await addFormerAccount(db, now, predecessor);
  await recordEvent(db, services.keys, now, {
    actor: 'system: demonstration',
    kind: 'demonstration.seeded',
    object: 'database',
    outcome: 'done',
    details: { units: units.size, persons: persons.length },
    origin: 'system',
  });
  return periodIds[0]!;
}

/** A period whose last day is the due date, the last day for a file and the closing day. */
const closing = (day: string) => ({ dueOn: day, lastUploadOn: day, closesOn: day });

/** Last year's period, when this database is a demonstration: a round of its own before the one that runs. */
function lastYearsPeriod(
  periods: readonly { readonly id: string; readonly roundId: string; readonly kind: string; readonly opensOn: string }[],
): string | undefined {
  const byOpening = [...periods].sort((one, other) => (one.opensOn < other.opensOn ? -1 : 1));
  const [first, second] = byOpening;
  return first?.kind === 'submission' && second?.kind === 'test' && first.roundId !== second.roundId ? first.id : undefined;
}

/** Deliveries under way at a time: the engine has two threads, and the next file is made while they work. */
const atOnce = 3;

/** Those that stand already are left, so a first run that was killed is completed by the next. */
async function addLastYear(services: Services, periodId: string): Promise<void> {
  const { database, clock } = services;
  const { units, by, rows } = await database.transaction(collecting, async (db) => ({
    units: await allUnits(db),
    by: await addFormerAccount(db, clock.now(), predecessor),
    rows: await deliveryRows(db, periodId),
  }));
  const done = new Set(rows.filter(({ state }) => state === 'accepted').map(({ unitId }) => unitId));
  const at = new Date(clock.now().getTime() - 330 * 86_400_000);
  const left = unitsWithLastYear.flatMap((code) => units.filter((unit) => unit.code === code && !done.has(unit.unitId)));
  const addOnes = async (): Promise<void> => {
    for (let unit = left.shift(); unit; unit = left.shift()) {
      await addAcceptedDelivery(services, {
        unit,
        periodId,
        file: generate({ unit: unit.code, seed, year: thisYear, lastYear: true }).file,
        fileName: demonstrationTexts.lastYearsFile(thisYear - 1, unit.code),
        by,
        at,
        explanation: demonstrationTexts.explanation,
      });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, addOnes));
  await closeDesks();
}
