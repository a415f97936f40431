import type { TextVariant } from './accounts.ts';
import { counted } from './numbers.ts';

interface LetterWords {
  readonly subject: string;
  readonly paragraphs: readonly string[];
}

/** The letters of the account journey. */
export const accountLetters = {
  /** The link carries no token: who reads the letter must still prove the address. */
  invitation: ({ link, organisation }: { readonly link: string; readonly organisation: string }): LetterWords => ({
    subject: 'Välkommen till personalstatistiken',
    paragraphs: [
      'Hej',
      'Välkommen till personalstatistiken.',
      'Vänligen följ länken och klicka på "Har du fått en inbjudan eller har du glömt ditt lösenord?".',
      link,
      `Med vänlig hälsning,\n${organisation}`,
    ],
  }),
  code: ({
    email,
    code,
    minutes,
    service,
    variant,
  }: {
    readonly email: string;
    readonly code: string;
    readonly minutes: number;
    readonly service: string;
    readonly variant: TextVariant;
  }): LetterWords => ({
    subject: 'Verifiera din e-postadress',
    paragraphs: [
      'Verifiera din e-postadress',
      variant === 'reference' ? `Att du verifierar ditt ${email}-konto!` : `Tack för att du verifierar ditt konto ${email}.`,
      `Din kod är: ${code}`,
      `Koden gäller i ${counted(minutes, 'minut', 'minuter')}. Har du inte bett om en kod kan du bortse från mejlet.`,
      `Med vänlig hälsning\n${service}`,
    ],
  }),
} as const;
