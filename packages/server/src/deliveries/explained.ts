import type { FindingSummary } from '@insamling/survey';
import type { KeyRing } from '../platform/keys.ts';
import type { Reader } from '../platform/db/index.ts';
import { findingMacs } from './data-key.ts';
import type { Delivery } from './delivery.ts';
import type { OpenedFile } from './opened-delivery.ts';
import { explainedMacs, type RuleCountRow } from './reader.ts';

/**
 * Counts per rule with how many of the findings are explained, over the whole file: the exact truth, from the engine.
 * Only rules that have explanations are asked for their findings.
 */
export async function countsWithExplained(
  db: Reader,
  keys: KeyRing,
  delivery: Delivery,
  opened: OpenedFile,
  fileId: string,
  summary: FindingSummary,
): Promise<RuleCountRow[]> {
  const macs = await explainedMacs(db, delivery.organisationId, delivery.id);
  const known = new Set(macs.map(({ findingMac }) => findingMac));
  const rules = [...new Set(macs.map(({ rule }) => rule))].filter((rule) =>
    summary.counts.some((count) => count.rule === rule && count.severity === 'warning'),
  );
  const explained = new Map<string, number>();
  if (rules.length > 0) {
    for (const { rule, key } of await opened.desk.call('keys', fileId, rules)) {
      if (findingMacs(keys, delivery.organisationId, key).some((mac) => known.has(mac)))
        explained.set(rule, (explained.get(rule) ?? 0) + 1);
    }
  }
  return summary.counts.map(({ rule, severity, count }) => ({
    rule,
    severity,
    findings: count,
    explained: severity === 'warning' ? Math.min(count, explained.get(rule) ?? 0) : 0,
  }));
}

/** Totals of a file as every page shows them. */
export function totals(counts: readonly RuleCountRow[]) {
  const sum = (severity: RuleCountRow['severity'], of: 'findings' | 'explained' = 'findings') =>
    counts.reduce((total, one) => (one.severity === severity ? total + one[of] : total), 0);
  return {
    fatal: sum('fatal'),
    errors: sum('error'),
    warnings: sum('warning'),
    infos: sum('info'),
    warningsLeft: sum('warning') - sum('warning', 'explained'),
  };
}
