/** Words of the command line that its commands share. */
export const cliTexts = {
  help: `Så här: insamling KOMMANDO …

  validate FIL --unit KOD   kontrollera en fil med samma kontroller som portalen
  generate --unit KOD …     skriv en syntetisk fil med påhittade personer
  check-edition [FIL]       granska en undersökning innan den släpps
  measure FIL --unit KOD    skriv filens mått, att jämföra nästa års fil med
  receipt FIL --unit KOD    skriv en kvittens på vad som kontrollerades
  receipt verify KVITTENS FIL --unit KOD   kontrollera att kvittensen stämmer
  admin invite E-POST       bjud in den första administratören till portalen
  migrate                   gör databasens tabeller aktuella
  audit verify              kontrollera att händelseloggen är hel
  keys rotate               gör om allt som är låst med en äldre nyckel
  retention preview         visa vad som skulle gallras just nu

Mer om ett kommando: insamling KOMMANDO --help
`,
  commandMissing: 'Ange ett kommando. Se insamling --help.',
  commandUnknown: 'Kommandot {kommando} finns inte. Se insamling --help.',
  optionUnknown: '{val} är inget val för insamling {kommando}. Se insamling {kommando} --help.',
  valueMissing: '{val} behöver ett värde. Se insamling {kommando} --help.',
  tooManyWords: 'Det står för mycket på raden. Se insamling {kommando} --help.',
  usage: 'Raden går inte att tolka. Se insamling {kommando} --help.',
  cannotAnswer: 'Det går inte att skriva svaret: {orsak}.',
  diskFull: 'det finns inget utrymme kvar',
  otherFault: 'fel {kod}',
  noServer: 'Kommandot {kommando} behöver portalens server, som inte finns här.',
} as const;

/** Words of `insamling validate`. */
export const validateTexts = {
  description: 'Kontrollera en fil med samma kontroller som portalen. Filen lämnar inte datorn.',
  help: `Så här: insamling validate FIL --unit KOD [--edition UTGÅVA] [--format text|json|csv] [--remedies]
             [--corrections LOGG] [--last-year FIL [--last-year-corrections LOGG]] [--facts FIL]
         insamling validate FIL --definition UNDERSÖKNING.json …

Kontrollerar en fil med samma kontroller som portalen. Inget skickas.

  --unit KOD        kommunkod eller regionkod, till exempel 0488 eller 1400
  --definition FIL  en annan undersökning, beskriven i ett JSON-dokument; då behövs ingen enhet
  --edition UTGÅVA  undersökningens utgåva; utelämnat: {utgåva}
  --format FORMAT   text (utelämnat), json eller csv; csv har semikolon och UTF-8. Text säger också hur lite som
                    behöver ändras i de 10 första posterna med fel
  --remedies        json och csv säger det också, om de 1 000 första posterna med fel
  --corrections LOGG
                    rättelserna av filen, äldst först (JSON), som portalen lämnar ut dem; filen kontrolleras som den är efter dem
  --last-year FIL   förra årets fil, eller måtten som insamling measure skrev av den
  --last-year-corrections LOGG
                    rättelserna av förra årets fil, äldst först (JSON)
  --facts FIL       vad portalen annars vet om enheten: arbetsgivare, kodförteckning, tidigare filer (JSON)
  --help            den här texten

Slutkod: 0 inga fel, 1 fel finns, 2 filen kan inte läsas eller raden är fel skriven.
`,
  fileMissing: 'Ange filen som ska kontrolleras, till exempel insamling validate november.csv --unit 0488.',
  unitMissing: 'Ange enhetens kod med --unit, till exempel --unit 0488.',
  unitUnknown: 'Det finns ingen kommun eller region med koden {kod}. Ange fyra siffror, till exempel 0488 eller 1400.',
  editionUnknown: 'Utgåvan {värde} finns inte. Utgåvor: {utgåvor}.',
  formatUnknown: '--format {värde}: ange text, json eller csv.',
  cannotRead: 'Det går inte att läsa {fil}: {orsak}.',
  noMeasures: '{fil} är varken en fil med poster eller de mått som insamling measure skriver. Skriv måtten på nytt.',
  notThere: 'filen finns inte',
  nameUntold: 'namnet har tecken som inte är UTF-8. Byt namn på filen',
  isFolder: 'det är en mapp',
  notAllowed: 'du får inte läsa den',
  tooLarge: 'den är större än {megabyte} MB',
  otherFault: 'fel {kod}',
  head: '{fil}: {poster}, {utgåva}, {enhet}',
  headWithoutUnit: '{fil}: {poster}, {utgåva}',
  field: 'Fält {nr} {namn}',
  severities: { fatal: 'FEL', error: 'FEL', warning: 'VARNING', info: 'UPPLYSNING' },
  rule: '{nivå} {kontroll} {titel}: {antal}',
  howToFix: 'Så här rättar du: {text}',
  record: 'post {post}: {text}',
  more: 'och {antal} till',
  remedies: 'Så lite behöver ändras för att de första posterna med fel ska bli rätt:',
  and: ' och ',
  orElse: 'eller {text}',
  remedy: 'Det minsta som behöver ändras: {text}',
  remedyOfSome: 'Det minsta som behöver ändras, sätt {nr} av {antal}: {text}',
  remediesLeftOut: 'Det minsta som behöver ändras sägs om de {antal} första posterna med fel. Det finns {poster} till.',
  none: 'Inga anmärkningar.',
  /** Where no rule of the survey says it. */
  unreadable: {
    empty: 'Filen har inga poster: den är tom, eller har bara en rubrikrad.',
    binary: 'Filen är varken en textfil eller en Excelfil. Kontrollera att du valde rätt fil.',
    undecodable: 'Tecknen i filen går inte att tolka. Spara filen med teckenkodningen UTF-8 eller Windows-1252 (ANSI).',
    fields: 'Ingen rad har rätt antal värden. Rad {rad} har {värden} men ska ha {förväntat}. Kontrollera att du valde rätt fil.',
  },
  unreadableTitle: '{nivå} Filen kan inte läsas',
  misfits: '{nivå} Fel antal värden i raden: {antal}',
  misfit: 'Rad {rad} har {värden} men ska ha {förväntat}. Den är inte kontrollerad.',
  notEvaluable: 'Kunde inte prövas här: {kontroller}.',
  total: '{fel} fel, {varningar}, {upplysningar}.',
  csvHeader: ['kontroll', 'nivå', 'post', 'fält', 'meddelande'],
} as const;

