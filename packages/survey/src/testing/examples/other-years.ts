import { november2026 } from '../../editions/november-2026/index.ts';
import { withCells, type Cells } from '../records.ts';
import { doctor, fileWith, monthly, notFor, type Examples, type RuleExample } from './example.ts';

/** The same check in November of another year. */
function inYear(referenceYear: number, rule: string, cells: Cells, isHit: boolean, on = monthly): RuleExample {
  const rules = november2026.rules.filter(({ id }) => id === rule);
  const edition = { ...november2026, referenceYear, rules };
  return { says: `in ${referenceYear}`, isHit, ...fileWith([withCells(on, cells)]), edition, raises: isHit ? [rule] : [] };
}

/** Codes that came or went with a year. */
export const otherYears: Examples = {
  'P10-03': [
    inYear(2019, 'P10-03', { responsibilityCode: 'L' }, true, doctor),
    notFor(inYear(2018, 'P10-03', { responsibilityCode: 'L' }, false, doctor)),
  ],
  'P16-03': [inYear(2017, 'P16-03', { employmentForm: '5' }, true), notFor(inYear(2016, 'P16-03', { employmentForm: '5' }, false))],
};
