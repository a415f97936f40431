/** What a figure must be, and what it might be. All are upper limits: ratios to the floor, unless the unit says otherwise. */
export interface Goal {
  readonly number: `P${number}`;
  readonly what: string;
  readonly unit: '×' | 'B/record' | 'ms' | 'kB' | 'part';
  readonly must: number;
  readonly ambition: number;
}

/**
 * The engine's goals with all checks of November 2026. The floor is a program that reads the same bytes and counts separators and
 * line ends in one loop. `part`: of a warm full run, so that 1/500 is 0.002.
 */
export const goals = {
  P1: { number: 'P1', what: '60,000 records, CPU of the whole process', unit: '×', must: 5.5, ambition: 3 },
  P2: { number: 'P2', what: '1,250,000 records, CPU of the whole process', unit: '×', must: 4.5, ambition: 2 },
  P6: { number: 'P6', what: '60,000 records warm, to a warm scan', unit: '×', must: 5, ambition: 1.2 },
  P8: { number: 'P8', what: 'the nation, a delivery after the other in one process', unit: '×', must: 7, ambition: 2.5 },
  P9: { number: 'P9', what: '1,250,000 records, peak memory beyond Node and the file', unit: 'B/record', must: 300, ambition: 160 },
  P10: { number: 'P10', what: '60,000 records, peak memory to that of reading only', unit: '×', must: 1.8, ambition: 1.35 },
  P11: { number: 'P11', what: 'an open delivery, beyond its file', unit: 'B/record', must: 300, ambition: 160 },
  P12: { number: 'P12', what: 'one cell corrected among 60,000 records, median', unit: 'part', must: 1 / 500, ambition: 1 / 5000 },
  P12p99: { number: 'P12', what: 'one cell corrected among 60,000 records, 99 of 100', unit: 'ms', must: 1, ambition: 0.1 },
  P13: { number: 'P13', what: 'a correction among 1,250,000 records to one among 5,000', unit: '×', must: 5, ambition: 2 },
  P14: { number: 'P14', what: 'states after corrections that differ from a full run', unit: '×', must: 0, ambition: 0 },
  P15: { number: 'P15', what: 'every record wrong in one field, CPU to the file without', unit: '×', must: 1.5, ambition: 1.1 },
  P16: { number: 'P16', what: 'adverse structure, CPU to the file without', unit: '×', must: 3, ambition: 1.5 },
  P17: { number: 'P17', what: "first run in a browser's worker to first run in Node", unit: '×', must: 2, ambition: 1.2 },
  P18: { number: 'P18', what: "the page's longest task while its worker checks 60,000 records", unit: 'ms', must: 50, ambition: 16 },
  P19: { number: 'P19', what: 'engine, checks and code lists as the page loads them, gzip', unit: 'kB', must: 40, ambition: 15 },
  P20: { number: 'P20', what: 'a stored delivery with 500 corrections opened, to a warm full run', unit: '×', must: 4, ambition: 2.5 },
} as const satisfies Readonly<Record<string, Goal>>;
