/** What is known of the browser somebody uses: names of products, or null. */
export interface DeviceNames {
  readonly browser: string | null;
  readonly system: string | null;
}

/** «Chrome på Windows»; where the browser does not say what it is, as much as is known. */
export const deviceInWords = ({ browser, system }: DeviceNames): string =>
  `${browser ?? 'Okänd webbläsare'}${system === null ? '' : ` på ${system}`}`;

/** The part «Inloggade enheter» of the card «Säkerhet». */
export const sessionTexts = {
  title: 'Inloggade enheter',
  help: 'Känner du inte igen en enhet? Logga ut den och byt sedan lösenord.',
  thisOne: 'Den här enheten',
  signedInAt: (instant: string): string => `Inloggad ${instant}`,
  lastSeenAt: (instant: string): string => `Senast aktiv ${instant}`,
  end: 'Logga ut',
  /** For a screen reader, in a list of several. */
  endNamed: (device: string, signedIn: string): string => `Logga ut ${device}, inloggad ${signedIn}`,
  endOthers: 'Logga ut alla andra',
  ended: 'Enheten är utloggad.',
  endedOthers: 'Alla andra enheter är utloggade.',
  onlyThis: 'Du är bara inloggad här.',
} as const;

/** Shown until it has been read: somebody knew the password but not the code. */
export const signInWarningTexts = {
  title: 'Någon har angett ditt lösenord',
  mailTitle: 'Någon har angett koden från ditt mejl',
  /** @param times  how often, @param instant  the last time, in words */
  text: (times: number, instant: string): string =>
    times === 1
      ? `Någon angav rätt lösenord men fel kod för ditt konto ${instant}.`
      : `Någon har angett rätt lösenord men fel kod för ditt konto ${times} gånger, senast ${instant}.`,
  unfinished: (times: number, instant: string): string =>
    times === 1
      ? `Någon angav rätt lösenord för ditt konto i en webbläsare vi inte känner igen, men gick inte vidare. Det var ${instant}.`
      : `Någon har ${times} gånger angett rätt lösenord för ditt konto i en webbläsare vi inte känner igen, men inte gått vidare, senast ${instant}.`,
  mailText: (times: number, instant: string): string =>
    times === 1
      ? `Någon bad om ett nytt lösenord och angav rätt kod från mejlet men fel kod från appen ${instant}.`
      : `Någon har bett om ett nytt lösenord och angett rätt kod från mejlet men fel kod från appen ${times} gånger, senast ${instant}.`,
  mailTodo: 'Var det du själv behöver du inte göra något. Annars kan någon läsa din e-post: byt lösenord till den, och sedan här.',
  todo: 'Var det du själv behöver du inte göra något. Annars bör du byta lösenord.',
  /** The password was changed after the last attempt. */
  todoDone: 'Lösenordet har bytts efter det. Du behöver inte göra något mer.',
  dismiss: 'Jag har läst',
} as const;
