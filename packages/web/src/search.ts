/** What stands after `?` in an address before anybody has looked at it. */
export type RawSearch = Readonly<Record<string, unknown>>;

/*
 * What is left out must be said: the router lays what a page makes of its address over the address as it was written, so that a name
 * which is only missing would keep its nonsense.
 */
const said = <Name extends string, Value>(name: Name, value: Value | undefined) => ({ [name]: value }) as { [N in Name]?: Value };

/** One of the choices, or nothing when the address says something else. */
export function choiceOf<Name extends string, const Choice extends string>(
  search: RawSearch,
  name: Name,
  choices: readonly Choice[],
): { [N in Name]?: Choice } {
  const choice = choices.find((one) => one === search[name]);
  return said<Name, Choice>(name, choice);
}

/** A text that says something. */
export const textOf = <Name extends string>(search: RawSearch, name: Name) => textLike(search, name, /[^]/);

/** A text that has the form asked for, or nothing. */
export function textLike<Name extends string>(search: RawSearch, name: Name, form: Form) {
  const value = search[name];
  return said<Name, string>(name, typeof value === 'string' && form.test(value) ? value : undefined);
}

interface Form {
  test(text: string): boolean;
}

const written = /^\d{4}-\d\d-\d\d$/;
/** yyyy-mm-dd, and a day that exists. */
export const day: Form = {
  test: (text) => written.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text),
};

const place = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}_\d{1,15}$/;
/** An instant, a chain and a number: where a page of the log ended. */
export const placeInLog: Form = { test: (text) => !Number.isNaN(Date.parse(place.exec(text)?.[1] ?? '')) };

const mostPages = 1_000_000;
/** A page number from 1. */
export function wholeNumberOf<Name extends string>(search: RawSearch, name: Name) {
  const number = Number(search[name]);
  return said<Name, number>(name, Number.isSafeInteger(number) && number > 0 && number <= mostPages ? number : undefined);
}

/** The part after `?`, with its question mark; empty when nothing is chosen. */
export function addressOf(search: RawSearch): string {
  const chosen = Object.entries(search).flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, String(value)]]));
  return chosen.length === 0 ? '' : `?${new URLSearchParams(chosen)}`;
}
