/**
 * Headers of an answer that is to be kept as a file and never shown as a page of ours: a name in two spellings (RFC 6266, RFC 8187),
 * and a policy under which nothing in it runs, should a browser show it all the same.
 * @param name      whatever somebody called it
 * @param fallback  the same for those who read ASCII only; ours, never somebody's
 */
export const attachmentHeaders = (name: string, fallback: string): Record<string, string> => ({
  'content-disposition': `attachment; filename="${fallback.replace(/[^\w.-]/g, '_')}"; filename*=UTF-8''${encoded(name)}`,
  'content-security-policy': "default-src 'none'; sandbox; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
});

/** Percent-encoded UTF-8 of everything but RFC 8187's attr-char; half a surrogate pair is no character. */
const encoded = (name: string): string =>
  encodeURIComponent(name.toWellFormed()).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
