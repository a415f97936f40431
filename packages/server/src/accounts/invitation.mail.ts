import { accountLetters } from '@insamling/texts';
import type { Letter } from '../platform/mail/index.ts';

/** Welcomes an invited person. The link is made from the configured address and carries no token. */
export const invitationLetter = (config: { readonly publicUrl: string; readonly organisation: { readonly short: string } }): Letter =>
  accountLetters.invitation({ link: `${config.publicUrl}/logga-in`, organisation: config.organisation.short });
