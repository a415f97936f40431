import type { ReactNode } from 'react';

interface PagerProps {
  readonly label: string;
  readonly status: string;
  readonly previous: ReactNode;
  readonly next: ReactNode;
}

/** Back and forth between the pages of a list, with where one is. */
export function Pager({ label, status, previous, next }: PagerProps) {
  return (
    <nav className="pager" aria-label={label}>
      {previous}
      <span>{status}</span>
      {next}
    </nav>
  );
}