/** Words about the file of `--facts`. */
export const factsTexts = {
  cannotUse: 'Det går inte att använda {fil}: {orsak}.',
  cannotRead: 'filen kan inte läsas',
  noJson: 'det är inte JSON',
  noObject: 'den ska hålla ett objekt',
  unknownPart: '{del} är ingen del av den; delar är {delar}',
  wrongPart: '{del} har fel form, se docs/guides/checking-a-file.md',
} as const;

/** Why a file of `--last-year` cannot be last year's. */
export const lastYearTexts = {
  unreadable: '{fil} kan inte vara förra årets fil. {orsak}',
  otherUnit: '{fil} kan inte vara förra årets: den gäller {kod} {annan}, och filen som kontrolleras gäller {enhet}.',
  otherEdition: '{fil} kan inte vara förra årets: måtten är skrivna efter {annan}, och filen kontrolleras efter {utgåva}.',
} as const;

/** Words about a log of corrections. They say which correction, never what it holds. */
export const correctionsTexts = {
  files: { checked: 'filen som kontrolleras', lastYear: 'förra årets fil' },
  alone: '--last-year-corrections gäller förra årets fil. Ange den också, med --last-year.',
  ofMeasures: '--last-year-corrections gäller förra årets fil, och {fil} är mått. Ange filen med --last-year.',
  cannotUse: 'Det går inte att använda {fil}: {orsak}.',
  noJson: 'det är inte JSON',
  noList: 'den ska hålla en lista av rättelser',
  wrongShape: 'rättelse {nr} har fel form, se docs/guides/checking-a-file.md',
  unfitting: {
    record: '{fil} hör inte till {vilken}: rättelse {nr} gäller post {post}, som inte finns där.',
    variable: '{fil} hör inte till {vilken}: rättelse {nr} gäller ett fält som inte finns i undersökningen.',
    values: '{fil} hör inte till {vilken}: rättelse {nr} gäller post {post}, vars rad har fel antal värden.',
  },
} as const;

/** Words of `insamling measure`. */
export const measureTexts = {
  description: 'Skriv filens mått som JSON, utan några personer.',
  help: `Så här: insamling measure FIL --unit KOD [--corrections LOGG]

Skriver det som nästa års fil jämförs med: antal och summor, utan några personer. Ge det till insamling validate --last-year.

  --unit KOD        kommunkod eller regionkod, till exempel 0488 eller 1400
  --corrections LOGG
                    rättelserna av filen, äldst först (JSON)
  --help            den här texten
`,
} as const;

