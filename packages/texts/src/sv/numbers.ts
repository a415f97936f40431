/** What a language writes is loaded when it is asked for first: a command that answers in JSON starts without it. */
let whole: Intl.NumberFormat | undefined;

/** A whole number as Swedish writes it: 60 000, with a space that does not break the line. */
export const count = (n: number): string => (whole ??= new Intl.NumberFormat('sv-SE', { maximumFractionDigits: 0 })).format(n);

/** A number and its word: `counted(1, 'rad', 'rader')` → «1 rad», `counted(2, …)` → «2 rader». */
export const counted = (n: number, one: string, several: string): string => `${count(n)} ${n === 1 ? one : several}`;
