/** Eighteen salaries of one group, for the worked examples. */
export const salaries = [
  27500, 28100, 28400, 28900, 29300, 29600, 30200, 30800, 31500, 32300, 33400, 34900, 36800, 39500, 43800, 50400, 61500, 89000,
];

/** Salaries of twelve persons at two measurement times; the eleventh has lost a digit. */
export const lastYear = [30000, 31200, 28500, 45000, 52000, 26800, 33500, 38900, 29900, 41000, 27700, 60500];
export const thisYear = [30900, 32100, 29350, 46300, 53700, 27600, 34600, 40000, 30900, 42300, 2860, 62300];
