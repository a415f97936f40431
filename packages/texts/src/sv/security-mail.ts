import { deviceInWords, type DeviceNames } from './devices.ts';

/** What has happened to an account that its owner is told of by letter. */
export type SecurityEvent =
  | 'credentials-set'
  | 'password-changed'
  | 'app-changed'
  | 'app-reset'
  | 'recovery-codes-made'
  | 'recovery-code-used'
  | 'passkey-added'
  | 'passkey-removed'
  | 'provider-linked'
  | 'provider-removed'
  | 'new-device'
  | 'wrong-app-codes'
  | 'wrong-codes-after-mail'
  | 'email-changed';

interface Gaps {
  /** When, in words. */
  readonly at: string;
  readonly service: string;
  readonly organisation: string;
  readonly phone: string;
  /** The browser of a new device. */
  readonly device: DeviceNames;
}

interface Words {
  readonly subject: string;
  readonly happened: (gaps: Gaps) => string;
  /** What to do, where it is not the usual. */
  readonly todo?: string;
}

const words: Readonly<Record<SecurityEvent, Words>> = {
  'credentials-set': {
    subject: 'Ditt konto är klart att använda',
    happened: ({ at, service }) => `Lösenord och autentiseringsapp registrerades för ditt konto i ${service} ${at}.`,
  },
  'password-changed': {
    subject: 'Ditt lösenord är ändrat',
    happened: ({ at, service }) => `Lösenordet till ditt konto i ${service} ändrades ${at}. Andra enheter har loggats ut.`,
  },
  'app-changed': {
    subject: 'Din autentiseringsapp är bytt',
    happened: ({ at, service }) => `En ny autentiseringsapp registrerades för ditt konto i ${service} ${at}. Den gamla gäller inte längre.`,
  },
  'app-reset': {
    subject: 'Din autentiseringsapp är nollställd',
    happened: ({ at, service }) =>
      `En administratör nollställde autentiseringsappen för ditt konto i ${service} ${at}. Du är utloggad från alla enheter.`,
    todo: 'Välj «Har du fått en inbjudan eller har du glömt ditt lösenord?» på inloggningssidan för att registrera appen på nytt. Gör det snart: möjligheten gäller en begränsad tid.',
  },
  'recovery-codes-made': {
    subject: 'Du har nya återställningskoder',
    happened: ({ at, service }) => `Nya återställningskoder skapades för ditt konto i ${service} ${at}. De gamla gäller inte längre.`,
  },
  'recovery-code-used': {
    subject: 'En återställningskod har använts',
    happened: ({ at, service }) => `En återställningskod användes för att logga in på ditt konto i ${service} ${at}.`,
  },
  'passkey-added': {
    subject: 'En passkey är tillagd',
    happened: ({ at, service }) => `En passkey lades till för ditt konto i ${service} ${at}.`,
  },
  'passkey-removed': {
    subject: 'En passkey är borttagen',
    happened: ({ at, service }) => `En passkey togs bort från ditt konto i ${service} ${at}.`,
  },
  'provider-linked': {
    subject: 'En inloggningstjänst är kopplad till ditt konto',
    happened: ({ at, service }) => `En inloggningstjänst kopplades till ditt konto i ${service} ${at}.`,
  },
  'provider-removed': {
    subject: 'En inloggningstjänst är bortkopplad',
    happened: ({ at, service }) => `En inloggningstjänst kopplades bort från ditt konto i ${service} ${at}.`,
  },
  'new-device': {
    subject: 'Ny inloggning',
    happened: ({ at, service, device }) =>
      `Någon loggade in på ditt konto i ${service} ${at} från en webbläsare vi inte känner igen: ${deviceInWords(device)}.`,
  },
  'wrong-app-codes': {
    subject: 'Fel kod efter rätt lösenord',
    happened: ({ at, service }) =>
      `Någon har angett rätt lösenord men fel kod för ditt konto i ${service} flera gånger, senast ${at}. Ingen har kommit in.`,
  },
  'wrong-codes-after-mail': {
    subject: 'Fel kod efter kod med e-post',
    happened: ({ at, service }) =>
      `Någon har bett om ett nytt lösenord för ditt konto i ${service} och angett rätt kod från mejlet men fel kod från appen flera gånger, senast ${at}. Ingen har kommit in.`,
    todo: 'Var det du behöver du inte göra något. Annars kan någon läsa din e-post: byt lösenord till den först.',
  },
  'email-changed': {
    subject: 'Din e-postadress är ändrad',
    happened: ({ at, service }) =>
      `E-postadressen för ditt konto i ${service} ändrades ${at}. Det här mejlet går både till den gamla och till den nya adressen.`,
  },
};

/** The letter about an event: what, when and what to do. It holds no secret, no name and no link. */
export function securityLetterWords(
  event: SecurityEvent,
  gaps: Gaps,
): { readonly subject: string; readonly paragraphs: readonly string[] } {
  const { subject, happened, todo } = words[event];
  return {
    subject: `${subject} – ${gaps.service}`,
    paragraphs: [
      'Hej',
      happened(gaps),
      ...(todo ? [todo] : ['Var det du behöver du inte göra något.']),
      `Var det inte du? Byt lösenord genast: gå till inloggningssidan som vanligt och välj «Har du fått en inbjudan eller har du glömt ditt lösenord?». Ring oss sedan på ${gaps.phone}.`,
      `Med vänlig hälsning,\n${gaps.organisation}`,
    ],
  };
}
