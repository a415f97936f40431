/** One employment at one measurement time, as far as matching needs to know it. `person` is a pseudonym or a normalised number. */
export interface PanelEmployment {
  readonly person: string;
  readonly unit: string;
  readonly employment?: string;
  readonly label: string;
  /** 0 to 100 or above; missing counts as 0. */
  readonly workingTimePercent?: number;
  readonly salary?: number;
}

/** How a pair was found: by employment id, by label, by person and unit, or by the person alone (another employer). */
export type MatchStep = 0 | 1 | 2 | 3;

export interface PanelMatch {
  /** Indexes into the two lists. */
  readonly pairs: readonly { readonly last: number; readonly now: number; readonly step: MatchStep }[];
  /** Indexes now without a match, and last time without one. */
  readonly joiners: readonly number[];
  readonly leavers: readonly number[];
  /** Matched/now; NaN when nobody is there now. */
  readonly matchRate: number;
}

/**
 * Pairs the employments of two measurement times one to one: (0) person, unit and employment id where both have it, (1) person,
 * unit and label, (2) person and unit, and when asked (3) the person alone. Among several: same label, then the largest working
 * time, then the smallest |ln salary ratio|, then by employment and place. A person with a new identity is never matched.
 */
export function matchPanel(
  last: readonly PanelEmployment[],
  now: readonly PanelEmployment[],
  { acrossUnits = false }: { readonly acrossUnits?: boolean } = {},
): PanelMatch {
  const pairs: { last: number; now: number; step: MatchStep }[] = [];
  const [freeLast, freeNow] = [new Set(last.keys()), new Set(now.keys())];
  for (const step of acrossUnits ? ([0, 1, 2, 3] as const) : ([0, 1, 2] as const)) {
    const byKey = new Map<string, number[]>();
    for (const index of freeLast) {
      const key = keyAt(step, last[index]!);
      if (key !== undefined) byKey.set(key, [...(byKey.get(key) ?? []), index]);
    }
    const candidates = [...freeNow].flatMap((index) =>
      (byKey.get(keyAt(step, now[index]!) ?? '') ?? []).map((before) => ({ last: before, now: index, step })),
    );
    for (const pair of candidates.sort((one, other) => inPreference(one, other, last, now))) {
      if (!freeLast.has(pair.last) || !freeNow.has(pair.now)) continue;
      freeLast.delete(pair.last);
      freeNow.delete(pair.now);
      pairs.push(pair);
    }
  }
  return {
    pairs: pairs.sort((one, other) => one.now - other.now),
    joiners: [...freeNow],
    leavers: [...freeLast],
    matchRate: pairs.length / (now.length || Number.NaN),
  };
}

function keyAt(step: MatchStep, { person, unit, employment, label }: PanelEmployment): string | undefined {
  if (step === 0) return employment ? JSON.stringify([person, unit, employment]) : undefined;
  return JSON.stringify(step === 1 ? [person, unit, label] : step === 2 ? [person, unit] : [person]);
}

interface Candidate {
  readonly last: number;
  readonly now: number;
}

function inPreference(one: Candidate, other: Candidate, last: readonly PanelEmployment[], now: readonly PanelEmployment[]): number {
  const of = ({ last: before, now: after }: Candidate) => [last[before]!, now[after]!] as const;
  const [a, b] = [of(one), of(other)];
  const isOtherLabel = ([before, after]: typeof a) => Number(before.label !== after.label);
  const workingTime = ([before, after]: typeof a) => (after.workingTimePercent ?? 0) + (before.workingTimePercent ?? 0);
  return (
    isOtherLabel(a) - isOtherLabel(b) ||
    workingTime(b) - workingTime(a) ||
    salaryDistance(a) - salaryDistance(b) ||
    compareTexts(a[1].employment, b[1].employment) ||
    compareTexts(a[0].employment, b[0].employment) ||
    one.now - other.now ||
    one.last - other.last
  );
}

/** |ln salary ratio|; as far as can be where one is missing. */
function salaryDistance([{ salary: before = 0 }, { salary: after = 0 }]: readonly [PanelEmployment, PanelEmployment]): number {
  return before > 0 && after > 0 ? Math.abs(Math.log(after / before)) : Number.MAX_VALUE;
}

const compareTexts = (one = '', other = ''): number => (one < other ? -1 : one > other ? 1 : 0);
