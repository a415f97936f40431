/** Words of the demonstration data. */
export const demonstrationTexts = {
  roles: {
    respondent: 'Uppgiftslämnare',
    unitAdministrator: 'Enhetsadministratör',
    reader: 'Läsare',
    reviewer: 'Granskare',
    collectionManager: 'Insamlingsansvarig',
    administrator: 'Administratör',
  },
  lastYearsFile: (year: number, code: string) => `novemberstatistik-${year}-${code}.csv`,
  explanation: 'Stämmer, kontrollerat mot lönesystemet',
} as const;
