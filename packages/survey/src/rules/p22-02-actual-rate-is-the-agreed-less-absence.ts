import { above, all, any, field, minus, monthly, param } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** Monthly, agreedEmploymentRate > 0, and the absolute value of agreedEmploymentRate - absenceRate - actualEmploymentRate is above tolerance (1,00 percentage point). Not evaluable when actualEmploymentRate is 0 in every record of the file (field not delivered). */
export const p2202ActualRateIsTheAgreedLessAbsence: Rule = {
  id: 'P22-02',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'record',
  fields: ['actualEmploymentRate', 'agreedEmploymentRate', 'absenceRate', 'payForm'],
  suppressedBy: ['P21-01', 'P21-02', 'P21-03', 'P22-01', 'P26-01'],
  params: { tolerance: 100 },
  when: monthly,
  missing: 'neverSkip',
  logic: {
    kind: 'record',
    hit: all(
      above(field('agreedEmploymentRate'), 0),
      any(
        above(minus(minus(field('agreedEmploymentRate'), field('absenceRate')), field('actualEmploymentRate')), param('tolerance')),
        above(minus(field('actualEmploymentRate'), minus(field('agreedEmploymentRate'), field('absenceRate'))), param('tolerance')),
      ),
    ),
    unlessEmptyInFile: 'actualEmploymentRate',
  },
  source: 'derived',
  texts: {
    title: 'Faktisk grad stämmer inte',
    message: '{Fält:actualEmploymentRate} stämmer inte med överenskommen grad (fält 21) minus frånvaro (fält 26). Rätta eller kommentera.',
    why: 'Faktisk sysselsättningsgrad är den överenskomna minus frånvaron.',
    howToFix: 'Rätta det värde som är fel, eller kommentera.',
  },
};
