/** A test for `207008-207014|207029`: codes and inclusive ranges of codes of equal length. */
export function codeRanges(list: string): (code: string) => boolean {
  const single = new Set<string>();
  const ranges: (readonly [string, string])[] = [];
  for (const part of list.split('|')) {
    const [from = '', to] = part.split('-');
    if (to === undefined) single.add(from);
    else ranges.push([from, to]);
  }
  return (code) => single.has(code) || ranges.some(([from, to]) => code.length === from.length && code >= from && code <= to);
}
