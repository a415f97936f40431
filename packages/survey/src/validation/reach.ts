import type { GroupTest } from './group-rules.ts';
import type { RecordCount } from './record-count.ts';
import type { AskedOfRecords, Slot } from './slot.ts';

/** What there is to be asked of a file. */
export interface Everything {
  /** In the order it must be asked: what silences before what it silences. */
  readonly ofFile: readonly Slot[];
  readonly ofRecords: readonly AskedOfRecords[];
  readonly ofGroups: readonly (readonly [Slot, GroupTest])[];
  readonly counts: readonly RecordCount[];
  /** Column by the id of its variable. */
  readonly indexOf: Readonly<Record<string, number>>;
}

/** What of it a cell of one column can touch, in the same order. */
export interface Reach extends Omit<Everything, 'indexOf'> {
  /** Slots whose answer hangs on the column itself; the others are reached only where one that silences them is another now. */
  readonly own: ReadonlySet<Slot>;
}

/** Worked out once for each column that is corrected: of two hundred slots a cell touches some thirty. */
export function reachOf(column: number, { ofFile, ofRecords, ofGroups, counts, indexOf }: Everything): Reach {
  const groups = new Map(ofGroups);
  const fileReads = ({ reads, rule: { fields } }: Slot): boolean =>
    reads ? reads.has(column) : fields.length === 0 || fields.some((field) => indexOf[field] === column);
  // What is asked of records and says nothing of what it reads is asked anew for every cell.
  const recordReads = (slot: Slot): boolean => {
    const group = groups.get(slot);
    return (!slot.mask && !group) || slot.mask?.reads.has(column) === true || group?.reads.has(column) === true;
  };
  const own = new Set<Slot>([...ofFile.filter(fileReads), ...ofRecords.filter(recordReads)]);
  const reached = new Set<Slot>(own);
  const isReached = (slot: Slot): boolean => {
    if (slot.suppressors.some((suppressor) => reached.has(suppressor))) reached.add(slot);
    return reached.has(slot);
  };
  return {
    own,
    ofFile: ofFile.filter(isReached),
    ofRecords: ofRecords.filter(isReached),
    ofGroups: ofGroups.filter(([, { reads }]) => reads.has(column)),
    counts: counts.filter(({ reads }) => reads.has(column)),
  };
}
