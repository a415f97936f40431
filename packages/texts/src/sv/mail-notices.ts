/** What a notice is filled with: the service's name, who sends it, and where to read on. */
interface Notice {
  readonly service: string;
  readonly sender: string;
  readonly link: string;
}

interface NoticeLetter {
  readonly subject: string;
  readonly paragraphs: readonly string[];
}

/** A notice says that something has happened and where to see it; never what, about whom or by whom. */
const notice = (sentence: string, { sender, link }: Notice): NoticeLetter => ({
  subject: sentence,
  paragraphs: ['Hej', sentence, `Logga in för att läsa mer:\n${link}`, `Med vänlig hälsning,\n${sender}`],
});

/** Letters that only say that something has happened in the service. */
export const noticeLetters = {
  message: (gaps: Notice) => notice(`Du har ett nytt meddelande i ${gaps.service}.`, gaps),
  extensionAnswered: (gaps: Notice) => notice(`Er begäran om uppskov har fått ett svar i ${gaps.service}.`, gaps),
  deliveryAccepted: (gaps: Notice) => notice(`Er inlämning har godkänts i ${gaps.service}.`, gaps),
  deliveryReturned: (gaps: Notice) => notice(`Er inlämning behöver kompletteras i ${gaps.service}.`, gaps),
  deliveryReopened: (gaps: Notice) => notice(`Er inlämning har öppnats för ändring i ${gaps.service}.`, gaps),
} as const;

/** Words that a reviewer's verdict writes by itself. */
export const verdictTexts = {
  /** Subject of the thread in which the reviewer says what must be completed. */
  returnedSubject: 'Begäran om komplettering',
} as const;
