/** Keys that lie beside each other on a keyboard, along and across, and what follows on each other in the alphabet. */
const paths = [
  '1234567890',
  'qwertyuiopå',
  'asdfghjklöä',
  'zxcvbnm',
  'abcdefghijklmnopqrstuvwxyzåäö',
  '1qaz',
  '2wsx',
  '3edc',
  '4rfv',
  '5tgb',
  '6yhn',
  '7ujm',
  '8ik',
  '9ol',
  '0p',
];

const beside = new Set(
  paths.flatMap((path) => [...path].slice(1).flatMap((key, place) => [`${path[place]}${key}`, `${key}${path[place]}`])),
);

/** What the keys of the digits write with shift, on Swedish and American keyboards. */
const shifted: Readonly<Record<string, string>> = Object.fromEntries([
  ...[...'!@#$%^&*()'].map((sign, place) => [sign, '1234567890'[place]!]),
  ...[...'"¤/='].map((sign, place) => [sign, '2470'[place]!]),
]);

/**
 * In how many runs of one key, of neighbouring keys or of the alphabet a password is typed: `1qaz@WSX` is one, `Aa123456!`
 * three, eight characters of chance about eight.
 */
export function keyboardRuns(password: string): number {
  const keys = [...password.normalize('NFC').toLowerCase()].map((sign) => shifted[sign] ?? sign);
  return keys.filter((key, place) => place === 0 || (key !== keys[place - 1] && !beside.has(`${keys[place - 1]}${key}`))).length;
}
