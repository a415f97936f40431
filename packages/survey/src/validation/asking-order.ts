import type { Edition } from '../definition/survey-definition.ts';
import type { Slot } from './slot.ts';

/** Slots in the order they are asked, guards among them, and in the order their findings are listed. */
export interface InOrder {
  readonly asking: readonly Slot[];
  readonly listing: readonly Slot[];
}

/** What orders a slot among others. */
type Like = Pick<Slot, 'rule' | 'severity' | 'column' | 'fields'>;

/** The order of slots by their places, guards after the slots: it is the same for every file that is asked the same. */
interface Plan {
  readonly slots: readonly Like[];
  readonly silencing: readonly (readonly number[])[];
  readonly asking: readonly number[];
  readonly listing: readonly number[];
}

/** Of the units of a survey, and of what is known of them, some make a difference to what is asked. */
const mostPlans = 24;
const plans = new WeakMap<Edition['rules'], Plan[]>();

/** Orders the slots of a file, and notes with each which silence it. @throws Error when rules silence each other in a ring */
export function inOrder(slots: readonly Slot[], edition: Edition): InOrder {
  let known = plans.get(edition.rules);
  if (!known) plans.set(edition.rules, (known = []));
  let plan = known.find((one) => isFor(one, slots));
  if (!plan) {
    plan = planOf(slots, edition);
    known.unshift(plan);
    known.length = Math.min(known.length, mostPlans);
  }
  const all = withGuards(slots);
  for (const [place, silencing] of plan.silencing.entries())
    if (silencing.length > 0) slots[place]!.suppressors = silencing.map((number) => all[number]!);
  return { asking: plan.asking.map((number) => all[number]!), listing: plan.listing.map((number) => slots[number]!) };
}

const withGuards = (slots: readonly Slot[]): readonly Slot[] => [...slots, ...slots.flatMap(({ guard }) => guard ?? [])];

function isFor({ slots: planned }: Plan, slots: readonly Slot[]): boolean {
  if (planned.length !== slots.length) return false;
  for (let place = 0; place < slots.length; place += 1) if (!isLike(planned[place]!, slots[place]!)) return false;
  return true;
}

function isLike(one: Like, other: Like): boolean {
  if (one.rule !== other.rule || one.severity !== other.severity || one.column !== other.column) return false;
  if (one.fields === other.fields) return true;
  return one.fields.length === other.fields.length && one.fields.every((field, place) => field === other.fields[place]);
}

function planOf(slots: readonly Slot[], edition: Edition): Plan {
  const placeOf = new Map(withGuards(slots).map((slot, place) => [slot, place]));
  const silencing = silencingOf(slots);
  const places = (some: readonly Slot[]) => some.map((slot) => placeOf.get(slot)!);
  return {
    slots: slots.map(({ rule, severity, column, fields }) => ({ rule, severity, fields, ...(column === undefined ? {} : { column }) })),
    silencing: slots.map((slot) => places(silencing.get(slot) ?? [])),
    asking: places(inAskingOrder(slots, silencing)),
    listing: places(inListingOrder(slots, edition)),
  };
}

/** Slots that silence a slot, of those that are silenced at all. Form rules on cells silence, and are silenced, in the same column only. */
function silencingOf(slots: readonly Slot[]): Map<Slot, readonly Slot[]> {
  const byRule = new Map<string, Slot[]>();
  for (const slot of slots) byRule.set(slot.rule.id, [...(byRule.get(slot.rule.id) ?? []), slot]);
  const silencing = new Map<Slot, readonly Slot[]>();
  for (const slot of slots) {
    const { rule, guard } = slot;
    const others = (rule.suppressedBy ?? []).flatMap((id) => (byRule.get(id) ?? []).filter((other) => isSilencedBy(slot, other)));
    if (others.length > 0 || guard) silencing.set(slot, guard ? [...others, guard] : others);
  }
  return silencing;
}

function isSilencedBy(slot: Slot, other: Slot): boolean {
  if (other === slot) return false;
  if (other.column !== undefined && slot.column !== undefined) return other.column === slot.column;
  if (other.column === undefined && slot.column === undefined) return true;
  return (other.column !== undefined ? slot : other).fields.includes((other.column !== undefined ? other : slot).fields[0]!);
}

/** Depth first over what silences what. */
function inAskingOrder(slots: readonly Slot[], silencing: ReadonlyMap<Slot, readonly Slot[]>): Slot[] {
  const order: Slot[] = [];
  const done = new Set<Slot>();
  const open = new Set<Slot>();
  const visit = (slot: Slot): void => {
    if (done.has(slot)) return;
    if (open.has(slot)) throw new Error(`Rules silence each other in a ring at ${slot.rule.id}`);
    open.add(slot);
    for (const suppressor of silencing.get(slot) ?? []) visit(suppressor);
    done.add(slot);
    order.push(slot);
  };
  for (const slot of slots) visit(slot);
  return order;
}

const severityOrder = { fatal: 0, error: 1, warning: 2, info: 3 } as const;

/** By severity, id of the rule, and column. */
function inListingOrder(slots: readonly Slot[], { rules }: Edition): Slot[] {
  const ids = [...new Set(rules.map(({ id }) => id))].sort((one, other) => (one < other ? -1 : 1));
  const places = new Map(ids.map((id, place) => [id, place]));
  return slots.toSorted(
    (one, other) =>
      severityOrder[one.severity] - severityOrder[other.severity] ||
      places.get(one.rule.id)! - places.get(other.rule.id)! ||
      (one.column ?? 0) - (other.column ?? 0),
  );
}
