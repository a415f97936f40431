import { counted } from './numbers.ts';

/** Words of the receipt page and its letter. */
export const receiptTexts = {
  title: 'Uppgifterna är inlämnade',
  titleOld: 'Den här kvittensen gäller inte längre',
  old: 'Inlämningen har tagits tillbaka eller ersatts av en senare.',
  number: 'Kvittensnummer',
  unit: 'Enhet',
  period: 'Period',
  at: 'Inlämnad',
  by: 'Inlämnad av',
  file: 'Fil',
  records: 'Antal rader',
  corrections: 'Rättelser',
  explanations: 'Kommentarer',
  findings: 'Anmärkningar',
  checksumAloud: 'Kontrollsumma, kort',
  checksum: 'Kontrollsumma för filen (SHA-256)',
  proof: 'Kontrollsumma för det som kontrollerades',
  proofFile: 'Hämta som JSON',
  findingCounts: ({ warnings, infos }: { readonly warnings: number; readonly infos: number }) =>
    `${counted(warnings, 'kommenterad varning', 'kommenterade varningar')}, ${counted(infos, 'upplysning', 'upplysningar')}`,
  nextTitle: 'Vad händer nu?',
  next: 'Vi granskar uppgifterna och hör av oss i Meddelanden om något behöver kompletteras.',
  print: 'Skriv ut',
  back: 'Till inlämningen',
} as const;

/** The letter that says that a delivery has been handed in. It holds no personal data and nothing of the file. */
export const receiptLetter = ({
  number,
  at,
  service,
  address,
  organisationShort,
}: {
  readonly number: string;
  readonly at: string;
  readonly service: string;
  readonly address: string;
  readonly organisationShort: string;
}) => ({
  subject: `Uppgifterna är inlämnade, kvittensnummer ${number}`,
  paragraphs: [
    'Hej',
    `Uppgifterna till ${service} är inlämnade ${at}. Kvittensnummer ${number}.`,
    `Du kan läsa och skriva ut kvittensen när du har loggat in:\n${address}`,
    `Med vänlig hälsning,\n${organisationShort}`,
  ],
});
