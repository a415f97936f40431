import type { FindingSummary } from '@insamling/survey';
import type { KeyRing } from '../platform/keys.ts';
import type { Reader } from '../platform/db/index.ts';
import { findingMacs, isOlderName } from './data-key.ts';
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
  const known = await explainedOf(db, keys, delivery);
  const rules = [...known.rules].filter((rule) => summary.counts.some((count) => count.rule === rule && count.severity === 'warning'));
  const explained = new Map<string, number>();
  if (rules.length > 0) {
    for (const { rule, key } of await opened.desk.call('keys', fileId, rules)) {
      if (known.has(key)) explained.set(rule, (explained.get(rule) ?? 0) + 1);
    }
  }
  return summary.counts.map(({ rule, severity, count }) => ({
    rule,
    severity,
    findings: count,
    explained: severity === 'warning' ? Math.min(count, explained.get(rule) ?? 0) : 0,
  }));
}

/** What is explained of a delivery: rules that have an explanation, and whether a finding has one, by its key. */
interface Explained {
  readonly rules: ReadonlySet<string>;
  has(key: string): boolean;
}

export async function explainedOf(db: Reader, keys: KeyRing, delivery: Delivery): Promise<Explained> {
  const rows = await explainedMacs(db, delivery.organisationId, delivery.id);
  const macs = new Set(rows.map(({ findingMac }) => findingMac));
  const hasOlder = rows.some(({ findingMac }) => isOlderName(findingMac));
  return {
    rules: new Set(rows.map(({ rule }) => rule)),
    has: (key) => macs.size > 0 && findingMacs(keys, delivery, key, hasOlder).some((mac) => macs.has(mac)),
  };
}

/** True when every finding of these rules is a warning: only they can stand with an explanation. */
export const isExplainable = ({ counts }: FindingSummary, rules: readonly string[]): boolean =>
  counts.every(({ rule, severity }) => severity === 'warning' || !rules.includes(rule));

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

/** Comments that belong to a finding of the file; what was said of a finding that is gone is kept, and counts when it returns. */
export const explanationCount = (counts: readonly RuleCountRow[]): number => counts.reduce((total, { explained }) => total + explained, 0);
