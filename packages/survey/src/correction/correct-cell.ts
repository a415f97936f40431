import { normalised, textOf } from '../engine/table.ts';
import type { Finding } from '../findings/finding.ts';
import { describeFile, describeRecord } from '../validation/describe.ts';
import { summarise } from '../validation/list-findings.ts';
import type { Slot } from '../validation/slot.ts';
import type { Validation } from '../validation/validation.ts';
import type { CorrectionEffect } from './correction.ts';

/**
 * Changes a cell: the same rules as in a full run, asked of the records it can touch.
 * @param record 0-based
 * @throws RangeError for a variable the layout lacks, or a record whose number of values is wrong
 */
export function correctCell(validation: Validation, record: number, variable: string, text: string): CorrectionEffect {
  const { table } = validation;
  const column = table.indexOf[variable];
  if (column === undefined) throw new RangeError(`There is no variable ${variable}`);
  if (table.misfits.has(record)) throw new RangeError(`Record ${record + 1} has a wrong number of values`);
  const after = normalised(text);
  const before = textOf(table, record, column);
  const touched = validation.touchedByGroups(record, column, after);
  const old = snapshot(validation, record, touched);
  const changes = validation.correct(record, column, after, touched);
  const fresh = snapshot(validation, record, touched);
  const elsewhere = changedElsewhere(validation, record, changes, touched, new Set([...old.keys(), ...fresh.keys()]));
  return {
    before,
    after,
    resolved: [...[...old].filter(([identity]) => !fresh.has(identity)).map(([, finding]) => finding), ...elsewhere.resolved],
    raised: [...[...fresh].filter(([identity]) => !old.has(identity)).map(([, finding]) => finding), ...elsewhere.raised],
    summary: summarise(validation),
  };
}

/** What a reader sees of a finding. One whose words changed has gone and come. */
const identityOf = (finding: Finding): string =>
  [finding.rule, finding.severity, finding.record, finding.fields.join(), finding.message].join('\u001f');

/** Findings whose words may change: those on the file, those of the record, and in its groups those that speak of the group. */
function snapshot(validation: Validation, record: number, touched: ReadonlyMap<Slot, ReadonlySet<number>>): Map<string, Finding> {
  const found = new Map<string, Finding>();
  const note = (finding: Finding) => found.set(identityOf(finding), finding);
  for (const slot of validation.slots) {
    for (const hit of slot.fileHits) note(describeFile(validation, slot, hit));
    if (!slot.bits) continue;
    if (slot.bits.has(record)) note(describeRecord(validation, slot, record));
    if (!speaksOfItsGroup(validation, slot)) continue;
    for (const member of touched.get(slot) ?? [])
      if (member !== record && slot.bits.has(member)) note(describeRecord(validation, slot, member));
  }
  return found;
}

/** Findings that came or went in other records. Their own values are what they were, so they can be put into words afterwards. */
function changedElsewhere(
  validation: Validation,
  corrected: number,
  changes: ReadonlyMap<Slot, ReadonlySet<number>>,
  touched: ReadonlyMap<Slot, ReadonlySet<number>>,
  told: ReadonlySet<string>,
): { resolved: Finding[]; raised: Finding[] } {
  const resolved: Finding[] = [];
  const raised: Finding[] = [];
  for (const slot of validation.slots) {
    for (const record of [...(changes.get(slot) ?? [])].sort((one, other) => one - other)) {
      // The corrected record was put into words before and after: now it would be told of with the value it no longer has.
      if (record === corrected) continue;
      const isRaised = slot.bits!.has(record);
      // One that spoke of a group the cell is in was put into words before the change; other groups are what they were.
      if (!isRaised && speaksOfItsGroup(validation, slot) && touched.get(slot)?.has(record)) continue;
      const finding = describeRecord(validation, slot, record);
      if (!told.has(identityOf(finding))) (isRaised ? raised : resolved).push(finding);
    }
  }
  return { resolved, raised };
}

/** Whether the words of a finding name another of its group, what they are together, or a match that hangs on who is in it. */
function speaksOfItsGroup({ groupTests }: Validation, slot: Slot): boolean {
  return groupTests.has(slot) && /\{(?:rad1|rad2|summa|namn1|namn2|antal|nedre|övre|förra|procent)\}/.test(slot.rule.texts.message);
}
