import type { Period } from '@insamling/contract';
import { dayInWords, periodTexts } from '@insamling/texts';

export type PeriodDraft = Pick<Period, 'opensOn' | 'dueOn' | 'lastUploadOn' | 'closesOn' | 'texts'>;

const days = ['opensOn', 'dueOn', 'lastUploadOn', 'closesOn'] as const;
const texts = ['heading', 'paragraphs', 'nextHeading', 'nextParagraphs'] as const;

/** What a draft changes in a period, one sentence each. */
export function differences(before: PeriodDraft, draft: PeriodDraft): readonly string[] {
  return [
    ...days.flatMap((day) =>
      before[day] === draft[day] ? [] : [periodTexts.difference(periodTexts[day], dayInWords(before[day]), dayInWords(draft[day]))],
    ),
    ...texts.flatMap((text) => (String(before.texts[text]) === String(draft.texts[text]) ? [] : [periodTexts.textChanged[text]])),
  ];
}

/** What is wrong in a draft, by field. A date field takes a year of five digits, and nobody else does. */
export function faultsIn(draft: PeriodDraft): Partial<Record<(typeof days)[number] | 'heading' | 'nextHeading', string>> {
  const faults: ReturnType<typeof faultsIn> = {};
  for (const day of days) {
    if (draft[day] === '') faults[day] = periodTexts.dateMissing[day];
    else if (!/^\d{4}-/.test(draft[day])) faults[day] = periodTexts.yearTooLong;
  }
  for (const heading of ['heading', 'nextHeading'] as const)
    if (draft.texts[heading].trim() === '') faults[heading] = periodTexts.headingMissing[heading];
  return faults;
}

/** True when a draft ends what is open on the day: the server then wants the period's name typed. */
export const closesWhatIsOpen = (before: PeriodDraft, draft: PeriodDraft, today: string): boolean =>
  before.opensOn <= today && today <= before.closesOn && draft.closesOn < today;

/** Paragraphs as one text to edit, with an empty line between them. */
export const asText = (paragraphs: readonly string[]): string => paragraphs.join('\n\n');

/** The text back as paragraphs; more than one empty line is one. */
export const asParagraphs = (text: string): string[] =>
  text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
