import { counted } from './numbers.ts';

/** Signing in with one's organisation: pages, the part in Profil, and what an organisation decides. */

interface OutcomeWords {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly reasons: readonly string[];
  readonly onward: 'sign-in' | 'start';
}

export const federationTexts = {
  link: 'Logga in med din organisation',

  choose: {
    title: 'Logga in med din organisation',
    intro: 'Välj hur du loggar in. Du skickas till leverantörens sida och kommer sedan tillbaka hit.',
    button: (provider: string): string => `Logga in med ${provider}`,
    before:
      'Det fungerar när du har ett konto här, din organisation har valt leverantören och du har kopplat den till ditt konto under Profil & enheter.',
  },

  onward: {
    title: (provider: string): string => `Du skickas vidare till ${provider}`,
    text: 'Händer inget? Välj knappen.',
    link: (provider: string): string => `Fortsätt till ${provider}`,
  },

  onwardTo: { 'sign-in': 'Till inloggningen', start: 'Till startsidan' },

  /** What came of a visit to a provider. */
  outcomes: {
    avbrutet: (provider: string): OutcomeWords => ({
      title: 'Inloggningen avbröts',
      paragraphs: [`Du avbröt hos ${provider}. Inget har ändrats.`],
      reasons: [],
      onward: 'sign-in',
    }),
    nekat: (provider: string): OutcomeWords => ({
      title: `Det gick inte att logga in med ${provider}`,
      paragraphs: ['Logga in med lösenord och kod från appen i stället. Det kan bero på något av det här:'],
      reasons: [
        `${provider} är inte kopplat till ett konto här. Du kopplar det själv under Profil & enheter när du är inloggad.`,
        `En organisation som du arbetar för har inte valt ${provider}.`,
        `Sättet du loggade in på hos ${provider} räcker inte här.`,
      ],
      onward: 'sign-in',
    }),
    'svarar-inte': (provider: string): OutcomeWords => ({
      title: `${provider} svarar inte just nu`,
      paragraphs: ['Felet är inte ditt. Försök igen om en stund, eller logga in med lösenord och kod från appen.'],
      reasons: [],
      onward: 'sign-in',
    }),
    'ej-kopplat': (provider: string): OutcomeWords => ({
      title: `${provider} kopplades inte`,
      paragraphs: [`Sättet du loggade in på hos ${provider} räcker inte här. Inget har ändrats.`],
      reasons: [],
      onward: 'start',
    }),
    upptaget: (provider: string, phone: string): OutcomeWords => ({
      title: `${provider} kopplades inte`,
      paragraphs: [
        `Din inloggning hos ${provider} hör redan till ett konto här, eller så har ditt konto redan en annan inloggning hos ${provider}. Inget har ändrats.`,
        `Ring oss på ${phone} om du inte känner igen det.`,
      ],
      reasons: [],
      onward: 'start',
    }),
    'ej-bekraftat': (provider: string): OutcomeWords => ({
      title: 'Det gick inte att bekräfta att det är du',
      paragraphs: [`Inloggningen hos ${provider} var inte den som är kopplad till ditt konto, eller så räcker den inte här.`],
      reasons: [],
      onward: 'start',
    }),
  },

  /** Part of «Säkerhet» in Profil. */
  profile: {
    heading: 'Inloggning med din organisation',
    intro: 'Koppla ett inloggningssätt som din organisation har valt. Sedan kan du logga in med det i stället för lösenord och app.',
    linkedSince: (day: string): string => `Kopplat den ${day}.`,
    lastUsed: (day: string): string => `Senast använt den ${day}.`,
    neverUsed: 'Inte använt än.',
    notOpen: 'Går inte att logga in med just nu: en organisation som du arbetar för har inte valt det.',
    link: (provider: string): string => `Koppla ${provider}`,
    unlink: 'Ta bort',
    unlinkOf: (provider: string): string => `Ta bort kopplingen till ${provider}`,
    unlinkTitle: (provider: string): string => `Ta bort kopplingen till ${provider}?`,
    unlinkHelp:
      'Du loggar sedan in med lösenord och kod från appen. Andra inloggningar som pågår med ditt konto avslutas, och den här också om du loggade in så.',
    unlinked: (provider: string): string => `Kopplingen till ${provider} är borttagen.`,
  },

  /** Beside the code in «Bekräfta att det är du». */
  stepUp: {
    button: (provider: string): string => `Bekräfta med ${provider}`,
    hint: 'Du lämnar sidan en stund. Gör om det du skulle göra när du är tillbaka.',
  },

  /** The card «Inloggning» on the collecting side. */
  policy: {
    heading: 'Inloggning',
    intro: (organisation: string): string => `Gäller alla som arbetar för ${organisation}.`,
    provider: 'Inloggning med organisationen',
    providerHelp: 'Vid sidan av lösenord och app. Den som arbetar för flera organisationer kan använda det först när alla har valt det.',
    none: 'Ingen',
    gone: (provider: string): string => `${provider} (finns inte längre)`,
    noProviders: 'Den som driver tjänsten har inte lagt in någon leverantör.',
    passkey: 'Kräv passkey',
    passkeyHelp: 'Lösenord och app räcker då inte, och inte heller inloggning med organisationen.',
    /** What happens at once when it is switched on. */
    passkeyBegins: (organisation: string): readonly string[] => [
      `När du sparar loggas alla som arbetar för ${organisation} ut, utom de som har loggat in med passkey. Det de inte har sparat går förlorat.`,
      'Den som har en passkey loggar in med den. Den som inte har någon lägger till en när den loggar in med lösenord och kod från appen.',
    ],
    /** The same when the provider is dropped or another chosen. */
    providerEnds: (provider: string, organisation: string): string =>
      `När du sparar loggas de som arbetar för ${organisation} och har loggat in med ${provider} ut. Det de inte har sparat går förlorat.`,
    concernsYou: 'Det gäller också dig, eftersom du har en roll i organisationen.',
    passkeyOn: 'Krävs',
    passkeyOff: 'Krävs inte',
    change: 'Ändra inloggning',
    dialogTitle: (organisation: string): string => `Ändra inloggning för ${organisation}`,
    saved: (signedOut: number): string =>
      signedOut === 0 ? 'Inloggningen är ändrad.' : `Inloggningen är ändrad. ${counted(signedOut, 'person', 'personer')} loggades ut.`,
  },
} as const;

interface LetterWords {
  readonly subject: string;
  readonly paragraphs: readonly string[];
}

/** Letters to the person when a provider was tied to the account, or no longer is. */
export const federationLetters = {
  linked: ({ provider, service, phone }: { readonly provider: string; readonly service: string; readonly phone: string }): LetterWords => ({
    subject: `${provider} är kopplat till ditt konto`,
    paragraphs: [
      'Hej',
      `Det går nu att logga in på ditt konto i ${service} med ${provider}.`,
      `Var det inte du? Ring oss genast på ${phone}.`,
      `Med vänlig hälsning\n${service}`,
    ],
  }),
  unlinked: ({
    provider,
    service,
    phone,
  }: {
    readonly provider: string;
    readonly service: string;
    readonly phone: string;
  }): LetterWords => ({
    subject: `${provider} är inte längre kopplat till ditt konto`,
    paragraphs: [
      'Hej',
      `Det går inte längre att logga in på ditt konto i ${service} med ${provider}.`,
      `Var det inte du? Ring oss genast på ${phone}.`,
      `Med vänlig hälsning\n${service}`,
    ],
  }),
} as const;
