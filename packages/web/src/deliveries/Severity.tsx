import type { CheckView } from '@insamling/contract';
import { deliveryTexts } from '@insamling/texts';
import style from './severity.module.css';

/** The severity in a shape and a word: octagon for Fel, triangle for Varning, circle for Upplysning. */
export function Severity({ is }: { readonly is: CheckView['severity'] }) {
  const kind = is === 'fatal' ? 'error' : is;
  return (
    <span className={`${style['severity']} ${style[kind]}`}>
      <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
        {shapes[kind]}
      </svg>
      {deliveryTexts.severities[is]}
    </span>
  );
}

const shapes = {
  error: (
    <>
      <path d="M6.3 1.5h7.4l4.8 4.8v7.4l-4.8 4.8H6.3l-4.8-4.8V6.3z" fill="currentColor" />
      <path d="M6.8 6.8l6.4 6.4M13.2 6.8l-6.4 6.4" stroke="var(--surface)" strokeWidth="2" />
    </>
  ),
  warning: (
    <>
      <path d="M10 1.5 19 18H1z" fill="currentColor" />
      <path d="M10 7v5M10 14v2" stroke="var(--surface)" strokeWidth="2" />
    </>
  ),
  info: (
    <>
      <circle cx="10" cy="10" r="8.5" fill="currentColor" />
      <path d="M10 9v6M10 5v2" stroke="var(--surface)" strokeWidth="2" />
    </>
  ),
};
