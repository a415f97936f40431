import type { CorrectionEffectView, FindingView, Output } from '@insamling/contract';

/** A finding that the user has handled on this page, or is at work on with something unsaved, as it was then. */
export type Touched =
  | { readonly is: 'open'; readonly finding: FindingView }
  | { readonly is: 'fixed'; readonly finding: FindingView; readonly effect: CorrectionEffectView; readonly field: string }
  | { readonly is: 'fixedTogether'; readonly finding: FindingView; readonly effect: Output<'applyRemedy'>; readonly change: string }
  | { readonly is: 'explained'; readonly finding: FindingView };

/**
 * The findings to show: those the server lists, and those the user has handled or is at work on here, which would otherwise
 * vanish under the hands when a colleague solves them. In order of record; what the server says of a finding wins.
 */
export function withTouched(listed: readonly FindingView[], touched: ReadonlyMap<string, Touched>): readonly FindingView[] {
  const slots = new Set(listed.map(slotOf));
  const kept = [...touched].filter(([slot]) => !slots.has(slot)).map(([, { finding }]) => finding);
  if (kept.length === 0) return listed;
  return [...listed, ...kept].toSorted((a, b) => (a.record ?? 0) - (b.record ?? 0));
}

/** The place of a finding that stays the same when its values, and so its id, change. */
export const slotOf = ({ record, cells }: Pick<FindingView, 'record' | 'cells'>) =>
  `${record ?? 'file'} ${cells.map((cell) => cell.variable).join(' ')}`;
