/** What stands in a search field beside what is searched for, which comes from outside and comes late. */
export interface Typing {
  readonly text: string;
  /** What is searched for, as far as is known here. */
  readonly value: string;
  /** What has been asked for and has not come back yet. */
  readonly asked: readonly string[];
}

export const begun = (value: string): Typing => ({ text: value, value, asked: [] });

/** What to search for when the typing pauses, without the spaces around it; undefined when that is done already. */
export function wish({ text, value, asked }: Typing): string | undefined {
  const word = text.trim();
  return word === (asked.at(-1) ?? value).trim() ? undefined : word;
}

export const asking = (now: Typing, word: string): Typing => ({ ...now, asked: [...now.asked, word] });

/** What is searched for has changed: an echo of what was typed leaves the text alone, anything else is taken over. */
export function received(now: Typing, value: string): Typing {
  if (value === now.value) return now;
  const place = now.asked.indexOf(value);
  return place < 0 ? begun(value) : { ...now, value, asked: now.asked.slice(place + 1) };
}
