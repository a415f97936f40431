/** Lists belong to rules, and are asked of many files: a test is made once. */
const made = new Map<string, (code: string) => boolean>();
/** More than the lists of a survey: where there are as many, they are of surveys that come and go. */
const mostKept = 500;

/** A test for `207008-207014|207029`: codes and inclusive ranges of codes of equal length. */
export function codeRanges(list: string): (code: string) => boolean {
  const known = made.get(list);
  if (known) return known;
  if (made.size >= mostKept) made.clear();
  const test = testOf(list);
  made.set(list, test);
  return test;
}

function testOf(list: string): (code: string) => boolean {
  const single = new Set<string>();
  const ranges: (readonly [string, string])[] = [];
  for (const part of list.split('|')) {
    const [from = '', to] = part.split('-');
    if (to === undefined) single.add(from);
    else ranges.push([from, to]);
  }
  return (code) => single.has(code) || ranges.some(([from, to]) => code.length === from.length && code >= from && code <= to);
}
