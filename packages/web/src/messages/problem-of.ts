import { messageTexts } from '@insamling/texts';
import { holdsPersonalNumber } from '@insamling/survey/personal-number';

/** What is wrong with something written; nothing when it may be sent. */
export function problemOf(text: string, whenEmpty: string): string | undefined {
  if (text.trim() === '') return whenEmpty;
  return holdsPersonalNumber(text) ? messageTexts.holdsPersonalNumber : undefined;
}
