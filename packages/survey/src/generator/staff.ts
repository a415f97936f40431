import { unitByCode, type FrameUnit } from '../editions/november-2026/frame.ts';
import type { Random } from './random.ts';
import { municipalityStaff, type Staff } from './seed/municipality-staff.ts';
import { regionStaff } from './seed/region-staff.ts';

export type Sector = 'municipality' | 'region';

/** The staff of a unit in one sector: Gotland has both, the others one. */
export interface SectorStaff {
  readonly sector: Sector;
  /** Value of field 1. */
  readonly code: string;
  readonly monthlyPaid: number;
  /** Youngest and oldest age of a group, and its share in percent. */
  readonly ages: readonly (readonly [group: readonly [least: number, most: number], percent: number])[];
}

const ageGroups = [
  [20, 29],
  [30, 39],
  [40, 49],
  [50, 54],
  [55, 59],
  [60, 66],
] as const;

/** A file holds hourly paid too, and one record per employment, beside the persons paid by the month. */
const recordsPerMonthlyPaid = 1.25;

/** @throws RangeError when no unit of the frame has the code */
export function frameUnitOf(code: string): FrameUnit {
  const unit = unitByCode(code);
  if (unit === undefined) throw new RangeError('no unit of the frame has the code');
  return unit;
}

/** The staff of a unit by sector, from the published figures of 2017. */
export const staffOf = (unit: FrameUnit): readonly SectorStaff[] =>
  unit.codes.flatMap((code) => {
    const inMunicipality = municipalityStaff.find((row) => row[0] === code);
    const inRegion = regionStaff.find((row) => row[0] === code);
    return [
      ...(inMunicipality ? [sectorStaff('municipality', inMunicipality)] : []),
      ...(inRegion ? [sectorStaff('region', inRegion)] : []),
    ];
  });

/** How many records the file of a unit has when nobody says otherwise. */
export const usualRecords = (unit: FrameUnit): number =>
  Math.round(staffOf(unit).reduce((sum, { monthlyPaid }) => sum + monthlyPaid, 0) * recordsPerMonthlyPaid);

export const drawSector = (staff: readonly SectorStaff[], random: Random): SectorStaff =>
  random.weighted(staff.map((sector) => [sector, sector.monthlyPaid] as const));

function sectorStaff(sector: Sector, [code, monthlyPaid, ...percents]: Staff): SectorStaff {
  return { sector, code, monthlyPaid, ages: ageGroups.map((group, index) => [group, percents[index] ?? 0] as const) };
}