/** What is wrong with a survey that is described in a document. */
export const definitionTexts = {
  document: 'dokumentet',
  more: 'och {antal} till',
  /** What the reader of expressions expected, in its own words. */
  expected: {
    'a name': 'ett namn',
    'a text in quotes': 'en text inom citattecken',
    'a number': 'ett tal',
    'an expression': 'ett uttryck',
    'and, or, or the end': 'and, or eller slutet',
    'low or high': 'low eller high',
    'fewer brackets': 'färre parenteser',
    '> >= < <= = or in': 'ett av > >= < <= = in',
  } as Readonly<Record<string, string>>,
  types: {
    array: 'en lista',
    object: 'ett objekt',
    string: 'en text',
    number: 'ett tal',
    integer: 'ett heltal',
    boolean: 'true eller false',
  } as Readonly<Record<string, string>>,
  or: ' eller ',
  /** What a text must look like, by the expression that says so to programs. */
  patterns: {
    '^[a-z0-9-]+$': 'små bokstäver a–z, siffror och bindestreck',
    '^[A-Za-z_][A-Za-z0-9_]*$': 'bokstäver a–z, siffror och _, och inte en siffra först',
    '^[A-Z]+[0-9]*-[0-9]+$': 'stora bokstäver A–Z, bindestreck och siffror, till exempel RAN-01',
    '^[0-9]{4}-[0-9]{2}-[0-9]{2}$': 'en dag, till exempel 2026-10-12',
  } as Readonly<Record<string, string>>,
  faults: {
    type: '{plats}: ska vara {väntat}.',
    pattern: '{plats}: ska vara {väntat}.',
    empty: '{plats}: listan får inte vara tom.',
    least: '{plats}: ska vara minst {väntat}.',
    between: '{plats}: ska vara {väntat}.',
    missing: '{plats}: {väntat} saknas.',
    unknown: '{plats}: okänd egenskap. Det här finns: {väntat}.',
    value: '{plats}: värdet passar inte. Det här går: {väntat}.',
    expression: '{plats}: uttrycket går inte att läsa vid tecken {tecken}. Där väntades {väntat}.',
    unknownField: '{plats}: {väntat} finns inte.',
    unknownList: '{plats}: kodlistan {väntat} finns inte.',
    unknownCode: '{plats}: koden {väntat} finns inte i listan som rättas.',
    twice: '{plats}: {väntat} finns redan.',
    lacks: '{plats}: {väntat} behövs för den här sortens kontroll.',
    json: 'Dokumentet är inte JSON: {väntat}.',
    order: '{plats}: numret ska vara {väntat}, variabelns plats i listan.',
    tree: '{plats}: trädet är inget villkor. Skriv villkoret som text, eller rätta trädet.',
    tooManyDigits: '{plats}: ett tal får ha högst {väntat} siffror.',
    wordOfConditions: '{plats}: {väntat} är ett ord i villkoren och kan inte vara namn på ett fält.',
    unknownFact: '{plats}: ingen kod i listan {lista} har uppgiften {väntat}. Rätta namnet, eller skriv uppgiften i listans facts.',
    codeTwice: '{plats}: koden {väntat} finns redan i listan. Ta bort den ena, eller rätta koden.',
    turned: '{plats}: low är större än high ({väntat}). Byt plats på dem.',
    unknownParam: '{plats}: parametern {väntat} finns inte i params.',
    unknownMeasure: '{plats}: måttet {väntat} finns inte i measures.',
    unknownRule: '{plats}: kontrollen {väntat} finns inte.',
    unknownGap: '{plats}: {{väntat}} är inget som fylls i för den här sortens kontroll.',
    notText: '{plats}: {väntat} är ett tal, och frågan gäller en text.',
    notNumber: '{plats}: {väntat} är en text, och här behövs ett tal. För ett datum: date({väntat}).',
    ofRecords: '{plats}: {väntat} gäller en enda post, och här frågas efter mått på hela filen.',
    ofMeasures: '{plats}: måttet {väntat} gäller hela filen, och här frågas efter en enda post.',
    lacksRole: '{plats}: roles behöver {väntat} för den här sortens kontroll.',
    ageOnOwnDay: '{plats}: en ålder räknas på en dag som är densamma för alla poster.',
    lacksLastYear: '{plats}: kontrollen jämför med förra året. Då ska needs nämna lastYear och scope vara {väntat}.',
    choosesByLastYear: '{plats}: när förändringen bedöms väljs posterna efter hur de är i år, inte efter förra året.',
    ring: '{plats}: {väntat} tystar sig själv genom andra kontroller.',
  },
} as const;

