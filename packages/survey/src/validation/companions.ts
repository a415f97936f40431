import type { TupleGroups } from '../engine/tuple-groups.ts';

/** For rules that ask whether a record is alone: only one who has a single companion can become so, or cease to be. */
export function companionsIn(groups: TupleGroups) {
  const stale = new Set<number>();
  return {
    change(record: number): void {
      const group = groups.groupOf[record]!;
      if (group >= 0 && groups.sizeOf(group) === 2) for (const member of groups.members(group)) if (member !== record) stale.add(member);
    },
    stale(): number[] {
      const told = [...stale];
      stale.clear();
      return told;
    },
    forget: (): void => stale.clear(),
  };
}
