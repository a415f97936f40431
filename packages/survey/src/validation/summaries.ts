import type { Severity } from '../findings/finding.ts';
import type { FindingSummary, RuleCount } from '../findings/summary.ts';
import type { Slot } from './slot.ts';

/** Slots that are counted together: those of one rule with one severity, which stand side by side. */
interface Kind {
  readonly from: number;
  readonly to: number;
  told: RuleCount | undefined;
}

/** Counts of what has been found. A count that is what it was is told by the same object: after a correction nearly all are. */
export class Summaries {
  readonly #slots: readonly Slot[];
  readonly #notEvaluable: FindingSummary['notEvaluable'];
  readonly #kinds: readonly Kind[];

  /** @param slots in the order findings are listed */
  constructor(slots: readonly Slot[], notEvaluable: FindingSummary['notEvaluable']) {
    this.#slots = slots;
    this.#notEvaluable = notEvaluable;
    this.#kinds = kindsOf(slots);
  }

  /** Exact counts, also when nobody lists the findings. */
  now(): FindingSummary {
    const counts: RuleCount[] = [];
    const totals: Record<Severity, number> = { fatal: 0, error: 0, warning: 0, info: 0 };
    for (let place = 0; place < this.#kinds.length; place += 1) {
      const kind = this.#kinds[place]!;
      const count = this.#countOf(kind);
      if (count === 0) continue;
      const { rule, severity } = this.#slots[kind.from]!;
      if (kind.told?.count !== count) kind.told = { rule: rule.id, severity, count };
      counts.push(kind.told);
      totals[severity] += count;
    }
    const { fatal, error, warning, info } = totals;
    return { counts, fatal, errors: error, warnings: warning, infos: info, notEvaluable: this.#notEvaluable };
  }

  #countOf({ from, to }: Kind): number {
    let count = 0;
    for (let place = from; place < to; place += 1) {
      const { fileHits, bits } = this.#slots[place]!;
      count += fileHits.length + (bits?.count() ?? 0);
    }
    return count;
  }
}

function kindsOf(slots: readonly Slot[]): readonly Kind[] {
  const kinds: Kind[] = [];
  for (let from = 0, to = 0; from < slots.length; from = to) {
    while (to < slots.length && areOfOne(slots[from]!, slots[to]!)) to += 1;
    kinds.push({ from, to, told: undefined });
  }
  return kinds;
}

const areOfOne = (one: Slot, other: Slot): boolean => one.rule.id === other.rule.id && one.severity === other.severity;
