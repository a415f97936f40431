import type { TupleGroups } from '../engine/tuple-groups.ts';
import type { GroupCache, Groups } from './groups.ts';
import { columnOf, indexOf, type Surroundings } from './surroundings.ts';

interface Stratum<Known> {
  readonly groups: TupleGroups;
  readonly known: GroupCache<Known | null>;
  /** Text columns without whose value a record is in no group. */
  readonly texts: readonly { readonly values: ArrayLike<number> }[];
}

/**
 * Groups from narrow to wide that a record may be compared within: it goes by the first that can tell anything. What a group
 * tells is worked out once, until one of its records changes.
 */
export class Strata<Known> {
  readonly columns: ReadonlySet<number>;
  readonly #strata: readonly Stratum<Known>[];
  readonly #tell: (members: readonly number[]) => Known | undefined;

  /**
   * @param by fields that make a group, narrow groups first; no field for the whole file
   * @param reads columns that what a group tells hangs on, beside its own
   * @param tell what a group tells; undefined when it is too small
   */
  constructor(
    by: readonly (readonly string[])[],
    around: Surroundings,
    groups: Groups,
    reads: ReadonlySet<number>,
    tell: (members: readonly number[]) => Known | undefined,
  ) {
    this.#tell = tell;
    this.columns = new Set(by.flat().map((field) => indexOf(around, field)));
    this.#strata = by.map((fields) => {
      const grouping = groups.by(fields.map((field) => indexOf(around, field)));
      return {
        groups: grouping.groups,
        known: grouping.cache<Known | null>(reads),
        texts: fields.map((field) => columnOf(around, field)).filter(({ dictionary }) => dictionary !== undefined),
      };
    });
  }

  /** What the group that the record goes by tells; undefined where no group tells anything. */
  of(record: number): Known | undefined {
    const level = this.#levelOf(record);
    return level < 0 ? undefined : (this.#told(this.#strata[level]!, record) ?? undefined);
  }

  /** Records that go by a group which this one is in. */
  *goingBy(record: number): Generator<number> {
    for (const [level, { groups }] of this.#strata.entries())
      for (const member of groups.members(groups.groupOf[record]!)) if (this.#levelOf(member) === level) yield member;
  }

  /** To be called when something else than the record's own cells has changed what its groups tell. */
  forget(record: number): void {
    for (const { groups, known } of this.#strata) known.forget(groups.groupOf[record]!);
  }

  #levelOf(record: number): number {
    return this.#strata.findIndex((stratum) => this.#told(stratum, record) !== null);
  }

  #told({ groups, known, texts }: Stratum<Known>, record: number): Known | null {
    const group = groups.groupOf[record]!;
    if (group < 0 || texts.some(({ values }) => values[record] === 0)) return null;
    const ready = known.get(group);
    if (ready !== undefined) return ready;
    const told = this.#tell([...groups.members(group)]) ?? null;
    known.set(group, told);
    return told;
  }
}
