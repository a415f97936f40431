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
    const suppressors: Slot[] = [];
    for (const rule of slot.rule.suppressedBy ?? [])
      for (const other of byRule.get(rule) ?? []) if (isSilencedBy(slot, other)) suppressors.push(other);
    if (slot.guard) suppressors.push(slot.guard);
    slot.suppressors = suppressors;
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
  const state = new Map<Slot, 'open' | 'done'>();
  const visit = (slot: Slot): void => {
    if (state.get(slot) === 'done') return;
    if (state.get(slot) === 'open') throw new Error(`Rules silence each other in a ring at ${slot.rule.id}`);
    state.set(slot, 'open');
    for (const suppressor of slot.suppressors) visit(suppressor);
    state.set(slot, 'done');
    order.push(slot);
  };
  for (const slot of slots) visit(slot);
  return order;
}
