import type { Finding, Severity, ToldFinding } from '../findings/finding.ts';
import { describeFile, describeRecord, tellRecord } from './describe.ts';
import type { Slot } from './slot.ts';
import type { Validation } from './validation.ts';

interface Filter {
  readonly rules?: readonly string[];
  readonly severity?: Severity;
  readonly record?: number;
  readonly offset?: number;
  readonly limit?: number;
}

/** Findings in their order; only those of the page asked for are put into words. */
export const listFindings = (validation: Validation, filter?: Filter): Finding[] => listed(validation, filter, describeRecord);

/** The same without their keys. */
export const listTold = (validation: Validation, filter?: Filter): ToldFinding[] => listed(validation, filter, tellRecord);

/** @param onRecord puts a finding on a record into words */
function listed<Told extends ToldFinding>(
  validation: Validation,
  filter: Filter = {},
  onRecord: (validation: Validation, slot: Slot, record: number) => Told,
): (Told | Finding)[] {
  const findings: (Told | Finding)[] = [];
  let toSkip = filter.offset ?? 0;
  const most = filter.limit ?? Number.POSITIVE_INFINITY;
  for (const slot of validation.slots) {
    if (findings.length >= most) break;
    if ((filter.rules && !filter.rules.includes(slot.rule.id)) || (filter.severity && filter.severity !== slot.severity)) continue;
    if (filter.record === undefined) {
      for (const hit of slot.fileHits) {
        if (toSkip > 0) toSkip -= 1;
        else if (findings.length < most) findings.push(describeFile(validation, slot, hit));
      }
    }
    if (!slot.bits) continue;
    if (filter.record !== undefined) {
      if (!slot.bits.has(filter.record - 1)) continue;
      if (toSkip > 0) toSkip -= 1;
      else findings.push(onRecord(validation, slot, filter.record - 1));
      continue;
    }
    for (const record of slot.bits.records()) {
      if (toSkip > 0) {
        toSkip -= 1;
        continue;
      }
      if (findings.length >= most) break;
      findings.push(onRecord(validation, slot, record));
    }
  }
  return findings;
}

/** Record numbers, 1-based, ascending, each once. */
export function recordsWith({ slots }: Validation, rule: string): Uint32Array {
  const records = new Set<number>();
  for (const slot of slots) if (slot.rule.id === rule && slot.bits) for (const record of slot.bits.records()) records.add(record + 1);
  return Uint32Array.from(records).sort();
}
