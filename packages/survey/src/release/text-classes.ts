import { codeRanges } from '../kernels/code-ranges.ts';

/** A question to the text of one field that a finite number of texts can stand for. */
export type TextQuestion =
  | { readonly asks: 'among'; readonly codes: ReadonlySet<string> }
  /** Codes and ranges of digits. */
  | { readonly asks: 'ranges'; readonly codes: string }
  | { readonly asks: 'digits'; readonly least: number; readonly most: number }
  | { readonly asks: 'letter' | 'digit' | 'empty' };

export function answers(question: TextQuestion): (text: string) => boolean {
  switch (question.asks) {
    case 'among':
      return (text) => question.codes.has(text);
    case 'ranges':
      return codeRanges(question.codes);
    case 'digits':
      return (text) => text.length >= question.least && text.length <= question.most && /^[0-9]+$/.test(text);
    case 'letter':
      return (text) => /\p{L}/u.test(text);
    case 'digit':
      return (text) => /[0-9]/.test(text);
    case 'empty':
      return (text) => text === '';
  }
}

/** Whether every range of the list is one of digits, so that texts can stand for it. */
export const areRangesOfDigits = (codes: string): boolean =>
  codes.split('|').every((part) => !part.includes('-') || /^([0-9]+)-([0-9]+)$/.test(part));

/**
 * One text for each way in which texts can answer all these questions, the missing one first. Texts that are named by no
 * question are alike between two ends of ranges, and else by their length and by what they hold.
 */
export function textClasses(questions: readonly TextQuestion[]): string[] {
  const named = new Set<string>(['']);
  const ends = new Set<string>();
  const lengths = new Set<number>();
  for (const question of questions) {
    if (question.asks === 'among') for (const code of question.codes) named.add(code);
    if (question.asks === 'ranges')
      for (const part of question.codes.split('|')) {
        const [from = '', to] = part.split('-');
        named.add(from);
        if (to !== undefined && from.length === to.length) for (const end of [from, to]) ends.add(end);
      }
    if (question.asks === 'digits')
      for (const length of [question.least, question.most])
        lengths
          .add(length)
          .add(length + 1)
          .add(Math.max(1, length - 1));
  }
  for (const end of ends) lengths.add(end.length);
  const classes = new Set([...named, ...ends]);
  for (const text of between([...ends], named)) classes.add(text);
  for (const length of [...lengths].filter((one) => one > 0 && one <= 40))
    for (const text of outside(length, [...ends], named)) classes.add(text);
  for (const start of ['\u00a4', 'q\u00a4', '7\u00a4', 'q7\u00a4']) {
    let text = start;
    while (named.has(text)) text += '\u00a4';
    classes.add(text);
  }
  return [...classes];
}

/** A text that nobody names between each two neighbouring ends of the same length, where there is one. */
function between(ends: readonly string[], named: ReadonlySet<string>): string[] {
  const sorted = [...ends].sort((one, other) => one.length - other.length || (one < other ? -1 : 1));
  return sorted.flatMap((end, place) => {
    const next = sorted[place + 1];
    return next !== undefined && next.length === end.length ? unnamed(BigInt(end) + 1n, BigInt(next) - 1n, end.length, named) : [];
  });
}

/** Digits of a length outside the ends of that length, and where there are none any that nobody names. */
function outside(length: number, ends: readonly string[], named: ReadonlySet<string>): string[] {
  const own = ends
    .filter((end) => end.length === length)
    .map(BigInt)
    .sort((one, other) => (one < other ? -1 : one > other ? 1 : 0));
  const most = 10n ** BigInt(length) - 1n;
  const first = own[0];
  const last = own.at(-1);
  if (first === undefined || last === undefined) return unnamed(0n, most, length, named);
  return [...unnamed(0n, first - 1n, length, named), ...unnamed(last + 1n, most, length, named)];
}

/** The first number of these that nobody names, as that many digits; none where every one is named. */
function unnamed(from: bigint, to: bigint, length: number, named: ReadonlySet<string>): string[] {
  for (let number = from; number <= to; number += 1n) {
    const text = String(number).padStart(length, '0');
    if (!named.has(text)) return [text];
  }
  return [];
}
