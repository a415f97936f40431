import { expect, test } from 'vitest';
import { remedyTexts } from './proposals.ts';

const nothing = { proposed: [], codes: [], codeCount: null, ranges: [] };

test.each([
  [{ ranges: [{ low: 0, high: 100 }] }, 'tillåtet: mellan 0 och 100'],
  [
    {
      ranges: [
        { low: 5, high: 5 },
        { low: 8, high: null },
      ],
    },
    'tillåtet: 5 eller minst 8',
  ],
  [{ ranges: [{ low: '1,00', high: '10,00' }] }, 'tillåtet: mellan 1,00 och 10,00'],
  [{ ranges: [{ low: null, high: 20_261_101 }] }, 'tillåtet: högst 20261101'],
  [
    {
      codes: [
        { code: '', name: '' },
        { code: 'M', name: 'Månadslön' },
        { code: 'T', name: 'T' },
      ],
      codeCount: 3,
    },
    'tillåtet: tomt, M (Månadslön), T',
  ],
  [{ codeCount: 1290 }, 'tillåtet: en av 1\u00a0290 koder'],
  [
    {
      proposed: [
        { text: '33500', mechanism: 'unit12' },
        { text: '33000', mechanism: 'lastYear' },
      ],
      ranges: [{ low: 1, high: null }],
    },
    '33500 (årslön i stället för månadslön) eller 33000 (så var det förra året); tillåtet: minst 1',
  ],
  [{}, ''],
])('what is known of a new value is said in words: %j', (known, words) => {
  expect(remedyTexts.words({ ...nothing, ...known })).toBe(words);
});
