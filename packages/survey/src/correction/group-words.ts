import type { Slot } from '../validation/slot.ts';
import type { Validation } from '../validation/validation.ts';

/** Whether the words of a finding name another of its group, what they are together, or a match that hangs on who is in it. */
export function speaksOfItsGroup({ groupTests }: Validation, slot: Slot): boolean {
  return groupTests.has(slot) && /\{(?:rad1|rad2|summa|namn1|namn2|antal|nedre|övre|förra|procent)[|}]/.test(slot.rule.texts.message);
}

/**
 * What the words of a finding of the slot hang on beside its record: where that is the same, so are the words. Where they name the
 * corrected record it never is.
 */
export function tellsOf({ groupTests, around }: Validation, slot: Slot, corrected: number, when: string): (record: number) => string {
  const { firstOther, sum, number, limits } = groupTests.get(slot)!;
  const { logic } = slot.rule;
  const match = logic.kind === 'panel' || logic.kind === 'hidiroglouBerthelot' ? logic.match : undefined;
  return (record) => {
    const other = firstOther?.(record);
    const { lower, upper } = limits?.(record) ?? {};
    const last = match && around.panel?.match(record, match);
    return [other === corrected ? when : other, sum?.(record), number?.(record), lower, upper, last].join(' ');
  };
}
