import { domainToASCII, domainToUnicode } from 'node:url';

const local = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;
const label = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/;

/**
 * The one form an e-mail address is stored, compared and counted in: trimmed, NFC, small letters, domain as punycode.
 * Quoted and foreign local parts, comments, several recipients and letters that only look like others are refused, so that
 * this program and the mail library can never read an address differently.
 * @returns undefined for what no account can have as its address
 */
export function normaliseAddress(typed: string): string | undefined {
  const [name = '', domain = '', ...more] = typed.trim().split('@');
  // Before anything is folded: a Kelvin sign would become the letter k.
  if (more.length > 0 || name.length > 64 || !local.test(name)) return undefined;
  const spelled = domain.normalize('NFC').toLowerCase();
  const ascii = domainToASCII(spelled);
  if (ascii === '' || (spelled !== ascii && domainToUnicode(ascii) !== spelled)) return undefined;
  const labels = ascii.split('.');
  if (labels.length < 2 || !labels.every((one) => label.test(one)) || /^\d+$/.test(labels.at(-1) ?? '')) return undefined;
  const address = `${name.toLowerCase()}@${ascii}`;
  return address.length <= 254 ? address : undefined;
}

/** True for what a person may have meant as an address; the rest is answered with what is wrong with it. */
export const looksLikeAddress = (typed: string): boolean =>
  typed.trim().length <= 254 && /^[^\s\p{Cc}@,;<>()"]+@[^\s\p{Cc}@,;<>()"]+\.[^\s\p{Cc}@.,;<>()"]+$/u.test(typed.trim());
