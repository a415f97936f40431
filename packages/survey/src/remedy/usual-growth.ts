import { positiveRecords } from './positive-records.ts';
import { ascending, quartiles } from '../methods/quantile.ts';
import type { Reference } from '../methods/suspicion.ts';
import type { Validation } from '../validation/validation.ts';

/** Fewer records say nothing of what is usual. */
export const leastOfGroup = 10;

/** How an amount has changed since last year for those who have it in both. */
export interface Growth {
  /** Of the ratios to last year; the median is the usual growth. */
  readonly ratios: Reference;
  /** Last year's amount of the same employment, above 0. @param record 0-based */
  lastOf(record: number): number | undefined;
}

/** The usual growth of each amount, worked out when it is first asked for. To be thrown away when a cell has been corrected. */
export class UsualGrowth {
  readonly #validation: Validation;
  readonly #known = new Map<string, Growth | undefined>();

  constructor(validation: Validation) {
    this.#validation = validation;
  }

  /** Undefined without last year's delivery, for a field without amounts, and when too few had one in both years. */
  of(field: string): Growth | undefined {
    if (!this.#known.has(field)) this.#known.set(field, growthOf(this.#validation, field));
    return this.#known.get(field);
  }
}

function growthOf({ table, around }: Validation, field: string): Growth | undefined {
  const { panel } = around;
  const column = table.columns[table.indexOf[field] ?? -1];
  const last = panel?.last.table.columns[panel.last.table.indexOf[field] ?? -1];
  if (!panel || !column || !last || column.dictionary) return undefined;
  const lastOf = (record: number): number | undefined => {
    const matched = panel.match(record, 'any');
    const amount = matched < 0 ? 0 : last.values[matched]!;
    return amount > 0 ? amount : undefined;
  };
  const ratios = positiveRecords(table, column).flatMap((record) => {
    const amount = lastOf(record);
    return amount === undefined ? [] : [column.values[record]! / amount];
  });
  if (ratios.length < leastOfGroup) return undefined;
  const [lowerQuartile, median, upperQuartile] = quartiles(ascending(ratios));
  return { ratios: { lowerQuartile, median, upperQuartile }, lastOf };
}
