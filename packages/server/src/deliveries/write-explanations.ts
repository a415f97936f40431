import type { Output } from '@insamling/contract';
import { publish } from '../platform/live/index.ts';
import type { UnitCall } from '../platform/operation.ts';
import { insist } from '../platform/problem.ts';
import { explanationPlace, sealText } from './data-key.ts';
import type { Delivery, DeliveryFileRow } from './delivery.ts';
import { countsWithExplained, totals } from './explained.ts';
import type { OpenedFile } from './opened-delivery.ts';
import { saveCounts, touchDelivery, upsertExplanations } from './writer.ts';

/** A finding that gets a comment, by the keyed hash it is stored under. */
export interface ToExplain {
  readonly rule: string;
  readonly mac: string;
}

/** One comment on many findings, stored with each. The delivery is locked. @throws Problem delivery.no-findings */
export async function writeExplanations(
  call: UnitCall,
  delivery: Delivery,
  file: DeliveryFileRow,
  opened: OpenedFile,
  findings: readonly ToExplain[],
  { reason, text }: { readonly reason: string; readonly text: string },
): Promise<Output<'explainFindings'>> {
  const { db, services, actor, now, unit } = call;
  insist(findings.length > 0, 'delivery.no-findings');
  for (const [rule, macs] of byRule(findings)) {
    const sealed = [...macs].map((findingMac) => ({
      findingMac,
      sealedText: sealText(opened.dataKey, text, explanationPlace(delivery.id, findingMac)),
    }));
    await upsertExplanations(db, unit.organisationId, delivery.id, rule, reason, actor.accountId, sealed, now);
  }
  const { summary } = await opened.checked();
  const counts = await countsWithExplained(db, services.keys, delivery, opened, file.id, summary);
  await saveCounts(db, unit.organisationId, file.id, counts);
  const touched = await touchDelivery(db, unit.organisationId, delivery.id, now);
  await publish(db, 'delivery', unit);
  return { version: touched!.version, explained: findings.length, counts: totals(counts) };
}

/** Two findings that cannot be told apart share a hash, and so a comment. */
function byRule(findings: readonly ToExplain[]): ReadonlyMap<string, ReadonlySet<string>> {
  const macs = new Map<string, Set<string>>();
  for (const { rule, mac } of findings) macs.set(rule, (macs.get(rule) ?? new Set()).add(mac));
  return macs;
}
