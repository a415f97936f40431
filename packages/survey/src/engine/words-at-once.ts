/** Words of answers filled at a time: 1,024 records. */
export const wordsAtOnce = 32;
