import { november2026 } from '../../editions/november-2026/index.ts';
import type { Edition } from '../../definition/survey-definition.ts';
import { withCells } from '../records.ts';
import { fileWith, monthly, type Examples, type RuleExample, untold } from './example.ts';

/** The edition with a list of expired labels, which the real one still lacks. */
const edition: Edition = {
  ...november2026,
  codeLists: {
    ...november2026.codeLists,
    'expired-labels': {
      id: 'expired-labels',
      name: 'Utgångna etiketter',
      completeness: 'incomplete',
      codes: [
        { code: '999901', name: 'Barnskötare, äldre kod', validToYear: 2025, facts: { successor: '402010' } },
        { code: '999902', name: 'Utgår i år', validToYear: 2026 },
      ],
    },
  },
};
const example = (says: string, aidLabel: string, raises: readonly string[], isHit = false): RuleExample => ({
  says,
  isHit,
  ...fileWith([withCells(monthly, { aidLabel })]),
  edition,
  raises,
});

export const expiredLabels: Examples = {
  'P09-04': [
    example('last used the year before', '999901', ['P09-04'], true),
    example('last used this year', '999902', ['P09-03']),
    example('in use', '402010', []),
    untold(example('none', '', ['P09-01'])),
    { ...untold(example('no list is loaded', '999901', ['P09-03'])), edition: november2026 },
  ],
};
