import { noticeLetters, verdictTexts } from '@insamling/texts';
import type { Letter } from '../platform/mail/index.ts';

export type Verdict = 'accepted' | 'returned' | 'reopened';

const letters = {
  accepted: noticeLetters.deliveryAccepted,
  returned: noticeLetters.deliveryReturned,
  reopened: noticeLetters.deliveryReopened,
};

/** Tells a unit's people what has become of the delivery, without a word of what is in it. */
export const verdictLetter = (
  config: { readonly serviceName: string; readonly publicUrl: string; readonly organisation: { readonly short: string } },
  verdict: Verdict,
  unit: string,
): Letter =>
  letters[verdict]({ service: config.serviceName, sender: config.organisation.short, link: `${config.publicUrl}/e/${unit}/inlamning` });

/** Subject of the thread in which a reviewer says what must be completed. */
export const returnedSubject: string = verdictTexts.returnedSubject;
