import type { Layout } from '../definition/layout.ts';
import type { Variable } from '../definition/variable.ts';
import { isDay } from '../kernels/calendar.ts';
import type { Candidate } from '../proposals/candidates.ts';
import type { FieldRemedy } from '../remedy/remedy.ts';
import { noValue } from '../reading/encode-number.ts';
import type { Allowed } from './feasible-values.ts';
import type { Range } from './ranges.ts';
import { writtenNumber } from '../reading/written-number.ts';

/** What is known of a cell beside the rules. */
export interface Knowledge {
  readonly before: string;
  readonly candidates: readonly Candidate[];
  /** What the same employment had; undefined when no match is known. */
  readonly lastYear: string | undefined;
  /** Whether the rules on an open field alone are kept with a text. */
  readonly isRight: (text: string) => boolean;
  /** What a text becomes in the column, for numbers. */
  readonly encode: (text: string) => number;
  readonly layout: Layout | undefined;
}

/** So many texts are proposed at most. */
const mostTexts = 3;
/** More codes than this are not listed: all of them is no advice. */
const mostCodes = 12;
/** More codes than this are one letter away from nearly anything: to name some of them would be guessing. */
const mostMistyped = 2;

/**
 * What a field may be changed to: the one value that the rules leave, else what follows from how such errors arise, else last
 * year's value, else only what is allowed. Undefined when no day lies between the bounds of a date.
 */
export function fieldRemedy(variable: Variable, allowed: Allowed, known: Knowledge): FieldRemedy | undefined {
  const { id: field } = variable;
  if (allowed.kind === 'open') return { field, ...(proposed(known, known.isRight) ?? { kind: 'open', texts: [] }) };
  if (allowed.kind === 'codes') {
    const isAllowed = (text: string): boolean => allowed.texts.includes(text);
    if (allowed.texts.length === 1) return { field, ...determined(allowed.texts[0]!) };
    const codes = allowed.texts.length;
    return { field, ...(proposed(known, isAllowed) ?? { kind: 'codes', texts: codes <= mostCodes ? allowed.texts : [] }), codes };
  }
  const ranges = variable.unit === 'date' ? allowed.ranges.flatMap(daysWithin) : allowed.ranges;
  if (ranges.length === 0) return allowed.mayBeMissing ? { field, ...determined('') } : undefined;
  const [low, high] = [ranges[0]!.low, ranges.at(-1)!.high];
  if (low === high && !allowed.mayBeMissing) return { field, ...determined(writtenNumber(low, variable, known.layout)) };
  const isAllowed = (text: string): boolean => {
    const value = known.encode(text);
    if (value === noValue) return allowed.mayBeMissing;
    if (variable.unit === 'date' && value !== 0 && !isDay(value, 1, 9999)) return false;
    return ranges.some((range) => range.low <= value && value <= range.high);
  };
  return {
    field,
    ...(proposed(known, isAllowed) ?? { kind: 'interval', texts: [] }),
    low,
    high,
    ...(ranges.length > 1 ? { ranges } : {}),
  };
}

type Proposed = Pick<FieldRemedy, 'kind' | 'texts' | 'mechanisms'>;

const determined = (text: string): Proposed => ({ kind: 'determined', texts: [text], mechanisms: ['determined'] });

/** Candidates and last year's value that the rules allow. */
function proposed({ before, candidates, lastYear }: Knowledge, isAllowed: (text: string) => boolean): Proposed | undefined {
  const possible = candidates.filter(({ text }) => text !== before && isAllowed(text));
  const mistyped = possible.filter(({ mechanism }) => mechanism === 'mistyped').length;
  const kept = possible.filter(({ mechanism }) => mechanism !== 'mistyped' || mistyped <= mostMistyped).slice(0, mostTexts);
  const isLastYears = lastYear !== undefined && lastYear !== '' && lastYear !== before && isAllowed(lastYear);
  const all: readonly Candidate[] =
    isLastYears && !kept.some(({ text }) => text === lastYear) ? [...kept, { mechanism: 'lastYear', text: lastYear }] : kept;
  if (all.length === 0) return undefined;
  return {
    kind: kept.length > 0 ? 'deductive' : 'lastYear',
    texts: all.map(({ text }) => text),
    mechanisms: all.map(({ mechanism }) => mechanism),
  };
}

/** The days that exist between two numbers; 0 is no day and stays. */
function daysWithin({ low, high }: Range): Range[] {
  const zero = low <= 0 && high >= 0 ? [{ low: 0, high: 0 }] : [];
  const first = nextDay(Math.max(low, 10_101), 1, high);
  if (first > high) return zero;
  return [...zero, { low: first, high: nextDay(high, -1, first) }];
}

/** The first number that is a day, from one on. */
function nextDay(from: number, step: 1 | -1, until: number): number {
  let day = from;
  while ((step > 0 ? day <= until : day >= until) && !isDay(day, 1, 9999)) day += step;
  return day;
}
