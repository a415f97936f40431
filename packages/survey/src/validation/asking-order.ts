import type { Edition } from '../definition/survey-definition.ts';
import type { Slot } from './slot.ts';

/** Form rules on cells silence, and are silenced, in the same column only. */
export function linkSuppressors(slots: readonly Slot[]): void {
  const byRule = new Map<string, Slot[]>();
  for (const slot of slots) {
    const ofRule = byRule.get(slot.rule.id);
    if (ofRule) ofRule.push(slot);
    else byRule.set(slot.rule.id, [slot]);
  }
  for (const slot of slots) {
    if (!slot.rule.suppressedBy && !slot.guard) continue;
    const suppressors: Slot[] = [];
    for (const rule of slot.rule.suppressedBy ?? [])
      for (const other of byRule.get(rule) ?? []) if (isSilencedBy(slot, other)) suppressors.push(other);
    if (slot.guard) suppressors.push(slot.guard);
    // Something that is put together has room for more.
    slot.suppressors = suppressors.slice();
  }
}

function isSilencedBy(slot: Slot, other: Slot): boolean {
  if (other === slot) return false;
  if (other.column !== undefined && slot.column !== undefined) return other.column === slot.column;
  if (other.column === undefined && slot.column === undefined) return true;
  return (other.column !== undefined ? slot : other).fields.includes((other.column !== undefined ? other : slot).fields[0]!);
}

/** Depth first over what silences what. @throws Error when rules silence each other in a ring */
export function inAskingOrder(slots: readonly Slot[]): Slot[] {
  const order: Slot[] = [];
  const done = new Set<Slot>();
  const open = new Set<Slot>();
  const visit = (slot: Slot): void => {
    if (done.has(slot)) return;
    if (slot.suppressors.length > 0) {
      if (open.has(slot)) throw new Error(`Rules silence each other in a ring at ${slot.rule.id}`);
      open.add(slot);
      for (const suppressor of slot.suppressors) visit(suppressor);
    }
    done.add(slot);
    order.push(slot);
  };
  for (const slot of slots) visit(slot);
  return order;
}

const severityOrder = { fatal: 0, error: 1, warning: 2, info: 3 } as const;

/** By severity, id of the rule, and column. */
export function inListingOrder(slots: readonly Slot[], { rules }: Edition): Slot[] {
  const places = placesOf(rules);
  return [...slots].sort(
    (one, other) =>
      severityOrder[one.severity] - severityOrder[other.severity] ||
      places.get(one.rule.id)! - places.get(other.rule.id)! ||
      (one.column ?? 0) - (other.column ?? 0),
  );
}

/** Place of each id among all: worked out once for an edition. */
const known = new WeakMap<Edition['rules'], ReadonlyMap<string, number>>();

function placesOf(rules: Edition['rules']): ReadonlyMap<string, number> {
  let places = known.get(rules);
  if (!places) {
    const ids = [...new Set(rules.map(({ id }) => id))].sort((one, other) => (one < other ? -1 : 1));
    known.set(rules, (places = new Map(ids.map((id, place) => [id, place]))));
  }
  return places;
}
