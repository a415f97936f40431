import { instantInWords, securityLetterWords, type DeviceNames, type SecurityEvent } from '@insamling/texts';
import type { Letter } from '../platform/mail/index.ts';

export type { SecurityEvent } from '@insamling/texts';

interface Sender {
  readonly serviceName: string;
  readonly organisation: { readonly short: string; readonly phone: string };
}

/** Tells the owner of an account what has happened to it. No secret is in it, no name, and no link to follow. */
export const securityLetter = (
  { serviceName, organisation }: Sender,
  event: SecurityEvent,
  at: Date,
  device: DeviceNames = { browser: null, system: null },
): Letter =>
  securityLetterWords(event, {
    at: instantInWords(at.toISOString()),
    service: serviceName,
    organisation: organisation.short,
    phone: organisation.phone,
    device,
  });
