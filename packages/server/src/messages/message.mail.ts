import { noticeLetters } from '@insamling/texts';
import type { Letter } from '../platform/mail/index.ts';
import type { Side } from './thread.ts';

/** Tells somebody that there is something to read, and nothing of it. */
export const messageLetter = (
  config: { readonly serviceName: string; readonly publicUrl: string; readonly organisation: { readonly short: string } },
  to: Side,
  unit: string,
): Letter =>
  noticeLetters.message({
    service: config.serviceName,
    sender: config.organisation.short,
    link: to === 'collecting' ? `${config.publicUrl}/granskning/meddelanden` : `${config.publicUrl}/e/${unit}/meddelanden`,
  });
