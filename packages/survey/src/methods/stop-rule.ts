/** What is at stake in one record: its score, and |y − ŷ|. */
export interface Reviewable {
  readonly score: number;
  readonly deviation: number;
}

/**
 * How far to review: in descending score until the absolute deviations of what is left are at most the share t of the expected
 * total, so that errors cannot cancel each other.
 * @param total T, in the unit of the deviations
 * @param share t, default 0.002
 * @returns indexes to review, first the highest score (equal scores in the order given), and what is left then as a share of T
 */
export function reviewList(
  records: readonly Reviewable[],
  total: number,
  share = 0.002,
): { readonly review: readonly number[]; readonly before: number; readonly after: number } {
  const order = records.map((_, index) => index).sort((one, other) => records[other]!.score - records[one]!.score || one - other);
  // Added from the end, so that what is left is never a difference of two great sums.
  const left = new Float64Array(order.length + 1);
  for (let place = order.length - 1; place >= 0; place -= 1) left[place] = left[place + 1]! + Math.abs(records[order[place]!]!.deviation);
  let reviewed = 0;
  while (reviewed < order.length && left[reviewed]! > share * Math.abs(total)) reviewed += 1;
  const shareOf = (deviation: number): number =>
    total === 0 ? (deviation === 0 ? 0 : Number.POSITIVE_INFINITY) : deviation / Math.abs(total);
  return { review: order.slice(0, reviewed), before: shareOf(left[0]!), after: shareOf(left[reviewed]!) };
}
