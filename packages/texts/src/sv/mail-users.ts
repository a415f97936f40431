import { instantInWords } from './dates.ts';

/** What a letter about an account is filled with. `link` carries no token. */
interface Gaps {
  readonly service: string;
  readonly sender: string;
  readonly phone: string;
  readonly link: string;
}

interface LetterWords {
  readonly subject: string;
  readonly paragraphs: readonly string[];
}

const letter = (subject: string, { sender }: Gaps, ...paragraphs: readonly string[]): LetterWords => ({
  subject,
  paragraphs: ['Hej', ...paragraphs, `Med vänlig hälsning,\n${sender}`],
});

const unexpected = ({ phone }: Gaps) => `Hade du inte väntat dig det? Ring oss på ${phone}.`;

/** Letters that say what an administrator has done to an account: never whose it is, and never by whom. */
export const userLetters = {
  roleChanged: (gaps: Gaps) =>
    letter(`Din roll i ${gaps.service} har ändrats`, gaps, 'Logga in för att se vad du kan göra:', gaps.link, unexpected(gaps)),
  blocked: (gaps: Gaps) =>
    letter(
      `Ditt konto i ${gaps.service} är spärrat`,
      gaps,
      `Du kan inte logga in förrän spärren är hävd. Ring oss på ${gaps.phone} om du har frågor.`,
    ),
  unblocked: (gaps: Gaps) =>
    letter(`Ditt konto i ${gaps.service} är öppet igen`, gaps, 'Spärren är hävd och du kan logga in:', gaps.link, unexpected(gaps)),
  ended: (gaps: Gaps) =>
    letter(
      `Ditt konto i ${gaps.service} är avslutat`,
      gaps,
      'Ditt namn, din e-postadress och ditt telefonnummer är borttagna hos oss.',
      unexpected(gaps),
    ),
  sessionsEnded: (gaps: Gaps) =>
    letter(
      `Du har loggats ut från ${gaps.service}`,
      gaps,
      'En administratör har loggat ut dig överallt. Du kan logga in på nytt:',
      gaps.link,
      unexpected(gaps),
    ),
  reset: (gaps: Gaps & { readonly until: string }) =>
    letter(
      `Din inloggning i ${gaps.service} har återställts`,
      gaps,
      'Appen som du loggade in med gäller inte längre, och inte lösenordet heller.',
      `Registrera en ny app och välj ett nytt lösenord senast ${instantInWords(gaps.until)}. Följ länken och klicka på "Har du fått en inbjudan eller har du glömt ditt lösenord?".`,
      gaps.link,
      `Har du inte bett om det? Ring oss genast på ${gaps.phone}.`,
    ),
  resetNotice: (gaps: Gaps) =>
    letter(
      `En persons inloggning i ${gaps.service} har återställts`,
      gaps,
      'Logga in för att se vem det gäller. Fråga personen om det stämmer.',
      gaps.link,
      `Stämmer det inte? Ring oss genast på ${gaps.phone}.`,
    ),
  resetAsked: (gaps: Gaps) =>
    letter(
      `En återställning i ${gaps.service} väntar på en andra administratör`,
      gaps,
      'En administratörs inloggning ska återställas. Ring upp personen innan du bekräftar.',
      gaps.link,
    ),
  administratorAsked: (gaps: Gaps) =>
    letter(
      `En ny administratör i ${gaps.service} väntar på att du eller en kollega bekräftar`,
      gaps,
      'En administratör vill ge en person rollen administratör. Logga in för att se vem det är, och fråga din kollega innan du bekräftar.',
      gaps.link,
      `Känner du inte till det? Avslå, och ring oss på ${gaps.phone}.`,
    ),
  newAdministrator: (gaps: Gaps) =>
    letter(
      `${gaps.service} har fått en ny administratör`,
      gaps,
      'Logga in för att se vem det är.',
      gaps.link,
      `Stämmer det inte? Ring oss genast på ${gaps.phone}.`,
    ),
} as const;
