/** A letter as its writer makes it: plain text first; the HTML says the same. */
export interface Letter {
  readonly subject: string;
  readonly paragraphs: readonly string[];
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string) => text.replace(/[&<>"']/g, (character) => escapes[character] ?? '');

export const plainText = (letter: Letter): string => `${letter.paragraphs.join('\n\n')}\n`;

/** Simple HTML: no images, no tracking; an address on a line of its own becomes a link. */
export const simpleHtml = (letter: Letter): string =>
  `<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>${escape(letter.subject)}</title></head><body>${letter.paragraphs
    .map((paragraph) => `<p>${paragraph.split('\n').map(lineOf).join('<br>')}</p>`)
    .join('')}</body></html>`;

const lineOf = (line: string) => (/^https?:\/\/\S+$/.test(line) ? `<a href="${escape(line)}">${escape(line)}</a>` : escape(line));
