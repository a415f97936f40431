import type { Quantity } from '../definition/condition.ts';
import type { MissingOperands } from '../definition/rule.ts';
import { wordsAtOnce } from '../engine/words-at-once.ts';
import { combining } from '../compiled/operations.ts';
import type { QuickNumbers } from '../engine/quick.ts';
import type { Column, Values } from '../engine/table.ts';
import { isUnread, noValue } from '../reading/encode-number.ts';
import { binaryFunctions } from './number-functions.ts';
import { labelSalary } from './label-salary.ts';
import { personalNumbersOf } from './personal-numbers.ts';
import { holdsTexts, indexOf, readByPanel, type Ground } from './ground.ts';
import { columnOf, paramOf, type Params, type Surroundings } from './surroundings.ts';
import { textQuantity } from './text-quantities.ts';

/** A quantity as a survey asks for it. */
export interface Quantified {
  readonly constant?: number;
  /** Columns it hangs on; of those that are numeric a cell that cannot be read makes the question not evaluable. */
  readonly reads: readonly number[];
  readonly numeric: readonly number[];
  /** Makes it ready for a file. */
  readonly of: (around: Surroundings) => Numbers;
}

/** A quantity made ready: a constant, or numbers of a range of records. NaN where there is none. */
export interface Numbers {
  readonly constant?: number;
  /** The column, when the quantity is nothing but its numbers. */
  readonly column?: Column;
  /** When it is a number for each distinct text of a column: by the ids there are now. */
  readonly byId?: { readonly column: Column; numbers(): Float64Array | Float32Array };
  /** As the kernels work it out, with what is known now; absent where they cannot. */
  readonly quick?: () => QuickNumbers | undefined;
  /** Numbers of records [from, to), at most a block of them. */
  fill(from: number, to: number, into: Float64Array): void;
}

const blockRecords = wordsAtOnce * 32;

/** Room for the numbers of a block, lent while they are worked out: what is given back is what was taken last. */
class Rooms {
  readonly #rooms: Float64Array[] = [];
  #taken = 0;