/** Words of `insamling check-edition`. */
export const checkEditionTexts = {
  description: 'Granska en undersökning innan den släpps.',
  help: `Så här: insamling check-edition [UNDERSÖKNING.json]

Granskar kontrollerna mot varandra och mot sina exempel. Utelämnas filen granskas {utgåva}.

Slutkod: 0 inget hindrar att den släpps, 1 något gör det, 2 filen kan inte läsas.
`,
  head: '{utgåva}: {kontroller}, {exempel} exempel.',
  faults: {
    neverHits: '{kontroll}: ingen post kan bryta mot den.',
    neverApplies: '{kontroll}: ingen post som följer {andra} berörs av den.',
    contradicts: '{kontroll}: ingen post kan följa den och {andra}.',
    noValue: '{andra}: inget värde följer {kontroll}. Ändra gränserna, eller säg med when vilka poster var och en gäller.',
    redundant: '{kontroll}: allt som bryter mot den bryter också mot {andra}, så den behövs inte.',
    fixed: '{kontroll}: bara ett värde är kvar ({andra}).',
  },
  /** Where its own condition can never hold. */
  meantNobody: '{kontroll}: ingen post berörs av den.',
  undecided: 'Tog för lång tid att avgöra: {kontroller}.',
  failedCase: '{kontroll}, exemplet ”{exempel}”: skulle {väntat}, men {svar}.',
  outcomes: {
    fail: 'ge en anmärkning',
    pass: 'inte ge någon anmärkning',
    notApplicable: 'inte beröras',
    notEvaluable: 'inte kunna prövas',
  },
  answers: { fail: 'gav en anmärkning', pass: 'gav ingen anmärkning', notApplicable: 'berördes inte', notEvaluable: 'kunde inte prövas' },
  unusedList: 'Kodlistan {lista} används inte.',
  withoutCases: '{kontroll}: exempel saknas på en post som bryter mot den och på en som inte gör det.',
  notChecked: 'Kan inte eller bara delvis jämföras med de andra: {kontroller}.',
  released: 'Inget hindrar att undersökningen släpps.',
  refused: 'Undersökningen kan inte släppas.',
} as const;

/** Words of `insamling receipt`. */
export const receiptCommandTexts = {
  description: 'Skriv eller kontrollera en kvittens på vad som kontrollerades, utan något värde ur filen.',
  help: `Så här: insamling receipt FIL --unit KOD [--edition UTGÅVA] [--corrections LOGG]
             [--last-year FIL [--last-year-corrections LOGG]] [--facts FIL]
         insamling receipt verify KVITTENS.json FIL --unit KOD …

Skriver en kvittens som JSON: kontrollsummor av uppgifterna, regelverket och det som var känt, motorns version och antalet
anmärkningar per kontroll, och det som var känt om enheten. Samma fil, regler och fakta ger samma kvittens i webbläsaren, på
servern och här. Med verify räknas kvittensen om, och det sägs vad som skiljer. Det som var känt tas då ur kvittensen, om inte
--facts säger något annat.

  --unit KOD        kommunkod eller regionkod, till exempel 0488 eller 1400
  --definition FIL  en annan undersökning, beskriven i ett JSON-dokument; då behövs ingen enhet
  --edition UTGÅVA  undersökningens utgåva; utelämnat: {utgåva}
  --corrections LOGG
                    rättelserna av filen, äldst först (JSON), som portalen lämnar ut dem
  --last-year FIL   förra årets fil, eller måtten som insamling measure skrev av den
  --last-year-corrections LOGG
                    rättelserna av förra årets fil, äldst först (JSON)
  --facts FIL       vad portalen annars vet om enheten (JSON)
  --help            den här texten

Slutkod: 0 kvittensen är skriven eller stämmer, 1 något skiljer, 2 en fil kan inte läsas eller raden är fel skriven.
`,
  fileMissing: 'Ange filen, till exempel insamling receipt november.csv --unit 0488.',
  receiptMissing: 'Ange kvittensen och filen, till exempel insamling receipt verify kvittens.json november.csv --unit 0488.',
  noReceipt: '{fil} är ingen kvittens.',
  unreadable: 'Filen kan inte läsas.',
  holds: 'Kvittensen stämmer. Kontrollsumma: {kontrollsumma}',
  differences: {
    digest: 'Kvittensen är ändrad: dess kontrollsumma gäller inte för det som står i den.',
    data: 'Uppgifterna är andra ({postertidigare} i kvittensen, {poster} i filen).',
    rules: 'Regelverket är ett annat ({utgåvatidigare} i kvittensen, {utgåva} nu): kontroller, parametrar eller kodlistor skiljer.',
    reference: 'Det som var känt vid sidan av filen är annat: enhet, arbetsgivare, kodförteckning eller förra årets uppgifter.',
    engine: 'Kontrollerna är gjorda med en annan version av motorn ({motortidigare} i kvittensen, {motor} nu).',
    counts: 'Antalet anmärkningar skiljer (kvittensen → nu): {antal}.',
    notEvaluable: 'Kontroller kunde prövas bara den ena gången: {kontroller}.',
  },
} as const;
