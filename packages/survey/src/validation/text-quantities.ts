import type { Quantity } from '../definition/condition.ts';
import type { Ground } from './ground.ts';
import { listOf } from './lists.ts';
import { dayIn } from '../kernels/written-day.ts';
import { readPersonalNumber } from '../kernels/personal-number.ts';

type TextQuantity = Extract<Quantity, { lengthOf: string } | { dateOf: string } | { codeFact: string } | { ageOf: string }>;

/** A number that follows from a text and, for an age, a day yyyymmdd; NaN when none does. */
export function textQuantity(quantity: TextQuantity, ground: Ground): (text: string, day: number) => number {
  if ('lengthOf' in quantity) return (text) => [...text].length;
  if ('dateOf' in quantity) return (text) => dayIn(text, ground.dates);
  if ('codeFact' in quantity) {
    const facts = new Map(listOf(quantity.list, ground).codes.map(({ code, facts: known }) => [code, Number(known?.[quantity.fact])]));
    return (text) => facts.get(text) ?? Number.NaN;
  }
  return (text, day) => readPersonalNumber(text, day).age ?? Number.NaN;
}
