import { counted } from './numbers.ts';

/** Words of the account pages: sign-in, invitation and forgotten password, information on personal data, help. */
export const accountTexts = {
  skip: 'Hoppa till innehållet',
  cancel: 'Avbryt',
  requiredLine: 'Fält med * måste fyllas i.',
  errorTitle: (title: string) => `Fel: ${title}`,
  problemHeading: 'Det finns ett problem',
  startAgain: 'Börja om',

  footer: {
    label: 'Om tjänsten',
    personalData: 'Personuppgifter',
    accessibility: 'Tillgänglighetsredogörelse',
    help: 'Hjälp och kontakt',
    sender: (service: string, organisation: string) => `${service} drivs av ${organisation}.`,
  },

  signIn: {
    title: 'Logga in',
    intro: 'Logga in med din e-postadress',
    email: 'E-postadress',
    password: 'Lösenord',
    invitedOrForgotten: 'Har du fått en inbjudan eller har du glömt ditt lösenord?',
    button: 'Logga in',
    emailMissing: 'Ange din e-postadress.',
    emailShape: 'Ange en e-postadress i formatet namn@exempel.se.',
    passwordMissing: 'Ange ditt lösenord.',
    wrong: 'E-postadressen eller lösenordet stämmer inte. Försök igen eller välj länken för glömt lösenord.',
    paused: (minutes: number) => `För många försök. Vänta ${counted(minutes, 'minut', 'minuter')} och försök igen.`,
    timedOut: (minutes: number) =>
      `Du har loggats ut efter ${counted(minutes, 'minut', 'minuter')} utan aktivitet. Det du hade sparat finns kvar.`,
    signedOut: 'Du är utloggad.',
    spent: 'För många försök. Logga in igen.',
    startAgain: 'För många försök. Börja om med din e-postadress.',
    blocked: (phone: string) => `Appkoden har angetts fel för många gånger. Kontakta oss på ${phone} så hjälper vi dig.`,
  },

  signOut: {
    title: 'Logga ut',
    text: 'Det du har sparat finns kvar.',
    button: 'Logga ut',
  },

  appCode: {
    intro: 'Ange verifieringskoden från din Authenticator-app.',
    label: 'Ange koden',
    button: 'Verifiera',
    noApp: 'Jag kommer inte åt min app',
    missing: { reference: 'Ange koden måste anges.', improved: 'Ange koden.' },
    wrong: 'Koden stämmer inte. Vänta på nästa kod i appen och försök igen.',
  },

  verify: {
    title: 'Användarinformation',
    email: 'E-post',
    send: 'Skicka verifieringskod',
    sent: 'Verifieringskoden har skickats till din inkorg. Kopiera den till indatarutan nedan.',
    code: 'Verifieringskod',
    check: 'Verifiera koden',
    sendAgain: 'Skicka en ny kod',
    sentAgain: 'En ny kod har skickats. Den förra gäller inte längre.',
    tooSoon: (seconds: number) => `Du kan be om en ny kod om ${seconds} ${seconds === 1 ? 'sekund' : 'sekunder'}.`,
    verified: 'E-postadressen har verifierats. Du kan fortsätta nu.',
    changeEmail: 'Ändra e-post',
    continue: 'Fortsätt',
    emailMissing: 'Ange din e-postadress.',
    emailShape: 'Ange en e-postadress i formatet namn@exempel.se.',
    codeMissing: 'Ange verifieringskoden.',
    codeWrong: 'Koden stämmer inte. Kontrollera koden i ditt senaste mejl.',
    codeExpired: 'Koden har gått ut. Skicka en ny kod.',
  },

  authenticator: {
    title: 'Användarinformation',
    download:
      'Ladda ned Microsoft Authenticator med hjälp av nedladdningslänkarna för iOS och Android eller använd en annan valfri autentiseringsapp.',
    ios: 'iOS (App Store)',
    android: 'Android (Google Play)',
    whenDownloaded:
      'När du har laddat ned Authenticator-appen kan du använda vilken som helst av metoderna nedan för att fortsätta med registreringen.',
    scanHeading: 'Skanna QR-koden',
    scan: 'Skanna QR-koden med appen och klicka på Fortsätt.',
    qrName: 'QR-kod för autentiseringsappen',
    cannotScan: 'Går det inte att skanna? Prova det här',
    accountName: 'Kontonamn',
    address: 'E-post',
    key: 'Nyckel',
    copyKey: 'Kopiera nyckeln',
    keyCopied: 'Nyckeln är kopierad.',
    openInApp: 'Öppna i autentiseringsappen',
    stillProblems: 'Har du fortfarande problem?',
    clock: 'Kontrollera att klockan på telefonen ställs in automatiskt.',
    contact: (phone: string, email: string) => `Kontakta oss på ${phone} eller ${email}.`,
    continue: { reference: 'Vidare', improved: 'Fortsätt' },
  },

  password: {
    title: 'Användarinformation',
    fresh: 'Nytt lösenord',
    confirm: 'Bekräfta nytt lösenord',
    show: 'Visa lösenord',
    hide: 'Dölj lösenord',
    continue: 'Fortsätt',
    help: (length: number) => `Skapa ett starkt lösenord som är minst ${length} tecken långt och innehåller:`,
    classes: { upper: 'Versaler', lower: 'Gemener', digit: 'Siffror', special: 'Specialtecken (t.ex. !, #)' },
    classMissing: { upper: 'versaler', lower: 'gemener', digit: 'siffror', special: 'specialtecken' },
    missing: 'Nytt lösenord måste anges.',
    confirmMissing: 'Bekräfta det nya lösenordet.',
    weak: 'Lösenordet är för kort eller saknar någon av delarna ovan.',
    weakBecause: (reasons: string) => `Lösenordet är för kort eller saknar någon av delarna ovan. Det saknar: ${reasons}.`,
    lengthMissing: (length: number) => `minst ${length} tecken`,
    tooLong: 'Lösenordet är för långt. Använd högst 256 tecken.',
    different: 'Lösenorden är inte lika.',
    common: 'Lösenordet finns i listor över läckta lösenord. Välj ett annat.',
  },

  notice: {
    title: 'Information om personuppgiftsbehandling',
    paragraphs: [
      'Vi behöver spara och behandla följande personuppgifter om dig: för- och efternamn, e-postadress och telefonnummer.',
      'Syftet med behandlingen är att du som användare ska kunna logga in i systemet för att lämna uppgifter till personalstatistiken. Uppgifterna behandlas också ur loggningshänseende i syfte att kunna spåra händelser i systemet och, vid behov, leta efter felaktigheter.',
      'Vi har fått dina uppgifter från din arbetsgivare. Vi tillämpar vid var tid gällande integritetslagstiftning vid all behandling av personuppgifter. Den rättsliga grunden för att behandla dina personuppgifter är fullgörande av avtal. Dina uppgifter kommer att sparas under den tid du har rollen som användare av systemet.',
    ],
    controller: (name: string, address: string, number: string) =>
      `Personuppgiftsansvarig är: ${name}, ${address}. Organisationsnummer: ${number}.`,
    rights:
      'Du har rätt att kontakta oss om du vill ha ut information om de uppgifter vi har om dig, för att begära rättelse, överföring eller för att begära att vi begränsar behandlingen, för att göra invändningar eller begära radering av dina uppgifter.',
    contact: (phone: string, officer: string) =>
      `Detta gör du enklast genom att kontakta oss på ${phone}. Du når vårt dataskyddsombud på ${officer}.`,
    readMore: 'Du kan läsa mer om dina rättigheter som registrerad här.',
    ok: 'OK',
  },

  /** What `/personuppgifter` adds to the information: the parts of articles 13 and 14 that the screen leaves to the link. */
  rights: {
    heading: 'Dina rättigheter som registrerad',
    items: [
      'Rätt till tillgång: under Profil & enheter, Mina uppgifter, ser du allt vi har om dig och kan hämta det som en fil.',
      'Rätt till rättelse: du kan själv ändra namn, telefonnummer och e-postadress under Profil & enheter, och be oss rätta det andra.',
      'Rätt till radering, begränsning och överföring, och rätt att invända mot behandlingen.',
      'Rätt att klaga hos Integritetsskyddsmyndigheten (IMY).',
    ],
    complain: 'Klaga hos IMY',
    complainAddress: 'https://www.imy.se/privatperson/utfora-arenden/lamna-ett-klagomal/',
    logHeading: 'Loggen',
    log: 'Händelser i tjänsten loggas med ett löpnamn i stället för ditt namn. När din sista roll har upphört tas namn, e-postadress och telefonnummer bort efter en kort tid. Loggen, och det du har skrivit i tjänsten, finns kvar utan ditt namn tills det gallras.',
    cookiesHeading: 'Kakor',
    cookies:
      'Tjänsten använder bara de kakor som behövs för inloggningen. De försvinner när du stänger webbläsaren eller loggar ut, utom en: den gör att vi känner igen en webbläsare som du har loggat in från. Den finns kvar i 400 dagar, säger inget om dig och ger ingen behörighet. Tack vare den kan ingen annan låsa dig ute genom att gissa lösenord, och du får ett mejl när någon loggar in från en ny webbläsare.',
  },

  outOfStep: {
    title: 'Steget gäller inte längre',
    text: 'Du har redan gått vidare, eller så har tiden för steget eller för inbjudan gått ut.',
    onward: 'Fortsätt där du var',
  },

  error: {
    title: {
      404: 'Sidan finns inte',
      408: 'Det gick för långsamt',
      429: 'Vänta en stund',
      503: 'Tjänsten går inte att nå just nu',
    } as Readonly<Record<number, string>>,
    anyTitle: 'Något gick fel',
    refusedTitle: 'Det gick inte',
    reference: (reference: string) => `Felnummer ${reference}.`,
    toStart: 'Till startsidan',
  },

  help: {
    title: 'Hjälp och kontakt',
    signInHeading: 'Logga in första gången',
    signInSteps: [
      'Du får en inbjudan med e-post. Följ länken i mejlet och välj «Har du fått en inbjudan eller har du glömt ditt lösenord?».',
      'Skriv din e-postadress. Du får en kod med sex siffror i ett eget mejl; skriv in den på sidan.',
      'Registrera en autentiseringsapp i telefonen genom att skanna QR-koden, och skriv den kod som appen visar.',
      'Välj ett lösenord och läs informationen om personuppgifter.',
    ],
    nextHeading: 'Logga in sedan',
    next: [
      'Med lösenord och app: skriv din e-postadress och ditt lösenord, och sedan koden som appen visar.',
      'Med passkey: välj «Logga in med passkey», eller ställ markören i rutan för e-postadressen och välj den passkey som webbläsaren föreslår. Du bekräftar med fingret, ansiktet eller en pinkod, och behöver varken lösenord eller kod. En passkey lägger du till i Profil när du är inloggad.',
    ],
    nextElsewhere:
      'Med din organisation: välj «Logga in med din organisation» och logga in som du gör på jobbet. Det går när din organisation har valt det och du har kopplat inloggningen till ditt konto i Profil.',
    nextElsewhereFails:
      'Går det inte att logga in med organisationen loggar du in med lösenord och app. Slutar organisationen använda sättet, eller tar du bort kopplingen, loggas du ut om du loggade in så.',
    nextRequired:
      'Kräver din organisation passkey loggar du in med den. Har du ingen än lägger du till en direkt efter lösenordet och koden från appen.',
    forgottenHeading: 'Glömt lösenordet',
    forgotten:
      'Välj samma länk på inloggningssidan. Du får en kod med e-post, anger koden från din autentiseringsapp och väljer ett nytt lösenord.',
    noAppHeading: 'Kommer du inte åt din app?',
    noApp: [
      'Har du återställningskoder: logga in med ditt lösenord och välj «Använd en återställningskod». Sedan får du registrera en ny app.',
      'Har du en passkey: välj «Logga in med passkey» på inloggningssidan, och sedan «Byt app» i Profil.',
      'Har du kvar den gamla telefonen: logga in som vanligt och välj «Byt app» i Profil innan du lämnar den ifrån dig.',
    ],
    noAppElse: (phone: string) =>
      `Annars kan en administratör nollställa din app så att du får registrera en ny. Ring oss på ${phone}. Vi frågar aldrig efter lösenord eller koder. En nollställning tar inte bort dina passkeys.`,
    noPasskey: (phone: string) =>
      `Kommer du inte åt din passkey loggar du in med lösenord och kod från appen. Kräver din organisation passkey, och du har ingen annan, ring oss på ${phone}.`,
    noMailHeading: 'Får du inget mejl?',
    noMail:
      'Titta i skräpposten och kontrollera att adressen är den som inbjudan kom till. En inbjudan gäller en viss tid; har den gått ut behöver du en ny av din enhetsadministratör eller av oss.',
    contactHeading: 'Kontakt',
    phone: 'Telefon',
    email: 'E-post',
  },

  accessibility: {
    title: (service: string) => `Tillgänglighetsredogörelse för ${service}`,
    intro: (organisation: string, service: string) =>
      `${organisation} står bakom tjänsten ${service}. Vi vill att så många som möjligt ska kunna använda den. Här beskriver vi hur tjänsten uppfyller lagen om tillgänglighet till digital offentlig service, vilka brister vi känner till och hur du rapporterar brister till oss.`,
    statusHeading: 'Hur tillgänglig är tjänsten?',
    status:
      'Tjänsten är delvis förenlig med lagen om tillgänglighet till digital offentlig service (DOS-lagen). Den är byggd för WCAG 2.2 nivå AA men har ännu inte granskats av någon utomstående.',
    faultsHeading: 'Kända brister',
    faults: [
      'Tjänsten är inte prövad med skärmläsare av personer som själva använder dem. Skäl: granskningen görs före första skarpa insamlingen.',
      'Listor med rättelser av många rader är krävande att gå igenom med bara tangentbord. Skäl: det samlade rutnätet är inte färdigt.',
    ],
    burdenHeading: 'Undantag',
    burden:
      'Inget innehåll är undantaget med hänvisning till oskäligt betungande anpassning. Filer som uppgiftslämnare laddar upp omfattas inte.',
    assessedHeading: 'Hur vi har prövat tjänsten',
    assessed:
      'Vi har själva prövat tjänsten med automatiska verktyg och genom att gå igenom sidorna i webbläsare, i ljust och mörkt läge och i olika bredder. Senaste bedömningen gjordes den 24 november 2026.',
    updated: 'Redogörelsen uppdaterades senast den 24 november 2026.',
    reportHeading: 'Rapportera brist',
    report: 'Hittar du något som inte fungerar för dig? Skriv eller ring till oss. Du behöver inte vara inloggad.',
    reportLink: 'Rapportera brist',
    reportSubject: 'Brist i tillgängligheten',
    supervisionHeading: 'Tillsyn',
    supervision:
      'Myndigheten för digital förvaltning (Digg) har tillsyn över lagen. Är du inte nöjd med hur vi hanterar din synpunkt kan du anmäla det till Digg.',
    supervisionLink: 'Anmäl till Digg',
    supervisionAddress:
      'https://www.digg.se/analys-och-uppfoljning/lagen-om-tillganglighet-till-digital-offentlig-service-dos-lagen/anmal-bristande-tillganglighet',
  },
} as const;

/** Which of two wordings: as in the reference instruction, or mended where it reads badly. */
export type TextVariant = 'reference' | 'improved';
