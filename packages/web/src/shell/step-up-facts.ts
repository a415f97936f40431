import { useEffect, type ReactNode } from 'react';

/** One line of what is about to be confirmed. */
export interface ConfirmedFact {
  readonly name: string;
  readonly value: ReactNode;
}

const shown = new Map<string, readonly ConfirmedFact[]>();

/** What the page under the dialog has to say about a purpose, for example `submit`; nothing for most. */
export const factsOf = (purpose: string): readonly ConfirmedFact[] => shown.get(purpose) ?? [];

/** Says what the dialog «Bekräfta att det är du» shows beside the question, while the page that asks is open. */
export function useConfirmedFacts(purpose: string, facts: readonly ConfirmedFact[]): void {
  useEffect(() => {
    shown.set(purpose, facts);
    return () => void shown.delete(purpose);
  }, [purpose, facts]);
}
