import type { PeriodKind, PeriodTexts } from '@insamling/contract';
import type { CalendarDate } from '../platform/clock.ts';

/** The days of a period; a unit with an extension has its own. */
export interface PeriodDates {
  /** Last day as shown; lateness counts from it. */
  readonly dueOn: CalendarDate;
  /** Last day for a new file. */
  readonly lastUploadOn: CalendarDate;
  /** Last day to correct and submit. */
  readonly closesOn: CalendarDate;
}

/** A test period or a submission period of a collection round. */
export interface Period extends PeriodDates {
  readonly id: string;
  readonly roundId: string;
  readonly kind: PeriodKind;
  readonly opensOn: CalendarDate;
  readonly texts: PeriodTexts;
  readonly version: number;
  /** When a test period's data were erased. */
  readonly erasedAt: Date | null;
}

type Days = Pick<Period, 'kind' | 'opensOn' | 'closesOn'>;

/** Days are compared as they are written, yyyy-mm-dd: the first and the last day belong to the period. */
export const isOpen = ({ opensOn, closesOn }: Pick<Period, 'opensOn' | 'closesOn'>, today: CalendarDate): boolean =>
  opensOn <= today && today <= closesOn;

/**
 * The period that work belongs to today: the one that opened last. A submission period remains it after its last day, for
 * extensions and for reading, until the next one opens; a test period that is over is nobody's, since its data are gone.
 */
export function runningPeriod<P extends Days>(periods: readonly P[], today: CalendarDate): P | undefined {
  const latest = periods
    .filter(({ opensOn }) => opensOn <= today)
    .reduce<P | undefined>((best, one) => (best === undefined || one.opensOn > best.opensOn ? one : best), undefined);
  return latest && latest.kind === 'test' && !isOpen(latest, today) ? undefined : latest;
}

/** True when a change of days ends what is open today. */
export const closesWhatIsOpen = (
  before: Pick<Period, 'opensOn' | 'closesOn'>,
  after: Pick<Period, 'opensOn' | 'closesOn'>,
  today: CalendarDate,
): boolean => isOpen(before, today) && after.closesOn < today;

/** The period that opens next. */
export const nextPeriod = <P extends Days>(periods: readonly P[], today: CalendarDate): P | undefined =>
  periods
    .filter(({ opensOn }) => opensOn > today)
    .reduce<P | undefined>((best, one) => (best === undefined || one.opensOn < best.opensOn ? one : best), undefined);

/** opens ≤ due ≤ last upload ≤ closes. */
export const isInOrder = ({ opensOn, dueOn, lastUploadOn, closesOn }: PeriodDates & { readonly opensOn: CalendarDate }): boolean =>
  opensOn <= dueOn && dueOn <= lastUploadOn && lastUploadOn <= closesOn;

/** True when no day belongs to both. */
export const areApart = (one: Pick<Period, 'opensOn' | 'closesOn'>, other: Pick<Period, 'opensOn' | 'closesOn'>): boolean =>
  one.closesOn < other.opensOn || other.closesOn < one.opensOn;
