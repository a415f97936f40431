/** Markup that is safe to put into a page: made only by the tag below. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Fill = Html | string | number | false | null | undefined | readonly Fill[];

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', '`': '&#96;' };

/** Text made harmless in content and in quoted attributes. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"'`]/g, (character) => escapes[character] ?? '');

/** Escapes every gap that is not markup itself; lists are joined, false and nothing leave no trace. */
export function html(pieces: TemplateStringsArray, ...fills: readonly Fill[]): Html {
  return new Html(pieces.reduce((text, piece, index) => text + (index === 0 ? '' : rendered(fills[index - 1])) + piece, ''));
}

function rendered(fill: Fill): string {
  if (fill === false || fill === null || fill === undefined) return '';
  if (fill instanceof Html) return fill.text;
  if (typeof fill === 'string') return escapeHtml(fill);
  if (typeof fill === 'number') return String(fill);
  return fill.map(rendered).join('');
}
