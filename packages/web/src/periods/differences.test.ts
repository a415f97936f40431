import { expect, test } from 'vitest';
import { asParagraphs, asText, closesWhatIsOpen, differences, faultsIn, type PeriodDraft } from './differences.ts';

const period: PeriodDraft = {
  opensOn: '2026-11-20',
  dueOn: '2026-12-31',
  lastUploadOn: '2026-12-31',
  closesOn: '2026-12-31',
  texts: { heading: 'Inlämning', paragraphs: ['Ett.', 'Två.'], nextHeading: 'Nästa', nextParagraphs: [] },
};

test('nothing changed is no difference', () => {
  expect(differences(period, structuredClone(period))).toEqual([]);
});

test('a moved day is told with both days, a changed text by its name', () => {
  const draft = { ...period, dueOn: '2027-01-07', texts: { ...period.texts, paragraphs: ['Ett.'] } };
  expect(differences(period, draft)).toEqual(['Senaste dag: 31:a december 2026 blir 7:e januari 2027', 'Styckena är ändrade']);
});

test('paragraphs survive being edited as one text', () => {
  expect(asParagraphs(asText(['Ett.', 'Två.']))).toEqual(['Ett.', 'Två.']);
  expect(asParagraphs('\nEtt.\n \n\nTvå.\n')).toEqual(['Ett.', 'Två.']);
});

test('a period that is open is closed by a last day in the past, and by no other', () => {
  const closing = (closesOn: string) => closesWhatIsOpen(period, { ...period, closesOn }, '2026-12-24');
  expect(closing('2026-12-23')).toBe(true);
  expect(closing('2026-12-24')).toBe(false);
  expect(closing('2027-01-31')).toBe(false);
  expect(closesWhatIsOpen(period, { ...period, closesOn: '2026-12-01' }, '2027-01-01')).toBe(false);
  expect(closesWhatIsOpen(period, { ...period, closesOn: '2026-11-01' }, '2026-11-19')).toBe(false);
});

test('what is missing or mistyped is told by field', () => {
  expect(faultsIn(period)).toEqual({});
  expect(faultsIn({ ...period, opensOn: '', closesOn: '20261-12-31', texts: { ...period.texts, nextHeading: ' ' } })).toEqual({
    opensOn: 'Ange vilken dag perioden öppnar.',
    closesOn: 'Ange ett årtal med fyra siffror.',
    nextHeading: 'Skriv en rubrik för när perioden är den nästa.',
  });
});
