import { expect, test } from 'vitest';
import { keepUnsaved, unsavedIn } from './unsaved-values.ts';

test('what is typed in a cell is kept by file, record and field until it is saved', () => {
  const [place, other, replaced] = [
    { fileId: 'f1', record: 3 },
    { fileId: 'f1', record: 4 },
    { fileId: 'f2', record: 3 },
  ];
  keepUnsaved(place, 'agreedEmploymentRate', '7');
  keepUnsaved(place, 'agreedEmploymentRate', '75');
  keepUnsaved(place, 'collectiveAgreement', '');
  keepUnsaved(other, 'agreedEmploymentRate', '5000');
  expect(unsavedIn(place)).toEqual(
    new Map([
      ['agreedEmploymentRate', '75'],
      ['collectiveAgreement', ''],
    ]),
  );
  expect(unsavedIn(replaced).size).toBe(0);
  keepUnsaved(place, 'agreedEmploymentRate', null);
  keepUnsaved(place, 'agreedEmploymentRate', null);
  expect([...unsavedIn(place).keys()]).toEqual(['collectiveAgreement']);
  expect([...unsavedIn(other).values()]).toEqual(['5000']);
  for (const one of [place, other]) for (const variable of unsavedIn(one).keys()) keepUnsaved(one, variable, null);
  expect([unsavedIn(place).size, unsavedIn(other).size]).toEqual([0, 0]);
});
