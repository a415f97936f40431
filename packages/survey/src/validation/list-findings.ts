import type { Finding, Severity } from '../findings/finding.ts';
import { describeFile, describeRecord } from './describe.ts';
import type { Validation } from './validation.ts';

interface Filter {
  readonly rules?: readonly string[];
  readonly severity?: Severity;
  readonly record?: number;
  readonly offset?: number;
  readonly limit?: number;
}

/** Findings in their order; only those of the page asked for are put into words. */
export function listFindings(validation: Validation, filter: Filter = {}): Finding[] {
  const findings: Finding[] = [];
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
      else findings.push(describeRecord(validation, slot, filter.record - 1));
      continue;
    }
    for (const record of slot.bits.records()) {
      if (toSkip > 0) {
        toSkip -= 1;
        continue;
      }
      if (findings.length >= most) break;
      findings.push(describeRecord(validation, slot, record));
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
