/** A period as it is called in full: «Novemberstatistik 2026, testperiod». */
export const periodInWords = (round: string, kind: 'test' | 'submission'): string => `${round}, ${periodTexts.kinds[kind].toLowerCase()}`;

/** Words of Insamling: rounds, periods, and what Start says about them. */
export const periodTexts = {
  title: 'Insamling',
  none: 'Ingen insamling finns.',
  kinds: { test: 'Testperiod', submission: 'Inlämningsperiod' },
  opensOn: 'Öppnar',
  dueOn: 'Senaste dag',
  lastUploadOn: 'Sista dag för ny fil',
  closesOn: 'Stänger',
  referenceYear: (year: number) => `Mätår ${year}`,
  erased: (instant: string) => `Uppgifterna raderades ${instant}.`,
  change: (period: string) => `Ändra ${period.toLowerCase()}`,
  dates: 'Dagar',
  texts: 'Text på startsidan',
  heading: 'Rubrik',
  paragraphs: 'Stycken',
  paragraphsHint: 'En tom rad mellan styckena.',
  nextHeading: 'Rubrik när perioden är den nästa',
  nextParagraphs: 'Stycken när perioden är den nästa',
  gapsHint: 'I texten byts {start}, {slut} och {org.kort} mot första dag, senaste dag och organisationens kortnamn.',
  preview: 'Förhandsvisning',
  previewNext: 'Förhandsvisning när perioden är den nästa',
  publish: 'Publicera',
  publishTitle: 'Publicera ändringarna?',
  publishHelp: 'Alla enheter ser det här direkt.',
  closes: {
    test: 'Testperioden är öppen och stängs av ändringen. Allt som enheterna har laddat upp i den raderas inom några minuter och går inte att få tillbaka.',
    submission:
      'Inlämningsperioden är öppen och stängs av ändringen. Enheter utan uppskov kan då varken ladda upp, rätta, kommentera eller lämna in.',
  },
  nameToType: 'Periodens namn',
  nameToTypeHint: (name: string) => `Skriv «${name}» för att stänga perioden.`,
  nameDiffers: 'Skriv periodens namn precis som det står ovan.',
  noChanges: 'Inget är ändrat.',
  difference: (what: string, before: string, after: string) => `${what}: ${before} blir ${after}`,
  textChanged: (what: string) => `${what} är ändrad`,
  published: 'Perioden är ändrad.',
  dateMissing: (what: string) => `Ange ${what.toLowerCase()}.`,
  headingMissing: 'Skriv en rubrik.',
  notManager: 'En insamlingsansvarig kan ändra dagar och texter.',
} as const;
