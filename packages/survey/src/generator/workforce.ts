import type { FrameUnit } from '../editions/november-2026/frame.ts';
import { isMonthly, type Employment, type Kind } from './employment.ts';
import { endOf, hire, type Employer, type Place } from './hire.ts';
import { occupationsOf, type Occupation } from './occupations.ts';
import { peopleOf, type People } from './people.ts';
import { randomFrom, type Random } from './random.ts';
import { drawSector, staffOf, type Sector, type SectorStaff } from './staff.ts';

/** Everybody employed at a unit in November, and what is needed to look a year back. */
export interface Workforce {
  readonly employments: readonly Employment[];
  readonly employer: Employer;
  readonly people: People;
}

/** Share of employees; the rest are permanent. Hourly 12 percent and temporary 8 percent in the published figures of 2020. */
const kinds: readonly (readonly [Kind, number])[] = [
  ['permanent', 0.795],
  ['temporary', 0.08],
  ['hourly', 0.12],
  ['fee', 0.005],
];
const secondJobShare = 0.04;

/** Employs people until there are as many records as asked for. The same unit, number and seed give the same people. */
export function workforceOf(unit: FrameUnit, records: number, year: number, seed: number): Workforce {
  const random = randomFrom(`${unit.codes[0] ?? ''}/${seed}`);
  const people = peopleOf(year, random);
  const staff = staffOf(unit);
  const employer: Employer = {
    organisationNumber: unit.organisationNumber,
    year,
    records,
    hasActivityBasis: random.chance(0.5),
    payLevel: 0.98 + random.next() * 0.05,
  };
  const employments: Employment[] = [];
  while (employments.length < records) {
    const first = employ(idOf(employments.length), staff, employer, people, random);
    const hasRoom = employments.length + 1 < records;
    employments.push(...(hasRoom ? withSecondJob(first, idOf(employments.length + 1), staff, employer, random) : [first]));
  }
  return { employments, employer, people };
}

/**
 * The same unit a year earlier: who was there already, with last year's pay, and for most who came since, the one who had
 * the place before. So about a tenth differ, and no label grows or shrinks for want of a reason.
 */
export function yearBefore({ employments, employer, people }: Workforce, unit: FrameUnit, seed: number): Workforce {
  const random = randomFrom(`${unit.codes[0] ?? ''}/${seed}/year before`);
  const before: Employer = { ...employer, year: employer.year - 1 };
  const wasThere = (employment: Employment): boolean => employment.employedFrom <= before.year * 10_000 + 1130;
  const employmentsBefore = employments.flatMap((employment) => {
    if (wasThere(employment)) return [lastYearOf(employment, before, wasThere, random)];
    return random.chance(0.93) ? [predecessorOf(employment, before, people, random)] : [];
  });
  return { employments: employmentsBefore, employer: before, people };
}

const idOf = (index: number): string => `E${String(index + 1).padStart(6, '0')}`;

function employ(id: string, staff: readonly SectorStaff[], employer: Employer, people: People, random: Random): Employment {
  const { sector, code, ages } = drawSector(staff, random);
  const kind = random.weighted(kinds);
  const occupation = drawOccupation(kind, sector, random);
  const [least, most] =
    kind === 'hourly'
      ? random.pick([
          [18, 25],
          [18, 25],
          [26, 45],
          [46, 60],
          [64, 69],
        ] as const)
      : kind === 'fee'
        ? ([22, 60] as const)
        : random.weighted(ages);
  const isExperienced = occupation.isLeader || occupation.isDoctor;
  const person = people.born(
    isExperienced ? Math.max(least, 29) : least,
    isExperienced ? Math.max(most, 36) : most,
    random.chance(occupation.womenShare),
  );
  return hire(id, kind, person, occupation, { sector, code }, employer, random);
}

function drawOccupation(kind: Kind, sector: Sector, random: Random): Occupation {
  const occupations = occupationsOf(sector);
  const weighted = (weightOf: (occupation: Occupation) => number): Occupation =>
    random.weighted(occupations.map((occupation) => [occupation, weightOf(occupation)] as const));
  if (kind === 'fee') return weighted(({ label }) => (label === (sector === 'municipality' ? '551013' : '201010') ? 1 : 0));
  if (kind === 'hourly')
    return weighted(({ isLeader, isOftenHourly, weight }) => (isLeader ? 0 : isOftenHourly ? weight * 4 : weight * 0.4));
  if (kind === 'temporary') return weighted(({ isLeader, weight }) => (isLeader ? 0 : weight));
  return weighted(({ weight }) => weight);
}

/** Some have two employments: two parts of a full time, a leave from one for the other, or hours beside the month. */
function withSecondJob(
  first: Employment,
  id: string,
  staff: readonly SectorStaff[],
  employer: Employer,
  random: Random,
): readonly Employment[] {
  const { occupation, person, agreedEmploymentRate: rate } = first;
  const place: Place | undefined = staff.find(({ code }) => code === first.code);
  if (place === undefined || !isMonthly(first) || occupation.isLeader || occupation.isDoctor || !random.chance(secondJobShare))
    return [first];
  if (rate <= 7500) {
    const second = hire(id, first.kind, person, occupation, place, employer, random);
    return [first, { ...second, agreedEmploymentRate: 2500, agreedFullTimeSalary: first.agreedFullTimeSalary }];
  }
  if (first.kind === 'permanent' && random.chance(0.4)) {
    const second = hire(id, 'temporary', person, drawOccupation('temporary', place.sector, random), place, employer, random);
    return [{ ...first, onLeaveFor: second, employedFrom: Math.min(first.employedFrom, second.employedFrom) }, second];
  }
  return [first, hire(id, 'hourly', person, occupation, place, employer, random)];
}

function lastYearOf(employment: Employment, employer: Employer, wasThere: (employment: Employment) => boolean, random: Random): Employment {
  const { onLeaveFor, ...rest } = employment;
  // The person's, not the employment's: two employments with one salary had one last year too.
  const raise = 1.015 + (((Number(employment.person.personalNumber.slice(0, 6)) * 7919) % 1000) / 1000) * 0.035;
  return {
    ...rest,
    ...(onLeaveFor !== undefined && wasThere(onLeaveFor) ? { onLeaveFor } : {}),
    agreedFullTimeSalary: Math.round(employment.agreedFullTimeSalary / raise / 50) * 50,
    hourlyPay: Math.round(employment.hourlyPay / raise / 100) * 100,
    salaryLevelYear: employment.salaryLevelYear === 0 ? 0 : employer.year,
    employedTo: employment.employedTo === 0 ? 0 : endOf(employer.year, random),
  };
}

/** Somebody else in the same place: same work, hours and kind of employment. */
function predecessorOf(employment: Employment, employer: Employer, people: People, random: Random): Employment {
  const { occupation, kind, code } = employment;
  const sector: Sector = employment.activityCode.startsWith('V') ? 'region' : 'municipality';
  const person = people.born(occupation.isDoctor || occupation.isLeader ? 35 : 25, 65, random.chance(occupation.womenShare));
  const hired = hire(`L${employment.id.slice(1)}`, kind, person, occupation, { sector, code }, employer, random);
  const { activityCode, workplaceNumber, activityBasis, agreedEmploymentRate } = employment;
  return { ...hired, activityCode, workplaceNumber, activityBasis, agreedEmploymentRate };
}
