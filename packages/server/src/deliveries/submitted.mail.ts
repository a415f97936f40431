import { instantInWords, receiptLetter } from '@insamling/texts';
import type { Config } from '../config.ts';
import type { Letter } from '../platform/mail/index.ts';

/** What the person who submitted gets: that it happened, and where the receipt is. Nothing of the data. */
export function submittedLetter(
  config: Config,
  { number, unitCode, at }: { readonly number: string; readonly unitCode: string; readonly at: Date },
): Letter {
  return receiptLetter({
    number,
    at: instantInWords(at.toISOString()),
    service: config.serviceName,
    address: `${config.publicUrl}/e/${unitCode}/kvittens/${number}`,
    organisationShort: config.organisation.short,
  });
}
