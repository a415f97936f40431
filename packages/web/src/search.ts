/** What stands after `?` in an address before anybody has looked at it. */
export type RawSearch = Readonly<Record<string, unknown>>;

/** One of the choices, or nothing when the address says something else. */
export function choiceOf<Name extends string, const Choice extends string>(
  search: RawSearch,
  name: Name,
  choices: readonly Choice[],
): { [N in Name]?: Choice } {
  const choice = choices.find((one) => one === search[name]);
  return (choice === undefined ? {} : { [name]: choice }) as { [N in Name]?: Choice };
}

/** A text that says something. */
export function textOf<Name extends string>(search: RawSearch, name: Name): { [N in Name]?: string } {
  const value = search[name];
  return (typeof value === 'string' && value !== '' ? { [name]: value } : {}) as { [N in Name]?: string };
}

/** A text that has the form asked for, or nothing. */
export function textLike<Name extends string>(search: RawSearch, name: Name, form: RegExp): { [N in Name]?: string } {
  const value = search[name];
  return (typeof value === 'string' && form.test(value) ? { [name]: value } : {}) as { [N in Name]?: string };
}

/** yyyy-mm-dd */
export const day = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** A page number from 1. */
export function wholeNumberOf<Name extends string>(search: RawSearch, name: Name): { [N in Name]?: number } {
  const number = Number(search[name]);
  return (Number.isSafeInteger(number) && number > 0 ? { [name]: number } : {}) as { [N in Name]?: number };
}

/** The part after `?`, with its question mark; empty when nothing is chosen. */
export function addressOf(search: RawSearch): string {
  const chosen = Object.entries(search).flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, String(value)]]));
  return chosen.length === 0 ? '' : `?${new URLSearchParams(chosen)}`;
}
