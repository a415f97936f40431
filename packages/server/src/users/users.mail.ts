import { userLetters } from '@insamling/texts';
import type { Letter } from '../platform/mail/index.ts';

interface Sender {
  readonly publicUrl: string;
  readonly serviceName: string;
  readonly organisation: { readonly short: string; readonly phone: string };
}

/** What can be done to an account and concerns the person. */
export type UserChange = 'roleChanged' | 'blocked' | 'unblocked' | 'ended' | 'sessionsEnded';

const gaps = ({ publicUrl, serviceName, organisation }: Sender) => ({
  service: serviceName,
  sender: organisation.short,
  phone: organisation.phone,
  link: `${publicUrl}/logga-in`,
});

export const userLetter = (config: Sender, change: UserChange): Letter => userLetters[change](gaps(config));

/** To the person: what to do now, and until when. The link carries no token. */
export const resetLetter = (config: Sender, until: Date): Letter => userLetters.reset({ ...gaps(config), until: until.toISOString() });

/** To those who would notice that something is wrong; who it is, is said inside. @param unit  code; null for the collecting side */
export const resetNotice = (config: Sender, unit: string | null): Letter =>
  userLetters.resetNotice({ ...gaps(config), link: `${config.publicUrl}${unit === null ? '/granskning/anvandare' : `/e/${unit}/profil`}` });

export const waitingResetLetter = (config: Sender, accountId: string): Letter =>
  userLetters.resetAsked({ ...gaps(config), link: pageOf(config, accountId) });

export const waitingAdministratorLetter = (config: Sender, accountId: string): Letter =>
  userLetters.administratorAsked({ ...gaps(config), link: pageOf(config, accountId) });

export const administratorLetter = (config: Sender, accountId: string): Letter =>
  userLetters.newAdministrator({ ...gaps(config), link: pageOf(config, accountId) });

const pageOf = ({ publicUrl }: Sender, accountId: string) => `${publicUrl}/granskning/anvandare/${accountId}`;
