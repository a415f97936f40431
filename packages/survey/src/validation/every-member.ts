/** For rules where a record that changes may change the answer for all that it shares a group with, before and after. */
export function everyMember(members: (record: number) => Iterable<number>) {
  let stale = new Set<number>();
  return {
    change(record: number): void {
      for (const member of members(record)) stale.add(member);
    },
    stale(): number[] {
      const told = [...stale];
      stale = new Set();
      return told;
    },
    forget: (): void => stale.clear(),
  };
}