  take(): Float64Array {
    const room = (this.#rooms[this.#taken] ??= new Float64Array(blockRecords));
    this.#taken += 1;
    return room;
  }

  giveBack(): void {
    this.#taken -= 1;
  }
}

export const rooms = new Rooms();

export interface Asking {
  readonly params: Params;
  readonly ground: Ground;
  readonly match: 'any' | 'employmentId';
  /** Left out: skipIfAnyMissing. */
  readonly missing?: MissingOperands;
}

/** @throws Error for a field, list or parameter that does not exist */
export function compileQuantity(quantity: Quantity, asking: Asking): Quantified {
  const { ground, params } = asking;
  if (typeof quantity === 'number') return constant(quantity);
  if ('param' in quantity) return constant(Number(paramOf(quantity.param, params)));
  if ('field' in quantity) return ofField(quantity.field, asking);
  if ('codeFact' in quantity) return ofText(quantity.codeFact, quantity, ground);
  if ('fact' in quantity) return ofFact(quantity.fact, ground);
  if ('dayTurned' in quantity) {
    const years = Number(paramOf(quantity.dayTurned, params));
    return combined(binaryFunctions.plus, 'plus', birthDays(personField(ground), ground), constant(years * 10_000));
  }
  if ('lastYearField' in quantity) return ofLastYear(quantity.lastYearField, asking);
  if ('measure' in quantity) throw new Error(`The measure ${quantity.measure} belongs to an aggregate rule`);
  if ('labelSalary' in quantity) {
    const { field, salaryOf } = labelSalary(quantity.labelSalary, ground);
    return perId(field, ground, (text) => salaryOf(text));
  }
  if ('lengthOf' in quantity) return ofText(quantity.lengthOf, quantity, ground);
  if ('dateOf' in quantity) return ofText(quantity.dateOf, quantity, ground);
  if ('ageOf' in quantity) {
    const value = textQuantity(quantity, ground);
    const on = compileQuantity(quantity.on, asking);
    if (on.constant === undefined) throw new Error('An age is counted on one day for all records');
    return perId(quantity.ageOf, ground, (text) => value(text, on.constant!));
  }
  if (quantity.op === 'abs') return mapped(compileQuantity(quantity.of, asking));
  return combined(
    binaryFunctions[quantity.op],
    quantity.op,
    compileQuantity(quantity.left, asking),
    compileQuantity(quantity.right, asking),
  );
}

function constant(value: number): Quantified {
  const numbers: Numbers = {
    constant: value,
    quick: () => ({ kind: 'constant', value }),
    fill: (from, to, into) => void into.fill(value, 0, to - from),
  };
  return { constant: value, reads: [], numeric: [], of: () => numbers };
}

function ofField(field: string, { ground, missing = 'skipIfAnyMissing' }: Asking): Quantified {
  if (holdsTexts(ground, field)) throw new Error(`${field} is no number`);
  const index = indexOf(ground, field);
  const isMissingNone = missing === 'skipIfAnyMissing';
  const ofMissing = isMissingNone ? Number.NaN : 0;
  // Where what is missing counts as 0 the bare numbers are not what is compared.
  const isBare = !ground.zeroIsValue || isMissingNone;
  return {
    reads: [index],
    numeric: [index],
    of({ table }) {
      const column = table.columns[index]!;
      return {
        ...(isBare ? { column } : {}),
        quick: () => ({ kind: 'column', column, isMissingNone }),
        fill(from, to, into) {
          if (column.values instanceof Uint16Array) copyNarrow(column.values, from, to, into);
          else if (column.values instanceof Int32Array) copyNumbers(column.values, from, to, into, ofMissing);
          else copyLong(column.values, from, to, into, ofMissing);
        },
      };
    },
  };
}

/** Three loops, so that each knows the array it reads. In a narrow one none is missing. */
function copyNarrow(values: Uint16Array, from: number, to: number, into: Float64Array): void {
  for (let record = from; record < to; record += 1) into[record - from] = values[record]!;
}

function copyNumbers(values: Int32Array, from: number, to: number, into: Float64Array, ofMissing: number): void {
  for (let record = from; record < to; record += 1) into[record - from] = values[record] === noValue ? ofMissing : values[record]!;
}

function copyLong(values: Values, from: number, to: number, into: Float64Array, ofMissing: number): void {
  for (let record = from; record < to; record += 1) into[record - from] = values[record] === noValue ? ofMissing : values[record]!;
}

function ofFact(fact: 'firstDay' | 'lastDay' | 'year' | 'age', ground: Ground): Quantified {
  const { referenceYear } = ground;
  if (fact === 'year') return constant(referenceYear);
  if (fact === 'firstDay') return constant(referenceYear * 10_000 + 1101);
  if (fact === 'lastDay') return constant(referenceYear * 10_000 + 1130);
  const person = personField(ground);
  return {
    reads: [indexOf(ground, person)],
    numeric: [],
    of(around) {
      const numbers = personalNumbersOf(around, person);
      return byId(columnOf(around, person), () => numbers.ages());
    },
  };
}

function birthDays(person: string, ground: Ground): Quantified {
  return {
    reads: [indexOf(ground, person)],
    numeric: [],
    of(around) {
      const numbers = personalNumbersOf(around, person);
      const column = columnOf(around, person);
      return {
        quick: () => ({ kind: 'byId', column, numbers: numbers.birthDays() }),
        fill: (from, to, into) => numbers.fillBirthDays(column.values, from, to, into),
      };
    },
  };
}

function ofText(field: string, quantity: Parameters<typeof textQuantity>[0], ground: Ground): Quantified {
  const value = textQuantity(quantity, ground);
  return perId(field, ground, (text) => value(text, 0));
}

/** A number that follows from a text: worked out once for each distinct one. */
function perId(field: string, ground: Ground, value: (text: string) => number): Quantified {
  const index = indexOf(ground, field);
  if (!holdsTexts(ground, field)) throw new Error(`${field} is numeric: it has no text`);
  return {
    reads: [index],
    numeric: [],
    of({ table }) {
      const column = table.columns[index]!;
      const { dictionary } = column;
      let known = new Float64Array(0);
      let size = 0;
      return byId(column, () => {
        const wanted = dictionary!.size;
        if (known.length < wanted) {
          const longer = new Float64Array(size === 0 ? wanted : Math.ceil(wanted * 1.1));
          longer.set(known);
          known = longer;
        }
        for (; size < wanted; size += 1) known[size] = value(dictionary!.textOf(size));
        return known;
      });
    },
  };
}

const byId = (column: Column, numbers: () => Float64Array | Float32Array): Numbers => ({
  byId: { column, numbers },
  quick: () => ({ kind: 'byId', column, numbers: numbers() }),
  fill(from, to, into) {
    lookUp(column.values, from, to, into, numbers());
  },
});

function lookUp(ids: Values, from: number, to: number, into: Float64Array, known: Float64Array | Float32Array): void {
  for (let record = from; record < to; record += 1) into[record - from] = known[ids[record]!]!;
}

function ofLastYear(field: string, { ground, match }: Asking): Quantified {
  const index = indexOf(ground, field);
  const none = constant(Number.NaN).of;
  return {
    reads: readByPanel(ground),
    numeric: [],
    of(around) {
      const { panel } = around;
      if (!panel) return none(around);
      const column = panel.last.table.columns[index]!;
      return {
        fill(from, to, into) {
          const matches = panel.matches(match, from, to);
          const { values } = column;
          for (let record = from; record < to; record += 1) {
            const matched = matches[record]!;
            const value = matched < 0 ? Number.NaN : values[matched]!;
            into[record - from] = isUnread(value) || value === noValue ? Number.NaN : value;
          }
        },
      };
    },
  };
}

function mapped({ reads, numeric, of }: Quantified): Quantified {
  return {
    reads,
    numeric,
    of(around) {
      const numbers = of(around);
      return {
        quick() {
          const known = numbers.quick?.();
          return known && { kind: 'absolute', of: known };
        },
        fill(from, to, into) {
          numbers.fill(from, to, into);
          makePositive(into, to - from);
        },
      };
    },
  };
}

function makePositive(numbers: Float64Array, count: number): void {
  for (let place = 0; place < count; place += 1) numbers[place] = Math.abs(numbers[place]!);
}

function combined(apply: (left: number, right: number) => number, op: string, left: Quantified, right: Quantified): Quantified {
  if (left.constant !== undefined && right.constant !== undefined) return constant(apply(left.constant, right.constant));
  return {
    reads: [...left.reads, ...right.reads],
    numeric: [...left.numeric, ...right.numeric],
    of: (around) => together(apply, op, left.of(around), right.of(around)),
  };
}

function together(apply: (left: number, right: number) => number, op: string, left: Numbers, right: Numbers): Numbers {
  const loop = loops[op];
  return {
    quick() {
      const [one, other] = [left.quick?.(), right.quick?.()];
      return one && other && Object.hasOwn(combining, op)
        ? { kind: 'binary', how: op as keyof typeof combining, left: one, right: other }
        : undefined;
    },
    fill(from, to, into) {
      const count = to - from;
      const second = rooms.take();
      left.fill(from, to, into);
      right.fill(from, to, second);
      // The four that are everywhere have loops of their own.
      if (loop) loop(into, second, count);
      else for (let place = 0; place < count; place += 1) into[place] = apply(into[place]!, second[place]!);
      rooms.giveBack();
    },
  };
}

type Loop = (into: Float64Array, second: Float64Array, count: number) => void;

const loops: Readonly<Partial<Record<string, Loop>>> = {
  plus(into, second, count) {
    for (let place = 0; place < count; place += 1) into[place]! += second[place]!;
  },
  minus(into, second, count) {
    for (let place = 0; place < count; place += 1) into[place]! -= second[place]!;
  },
  times(into, second, count) {
    for (let place = 0; place < count; place += 1) into[place]! *= second[place]!;
  },
  over(into, second, count) {
    for (let place = 0; place < count; place += 1) into[place]! /= second[place]!;
  },
};

function personField({ roles }: Ground): string {
  if (roles.person === undefined) throw new Error('The edition does not say which field tells the person');
  return roles.person;
}
