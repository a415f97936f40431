import { problem } from '../platform/problem.ts';

const mostCharacters = 255;

/**
 * The name a file was chosen by, as data only: nothing on the disk is called so. Folders before it are dropped, characters
 * that steer the text around them are made visible, and it is cut to 255 characters without losing its ending.
 * @param encoded percent-encoded UTF-8
 * @throws Problem delivery.file-name-invalid
 */
export function fileName(encoded: string): string {
  let decoded: string;
  try {
    decoded = decodeURIComponent(encoded).normalize('NFC');
  } catch {
    throw problem('delivery.file-name-invalid');
  }
  const last = decoded
    .split(/[/\\]/)
    .at(-1)!
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '\ufffd')
    .trim();
  if (last === '' || /^\.+$/.test(last)) throw problem('delivery.file-name-invalid');
  const characters = [...last];
  if (characters.length <= mostCharacters) return last;
  const ending = [...(/\.[A-Za-z0-9]{1,10}$/.exec(last)?.[0] ?? '')];
  return [...characters.slice(0, mostCharacters - ending.length), ...ending].join('');
}
