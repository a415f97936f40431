/**
 * Isotonic regression by pooling adjacent violators: the never-falling numbers nearest the outcomes in squares. Calibrates
 * suspicion: how often a finding of that score led to a correction.
 * @param outcomes in the order of their scores, 1 = corrected
 */
export function isotonicRegression(outcomes: readonly number[]): number[] {
  const blocks: { sum: number; count: number }[] = [];
  for (const outcome of outcomes) {
    let block = { sum: outcome, count: 1 };
    for (let before = blocks.at(-1); before && before.sum * block.count >= block.sum * before.count; before = blocks.at(-1)) {
      block = { sum: before.sum + block.sum, count: before.count + block.count };
      blocks.pop();
    }
    blocks.push(block);
  }
  return blocks.flatMap(({ sum, count }) => Array.from({ length: count }, () => sum / count));
}
