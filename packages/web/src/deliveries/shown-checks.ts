import type { CheckView } from '@insamling/contract';
import type { ChecksSearch } from '../paths.ts';

/** Findings of a check that still want something: an error corrected, a warning corrected or explained. */
export function leftOf({ severity, count, handled }: Pick<CheckView, 'severity' | 'count' | 'handled'>): number {
  if (severity === 'info') return 0;
  return severity === 'warning' ? count - handled : count;
}

/** The checks that the address asks for: by severity or what is left, by a word in title, code or field, and in its order. */
export function shownChecks(
  checks: readonly CheckView[],
  { visa = 'alla', sok = '', ordning = 'viktigast' }: ChecksSearch,
): readonly CheckView[] {
  const word = sok.trim().toLocaleLowerCase('sv');
  const shown = checks.filter((check) => passes[visa](check) && (word === '' || wordsOf(check).includes(word)));
  const rankOf = ranks[ordning];
  return rankOf ? shown.toSorted((one, other) => rankOf(one) - rankOf(other)) : shown;
}

const passes: Record<NonNullable<ChecksSearch['visa']>, (check: CheckView) => boolean> = {
  alla: () => true,
  fel: ({ severity }) => severity === 'error' || severity === 'fatal',
  varningar: ({ severity }) => severity === 'warning',
  kvar: (check) => leftOf(check) > 0,
};

/** The least comes first; as the server has them, the worst first, where nothing is said. */
const ranks: Record<NonNullable<ChecksSearch['ordning']>, ((check: CheckView) => number) | undefined> = {
  viktigast: undefined,
  paverkan: ({ effect }) => -(effect?.percent ?? -1),
  antal: ({ count }) => -count,
  fil: ({ isOnFile, fields }) => (isOnFile ? 0 : (fields[0]?.number ?? 0)),
};

const wordsOf = ({ rule, title, fields }: CheckView) =>
  [rule, title, ...fields.flatMap(({ number, name }) => [String(number), name])].join(' ').toLocaleLowerCase('sv');
