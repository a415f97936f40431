/** As the tables of Statistics Sweden: halves up, totals from unrounded data. */
const toNearest = (value: number, step: number): number => Math.floor(value / step + 0.5) * step;

/** Salaries to whole hundreds of SEK. */
export const publishedSalary = (sek: number): number => toNearest(sek, 100);

/** Counts to whole hundreds, below 1000 to whole tens. */
export const publishedCount = (count: number): number => toNearest(count, count < 1000 ? 10 : 100);
