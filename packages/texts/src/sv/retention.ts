import { counted } from './numbers.ts';

const days = (n: number) => counted(n, 'dag', 'dagar');
const years = (n: number) => counted(n, 'år', 'år');
const hours = (n: number) => counted(n, 'timme', 'timmar');

/** Words of «Gallring»: what is erased when it has been kept for its time. */
export const retentionTexts = {
  kinds: {
    'account-without-role': 'Konton utan roll',
    'unused-invitation': 'Inbjudningar som inte har använts',
    letter: 'Mejl som inte har kunnat skickas',
    delivery: 'Inlämningar',
    thread: 'Meddelandetrådar',
    'extension-request': 'Begäranden om uppskov',
    session: 'Inloggningar som har gått ut',
    'unfinished-step': 'Påbörjade steg som har gått ut',
    device: 'Webbläsare som inte har använts',
    'tries-of-address': 'Räknade kodmejl och fel lösenord',
    'use-of-limits': 'Räknade anrop och uppladdningar',
    reading: 'Anteckningar om vem som just läser',
    'audit-event': 'Händelser i händelseloggen',
  },
  /** How long each is kept, for who reads; the number is the setting's, where one decides it. */
  keptFor: {
    'account-without-role': (n: number) => `${days(n)} efter den sista rollen`,
    'unused-invitation': (n: number) => `${days(n)} efter att inbjudan gick ut`,
    letter: days,
    delivery: (n: number) => `${years(n)} efter att insamlingen stängde`,
    thread: (n: number) => `${years(n)} efter det senaste meddelandet`,
    'extension-request': (n: number) => `${years(n)} efter ansökan`,
    session: (n: number) => `${hours(n)}, så länge en inloggning får vara`,
    'unfinished-step': () => 'Tills steget går ut, högst en halvtimme',
    device: () => '400 dagar, så länge som kakan i webbläsaren',
    'tries-of-address': hours,
    'use-of-limits': () => 'Två timmar',
    reading: () => 'Två dagar',
    'audit-event': years,
  },
  forEver: 'Utan slut',
  /** For who runs the portal: the setting that decides it, or why there is none. */
  kept: {
    'account-without-role': 'Dagar efter den sista rollen: KEEP_WITHOUT_ROLE_DAYS',
    'unused-invitation': 'Dagar efter att inbjudan gick ut: KEEP_INVITATION_DAYS',
    letter: 'Dagar: KEEP_LETTER_DAYS',
    delivery: 'År efter att insamlingen stängde: KEEP_DELIVERY_YEARS',
    thread: 'År efter det senaste meddelandet: KEEP_MESSAGE_YEARS',
    'extension-request': 'År efter begäran: KEEP_MESSAGE_YEARS',
    session: 'Så länge en inloggning får vara: SESSION_HOURS. Den har ingen egen tid, eftersom den inte behövs när den har gått ut',
    'unfinished-step': 'Tills steget går ut, högst en halvtimme. Har ingen egen tid',
    device: '400 dagar, så länge som kakan i webbläsaren. Har ingen egen tid',
    'tries-of-address': 'Timmar: KEEP_COUNT_HOURS',
    'use-of-limits': 'Två timmar, eftersom ingen gräns ser längre tillbaka än en timme. Har ingen egen tid',
    reading: 'Två dagar, för att läsning loggas en gång i timmen. Har ingen egen tid',
    'audit-event': 'År, minst tio och minst så länge som inlämningar och meddelanden: KEEP_AUDIT_YEARS',
  },
  title: 'Gallring',
  about:
    'Det här skulle tas bort om gallringen gjordes nu. Den görs av sig själv varje timme. Hur länge uppgifter sparas ställs in av driften, eller följer av vad de är till för.',
  table: 'Vad som skulle gallras',
  kind: 'Slag',
  time: 'Sparas',
  before: 'Äldre än',
  count: 'Antal',
  never: 'Gallras inte',
} as const;
