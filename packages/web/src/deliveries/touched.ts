import type { CorrectionEffectView, FindingView, Output } from '@insamling/contract';

/** A finding that the user has handled on this page, or is at work on with something unsaved, as it was then. */
export type Touched =
  | { readonly is: 'open'; readonly finding: FindingView }
  | { readonly is: 'fixed'; readonly finding: FindingView; readonly effect: CorrectionEffectView; readonly field: string }
  | { readonly is: 'fixedTogether'; readonly finding: FindingView; readonly effect: Output<'applyRemedy'>; readonly change: string }
  | { readonly is: 'explained'; readonly finding: FindingView };

/** Where in the list it stood then. */
export type Placed = Touched & { readonly place: number };

/**
 * The findings to show: those the server lists, and those the user has handled or is at work on here, which would otherwise
 * vanish under the hands when a colleague solves them. They keep their places; what the server says of a finding wins.
 */
export function withTouched(listed: readonly FindingView[], touched: ReadonlyMap<string, Placed>): readonly FindingView[] {
  const slots = new Set(listed.map(slotOf));
  const kept = [...touched].filter(([slot]) => !slots.has(slot)).map(([, one]) => one);
  const shown = [...listed];
  for (const { place, finding } of kept.toSorted((one, other) => one.place - other.place)) shown.splice(place, 0, finding);
  return shown;
}

/** The findings in whose records something unsaved stands: at work on, from the first look. */
export const stillOpen = (listed: readonly FindingView[], hasUnsaved: (record: number) => boolean): ReadonlyMap<string, Placed> =>
  new Map(
    listed.flatMap((finding, place) =>
      finding.record !== null && hasUnsaved(finding.record) ? [[slotOf(finding), { is: 'open', finding, place }] as const] : [],
    ),
  );

/** The place of a finding that stays the same when its values, and so its id, change. */
export const slotOf = ({ record, cells }: Pick<FindingView, 'record' | 'cells'>) =>
  `${record ?? 'file'} ${cells.map((cell) => cell.variable).join(' ')}`;

/** With other values a finding has another id: the same check on the same cells is the same finding to the reader. */
const isRaisedAgain = ({ raised }: CorrectionEffectView, finding: FindingView): boolean =>
  raised.some((one) => one.rule === finding.rule && slotOf(one) === slotOf(finding));

/**
 * Whether a correction solved a finding of its record.
 * @param isGone it was known to be solved already, or what the page knew of it was old
 */
export const isSolvedBy = (effect: CorrectionEffectView, finding: FindingView, isGone = false): boolean =>
  !isRaisedAgain(effect, finding) &&
  (isGone || effect.resolved.some(({ rule, record }) => rule === finding.rule && record === finding.record));
