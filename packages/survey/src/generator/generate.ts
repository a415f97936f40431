import { monthOf } from './month.ts';
import { plantOneOfEach, plantShare } from './faults/plant-faults.ts';
import type { Manifest, PlantedError } from './manifest.ts';
import { randomFrom } from './random.ts';
import { fileOf, rowOf } from './rows.ts';
import { frameUnitOf, usualRecords } from './staff.ts';
import { workforceOf, yearBefore } from './workforce.ts';

export interface GenerateOptions {
  /** A municipality or region code; either of Gotland's gives both sectors. */
  readonly unit: string;
  /** 1 to 150 000; left out: as many as the unit has. Always counted in the year itself: the year before differs a little. */
  readonly records?: number;
  /** Share of the records that get one planted error each, 0 to 1; left out: none. */
  readonly errorShare?: number;
  /** Instead of a share: every hard rule that can be planted, once. */
  readonly oneOfEach?: boolean;
  readonly seed: number;
  /** November of this year; left out: 2026. */
  readonly year?: number;
  /** The file of the year before, with the same persons where they were there. */
  readonly lastYear?: boolean;
}

export interface Generated {
  readonly file: Uint8Array;
  readonly manifest: Manifest;
}

export const mostRecords = 150_000;

/**
 * A realistic file of a unit with fictitious persons, and the list of every error planted in it. The same options give the
 * same bytes on every machine.
 * @throws RangeError for an unknown unit, or a number out of its bounds
 */
export function generate({
  unit: code,
  records,
  errorShare = 0,
  oneOfEach = false,
  seed,
  year = 2026,
  lastYear = false,
}: GenerateOptions): Generated {
  const unit = frameUnitOf(code);
  const wanted = records ?? usualRecords(unit);
  insist(Number.isInteger(wanted) && wanted >= 1 && wanted <= mostRecords, 'records');
  insist(errorShare >= 0 && errorShare <= 1, 'errorShare');
  insist(Number.isInteger(seed), 'seed');
  const now = workforceOf(unit, wanted, year, seed);
  const { employments, employer } = lastYear ? yearBefore(now, unit, seed) : now;
  const purpose = (name: string): string => `${unit.codes.join('+')}/${seed}/${employer.year}/${name}`;
  const november = randomFrom(purpose('november'));
  const rows = employments.map((employment) => rowOf(employment, monthOf(employment, employer.year, november)));
  const surroundings = { year: employer.year, unit, random: randomFrom(purpose('faults')) };
  const errors = oneOfEach ? plantOneOfEach(rows, surroundings) : plantShare(rows, errorShare, surroundings);
  return {
    file: fileOf(rows),
    manifest: {
      unit: { codes: unit.codes, name: unit.name },
      year: employer.year,
      seed,
      records: rows.length,
      errorShare,
      counts: countsOf(errors),
      errors,
    },
  };
}

function countsOf(errors: readonly PlantedError[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const rule of errors.map((error) => error.rule).toSorted()) counts[rule] = (counts[rule] ?? 0) + 1;
  return counts;
}

function insist(isInBounds: boolean, option: string): void {
  if (!isInBounds) throw new RangeError(`${option} is out of its bounds`);
}
