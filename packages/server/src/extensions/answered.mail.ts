import { noticeLetters } from '@insamling/texts';
import type { Letter } from '../platform/mail/index.ts';

/** Tells a unit's people that their request has an answer, without saying which. */
export const answeredLetter = (
  {
    serviceName,
    publicUrl,
    organisation,
  }: { readonly serviceName: string; readonly publicUrl: string; readonly organisation: { readonly short: string } },
  unit: string,
): Letter => noticeLetters.extensionAnswered({ service: serviceName, sender: organisation.short, link: `${publicUrl}/e/${unit}/uppskov` });
