import { randomUUID } from 'node:crypto';
import type { PeriodKind, PeriodTexts } from '@insamling/contract';
import type { CalendarDate } from '../platform/clock.ts';
import type { Writer } from '../platform/db/index.ts';
import type { PeriodDates } from './period.ts';
import { insertPeriod, insertRound } from './writer.ts';

export interface NewRound {
  readonly name: string;
  readonly edition: string;
  readonly referenceYear: number;
  readonly periods: readonly NewPeriod[];
}

/** `texts` of a new period begin as `periodNotices` of the texts package say. */
export interface NewPeriod extends PeriodDates {
  readonly kind: PeriodKind;
  readonly opensOn: CalendarDate;
  readonly texts: Readonly<Record<keyof PeriodTexts, string | readonly string[]>>;
}

/** Makes a collection round with its periods. @returns the round's id, and its periods' ids in the order given */
export async function addRound(db: Writer, now: Date, { periods, ...round }: NewRound): Promise<{ roundId: string; periodIds: string[] }> {
  const roundId = randomUUID();
  await insertRound(db, { id: roundId, ...round }, now);
  const periodIds: string[] = [];
  for (const period of periods) {
    const id = randomUUID();
    await insertPeriod(db, { id, roundId, ...period });
    periodIds.push(id);
  }
  return { roundId, periodIds };
}
