/** What the kernel `answer` can do: the numbers that `packages/survey/assembly/answers.ts` knows them by. */
export const operations = {
  fill: 0,
  range: 1,
  longRange: 2,
  lookUp: 3,
  lookUpSmall: 4,
  allOf: 5,
  anyOf: 6,
  notOf: 7,
  firstOnlyOf: 8,
  days: 9,
  pushColumn: 10,
  pushConstant: 11,
  pushById: 12,
  binary: 13,
  absolute: 14,
  compare: 15,
  lookUpFlags: 16,
} as const;

/** Two numbers made one. */
export const combining = { plus: 0, minus: 1, times: 2, over: 3, least: 4, greatest: 5 } as const;

/** How two numbers are compared. */
export const comparing = { less: 0, lessOrEqual: 1, equal: 2 } as const;

/** What stands in a table of numbers by id: see the kernel `numbersById`. */
export const tableKinds = { eightBytes: 0, fourBytes: 1, wholeOrNone: 2 } as const;
