import { commonBases } from './common-passwords.ts';
import { keyboardRuns } from './keyboard-runs.ts';

export type CharacterClass = 'upper' | 'lower' | 'digit' | 'special';

/** Longest password; more would only be work for the machine. */
export const longestPassword = 256;

const classes: Readonly<Record<CharacterClass, RegExp>> = {
  upper: /\p{Lu}/u,
  lower: /\p{Ll}/u,
  digit: /\p{Nd}/u,
  special: /[^\p{L}\p{M}\p{Nd}]/u,
};

/** @returns the classes of characters the password lacks */
export const missingClasses = (password: string): CharacterClass[] =>
  (Object.keys(classes) as CharacterClass[]).filter((one) => !classes[one].test(password.normalize('NFC')));

/** Length as a person counts it: an emoji is one, å is one however it was composed. */
export const lengthOf = (password: string): number => [...password.normalize('NFC')].length;

/**
 * True for a password that leaked lists hold in some dress (`P@ssw0rd1`, `Sommar2026!`), that fingers walk over the keyboard
 * (`1qaz@WSX`, `Aa123456!`), or that is made of words that belong to this place or this person and little else.
 * @param words  service, organisation, the person's name and address: pieces of at least three letters count
 */
export function isCommon(password: string, words: readonly string[]): boolean {
  if (keyboardRuns(password) <= 3) return true;
  const plain = password.normalize('NFC').toLowerCase();
  const core = plain.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  const spelled = [core, undress(core), undress(plain), plain.replace(/[^\p{L}]/gu, '')];
  if (spelled.some((word) => commonBases.has(word) || commonBases.has(once(word)))) return true;
  const ours = [
    ...words.flatMap((word) =>
      word
        .normalize('NFC')
        .toLowerCase()
        .split(/[^\p{L}]+/u),
    ),
    ...placeWords,
  ]
    .filter((word) => word.length >= 3)
    .sort((a, b) => b.length - a.length);
  return spelled.some((word) => {
    const rest = ours.reduce((left, one) => left.replaceAll(one, ''), word);
    return rest !== word && rest.replace(/[^\p{L}]/gu, '').length < 4;
  });
}

const placeWords = [
  'personalstatistik',
  'novemberstatistik',
  'statistik',
  'personal',
  'kommunen',
  'kommun',
  'regionen',
  'region',
  'november',
  'portal',
  'insamling',
  'skr',
];

const dress: Readonly<Record<string, string>> = { '@': 'a', '4': 'a', '0': 'o', '1': 'i', '!': 'i', '3': 'e', $: 's', '5': 's', '7': 't' };
const undress = (word: string) => word.replace(/[@401!3$57]/g, (sign) => dress[sign] ?? '').replace(/[^\p{L}]/gu, '');

/** `hejhej` → `hej` */
const once = (word: string) => /^(.{3,})\1+$/u.exec(word)?.[1] ?? word;
