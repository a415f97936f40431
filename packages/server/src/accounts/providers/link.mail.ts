import { federationLetters } from '@insamling/texts';
import type { Letter } from '../../platform/mail/index.ts';

interface Sender {
  readonly serviceName: string;
  readonly organisation: { readonly phone: string };
}

/** Says that the account can be signed in to in another way; without a link and without who the person is there. */
export const linkedLetter = ({ serviceName: service, organisation: { phone } }: Sender, provider: string): Letter =>
  federationLetters.linked({ provider, service, phone });

export const unlinkedLetter = ({ serviceName: service, organisation: { phone } }: Sender, provider: string): Letter =>
  federationLetters.unlinked({ provider, service, phone });
