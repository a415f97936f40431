/** Words of `insamling generate`. */
export const generateTexts = {
  description: 'Skriv en syntetisk fil för en enhet, med påhittade personer, och ett facit över varje inlagt fel.',
  help: `Så här: insamling generate --unit KOD --out FIL [--records ANTAL] [--errors ANDEL] [--seed TAL] [--each-rule] [--last-year]

Skriver en realistisk fil med påhittade personer till FIL, och facit till FIL.manifest.json.
Samma val ger alltid samma fil.

  --unit KOD        kommunkod eller regionkod, till exempel 0488 eller 1400
  --out FIL         filen som ska skrivas; en fil med samma namn ersätts
  --records ANTAL   antal poster, 1–{max}; utelämnat: så många som enheten brukar ha
  --errors ANDEL    andel av posterna som får ett fel var, 0–1, till exempel 0.01; utelämnat: 0
  --seed TAL        heltal som styr slumpen; utelämnat: 1
  --each-rule       i stället för en andel: ett fel för varje spärrande kontroll som kan läggas in
  --last-year       filen för november året före, med samma personer
  --help            den här texten
`,
  unitMissing: 'Ange enhetens kod med --unit, till exempel --unit 0488.',
  outMissing: 'Ange filen som ska skrivas med --out, till exempel --out test.csv.',
  unitUnknown: 'Det finns ingen kommun eller region med koden {kod}. Ange fyra siffror, till exempel 0488 eller 1400.',
  recordsWrong: '--records {värde}: ange ett heltal från 1 till {max}.',
  errorsWrong: '--errors {värde}: ange en andel från 0 till 1, till exempel 0.01.',
  seedWrong: '--seed {värde}: ange ett heltal från 0 till {max}.',
  cannotWrite: 'Det går inte att skriva {fil}: {orsak}. Välj en annan plats med --out.',
  folderMissing: 'mappen finns inte',
  isFolder: 'filen eller dess facit har samma namn som en mapp',
  notAFile: 'det som redan har namnet är ingen vanlig fil',
  notAllowed: 'du får inte skriva där',
  diskFull: 'disken är full',
  otherFault: 'fel {kod}',
  done: 'Skrev {poster} för {enhet} till {fil}, och facit med {fel} till {facit}.',
} as const;
