import type { CheckView } from '@insamling/contract';
import type { ChecksSearch } from '../paths.ts';

/** Findings of a check that still want something: an error corrected, a warning corrected or explained. */
export function leftOf({ severity, count, handled }: Pick<CheckView, 'severity' | 'count' | 'handled'>): number {
  if (severity === 'info') return 0;
  return severity === 'warning' ? count - handled : count;
}

/** The checks that the address asks for: by severity or what is left, and by a word in title, code or field. */
export function shownChecks(checks: readonly CheckView[], { visa = 'alla', sok = '' }: ChecksSearch): readonly CheckView[] {
  const word = sok.trim().toLocaleLowerCase('sv');
  return checks.filter((check) => passes[visa](check) && (word === '' || wordsOf(check).includes(word)));
}

const passes: Record<NonNullable<ChecksSearch['visa']>, (check: CheckView) => boolean> = {
  alla: () => true,
  fel: ({ severity }) => severity === 'error' || severity === 'fatal',
  varningar: ({ severity }) => severity === 'warning',
  kvar: (check) => leftOf(check) > 0,
};

const wordsOf = ({ rule, title, fields }: CheckView) => [rule, title, ...fields].join(' ').toLocaleLowerCase('sv');
