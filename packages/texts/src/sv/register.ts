/** Words of the register of processing (art. 30), which is written from the classes of the database's columns. */
export const registerTexts = {
  title: 'Register över behandling av personuppgifter',
  about:
    'Registret (artikel 30 i dataskyddsförordningen) skrivs av `npm run docs:register` ur de dataklasser som varje kolumn i databasen har. Ett test jämför dem med den databas som migreringarna gör och med den här sidan. Uppgifter om den ansvariga organisationen fylls i av den.',
  facts: [
    ['Personuppgiftsansvarig', 'den insamlande organisationen: `ORG_NAME`, `ORG_NUMBER`, `ORG_ADDRESS`'],
    ['Dataskyddsombud', '`ORG_DPO`'],
    ['Kontakt', '`ORG_EMAIL`, `ORG_PHONE`'],
    [
      'Mottagare',
      'statistikens egna handläggare i portalen; inga andra mottagare i programmet. Personuppgiftsbiträden för drift och e-post: fylls i av organisationen',
    ],
    ['Överföring till tredje land', 'programmet gör ingen'],
    [
      'Skydd',
      'kryptering i vila (AES-256-GCM) av filer, rättade värden, kommentarer, appnycklar och mejl som väntar; lösenord som Argon2id; behörighet i programmet och i databasen (radsäkerhet); två faktorer för alla; händelselogg i kedja; personnummer visas maskade',
    ],
  ],
  activities: {
    heading: 'Behandlingar',
    columns: ['Behandling', 'Registrerade', 'Ändamål', 'Rättslig grund', 'Uppgifter', 'Sparas'],
    rows: [
      {
        name: 'Användarnas konton',
        whom: 'de som lämnar uppgifter för en organisation, och handläggare hos den insamlande',
        purpose: 'kunna logga in, veta vem som får göra vad och kunna nå den som har lämnat in',
        basis: 'som informationen till användarna säger; se punkt 3 i konsekvensbedömningen',
        classes: ['name', 'contact', 'credential', 'role', 'pseudonym'],
        keeping: 'account',
      },
      {
        name: 'Spårbarhet',
        whom: 'användarna',
        purpose: 'kunna visa vem som har gjort vad, upptäcka intrång och leta efter fel',
        basis: 'rättslig förpliktelse att skydda uppgifterna (art. 32) och berättigat eller allmänt intresse',
        classes: ['behaviour', 'pseudonym'],
        keeping: 'audit',
      },
      {
        name: 'Skriftväxling',
        whom: 'användarna, och den som nämns i en text',
        purpose: 'frågor och svar om inlämningen, uppskov och beslut',
        basis: 'samma som för kontona',
        classes: ['content', 'pseudonym', 'behaviour'],
        keeping: 'message',
      },
      {
        name: 'Personalstatistiken',
        whom: 'anställda i kommuner, regioner och deras bolag och förbund',
        purpose: 'ta emot, kontrollera, rätta och godkänna det som ska bli statistik',
        basis: 'den insamlande organisationens; fylls i av den',
        classes: ['pay-record', 'content'],
        keeping: 'delivery',
      },
    ],
  },
  classesHeading: 'Dataklasser',
  classColumns: ['Klass', 'Innehåll'],
  classes: {
    none: 'Inga personuppgifter: organisationer, koder, perioder, lägen, inre nummer',
    pseudonym: 'Pekar på en användare utan att nämna vem',
    name: 'En användares namn',
    contact: 'En användares e-postadress eller telefonnummer',
    credential: 'Visar vem en användare är; hashat, nyckelhashat eller krypterat',
    behaviour: 'Vad en användare har gjort, när och varifrån',
    role: 'Vad en användare får göra',
    content: 'Vad en användare har skrivit, eller döpt en fil till',
    'pay-record': 'Om anställda i filerna: personnummer, namn, lön. Alltid krypterat',
  },
  keepings: {
    account: (days: string) =>
      `tills kontot avslutas: ${days} dagar efter att den sista rollen upphörde (\`KEEP_WITHOUT_ROLE_DAYS\`), eller genast när en administratör avslutar det`,
    pseudonym: () => 'med kontots löpnamn, utan något som namnger personen',
    audit: (years: string) =>
      `${years} år (\`KEEP_AUDIT_YEARS\`), och minst så länge som inlämningar och meddelanden; namnger ingen när kontot har avslutats`,
    'for-ever': () => 'tas inte bort; säger inget om någon person',
    hours: () =>
      'minuter eller timmar: tills giltigheten går ut (`SESSION_HOURS`, `CODE_MINUTES`, `KEEP_COUNT_HOURS`, `KEEP_LIVE_EVENT_MINUTES`)',
    letter: (days: string) => `tills mejlet är skickat, högst ${days} dagar (\`KEEP_LETTER_DAYS\`)`,
    delivery: (years: string) =>
      `testperiodens tas bort dagen efter att den stänger; insamlingens ${years} år efter att den stängde (\`KEEP_DELIVERY_YEARS\`)`,
    message: (years: string) => `${years} år efter det senaste (\`KEEP_MESSAGE_YEARS\`)`,
    organisation: () => 'så länge organisationen deltar',
  },
  tablesHeading: 'Tabeller',
  tableColumns: ['Tabell', 'Klass', 'Kolumner', 'Sparas'],
  jobs: (schema: string) => `\`${schema}\`: köns tabeller bär bara id:n och tas bort inom en timme efter att jobbet är klart.`,
  disk: (place: string) =>
    `\`${place}\`: filerna som de kom, packade och krypterade med en nyckel per inlämning; filnamnen på disken är slumptal.`,
} as const;
