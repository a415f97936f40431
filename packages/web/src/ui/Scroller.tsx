import type { ReactNode } from 'react';

/** A wide table scrolls inside its own named area, which the keyboard can reach, so that the page never scrolls sideways. */
export function Scroller({
  label,
  className,
  children,
}: {
  readonly label: string;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  return (
    <div className={`scroller ${className ?? ''}`} role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
