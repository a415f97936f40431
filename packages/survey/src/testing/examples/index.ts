import { againstLastYear } from './against-last-year.ts';
import type { Examples, RuleExample } from './example.ts';
import { expiredLabels } from './expired-labels.ts';
import { files } from './files.ts';
import { groups } from './groups.ts';
import { missingValues } from './missing-values.ts';
import { otherYears } from './other-years.ts';
import { rarerFaults } from './rarer-faults.ts';
import { timeAndPay } from './time-and-pay.ts';
import { whoAndWhere } from './who-and-where.ts';
import { work } from './work.ts';

const all: readonly Examples[] = [
  files,
  whoAndWhere,
  work,
  timeAndPay,
  groups,
  rarerFaults,
  againstLastYear,
  expiredLabels,
  otherYears,
  ...missingValues,
];

/** Every example of every rule. */
export const everyExample: readonly (RuleExample & { readonly rule: string })[] = all
  .flatMap((group) => Object.entries(group))
  .flatMap(([rule, examples]) => examples.map((example) => ({ rule, ...example })));
