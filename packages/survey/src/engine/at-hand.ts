import { mostLooks, slotsFor } from './open-addressing.ts';
import { giveBack, lendInts } from './lent.ts';
import { hashOf } from './value-words.ts';

/**
 * The values of a dictionary side by side, by id: three words of four bytes each, with zeros after the value. Of a value of more than
 * twelve bytes, of one with zeros in it, and of the empty one, there are zeros alone. They are lent, and given back when they have been used.
 */
export type AtHand = Int32Array;

/** Words of a value. */
export const wordsAtHand = 3;

/** Not known: the value is not at hand, or others lie so near that it was not found soon. */
export const notAtHand = -2;

/** Values whose slot is crowded, of which there are some among as many as a file has, for whom all others are gone through. */
const mostGoneThrough = 64;

/** Writes for each value the id it has among others: -1 for one that is not there. What is not known is left as it is. */
export function findAmong(values: AtHand, others: AtHand, ids: Int32Array): void {
  const slots = lendInts(slotsFor(others.length / wordsAtHand));
  const mask = slots.length - 1;
  for (let at = wordsAtHand; at < others.length; at += wordsAtHand) {
    if (others[at] === 0) continue;
    const slot = slotOf(slots, mask, others, others, at);
    if (slot >= 0) slots[slot] = at;
  }
  // Two deliveries of a unit are mostly in one order: what comes after a value is likely to come after it there, too.
  let next = wordsAtHand;
  let goneThrough = 0;
  for (let at = wordsAtHand, id = 1; at < values.length; at += wordsAtHand, id += 1) {
    if (values[at] === 0) continue;
    if (values[at] === others[next] && values[at + 1] === others[next + 1] && values[at + 2] === others[next + 2]) {
      ids[id] = next / wordsAtHand;
      next += wordsAtHand;
      continue;
    }
    const slot = slotOf(slots, mask, others, values, at);
    if (slot < 0 && goneThrough === mostGoneThrough) continue;
    if (slot < 0) goneThrough += 1;
    const found = slot < 0 ? placeAmong(others, values, at) : slots[slot]!;
    ids[id] = found === 0 ? -1 : found / wordsAtHand;
    if (found !== 0) next = found + wordsAtHand;
  }
  giveBack(slots);
}

/** The slot of a value, or the free one that it would have; -1 where none is near. */
function slotOf(slots: Int32Array, mask: number, others: AtHand, values: AtHand, at: number): number {
  const one = values[at]!;
  const two = values[at + 1]!;
  const three = values[at + 2]!;
  for (let slot = hashOf(one, two, three) & mask, looks = 0; looks < mostLooks; looks += 1, slot = (slot + 1) & mask) {
    const other = slots[slot]!;
    if (other === 0 || (others[other] === one && others[other + 1] === two && others[other + 2] === three)) return slot;
  }
  return -1;
}

/** Where a value stands among others; 0 for nowhere. */
function placeAmong(others: AtHand, values: AtHand, at: number): number {
  const one = values[at]!;
  const two = values[at + 1]!;
  const three = values[at + 2]!;
  for (let other = wordsAtHand; other < others.length; other += wordsAtHand)
    if (others[other] === one && others[other + 1] === two && others[other + 2] === three) return other;
  return 0;
}
