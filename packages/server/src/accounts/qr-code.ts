import { encode } from 'uqr';
import { html, Html } from '../platform/http/index.ts';

/** White modules around the code that a reader needs. */
const quietZone = 4;

/** A QR code as inline SVG, black on white whatever the colours of the page; one unit is one module. */
export function qrCode(text: string, name: string): Html {
  const { data, size } = encode(text, { ecc: 'M', border: quietZone });
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return html`<svg role="img" aria-label="${name}" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">
    <rect width="${size}" height="${size}" fill="#fff" />
    <path d="${dark}" fill="#000" />
  </svg>`;
}
