import { counted } from './numbers.ts';

/** Words of the operator's commands. */
export const commandTexts = {
  help: `Så här:
  insamling admin invite E-POST [--name NAMN]   bjud in en administratör; mejlet skickas av portalen
  insamling migrate                             gör databasens tabeller aktuella
  insamling audit verify [--heads MAPP]         kontrollera att händelseloggen är hel, även mot sparade huvuden
  insamling audit head                          skriv loggens signerade huvuden nu
  insamling audit key                           visa nyckeln som huvudena kontrolleras med
  insamling keys rotate                         gör om allt som är låst med en äldre nyckel
  insamling retention preview                   visa vad som skulle gallras just nu; inget tas bort

Databasen är den som DATABASE_URL pekar på, eller den som npm start har startat i DATA_DIR.
Slutkod: 0 klart, 1 loggen är bruten eller något gick fel, 2 raden är fel skriven.
`,
  usage: 'Kommandot går inte att tolka. Se insamling admin --help.',
  notAnAddress: '{e-post} är ingen e-postadress. Ange en adress i formatet namn@exempel.se.',
  noDatabase: 'Ingen databas hittades. Starta portalen med npm start, eller ange DATABASE_URL (och MIGRATION_DATABASE_URL för migrate).',
  databaseDown: 'Databasen går inte att nå ({orsak}). Kontrollera att den är igång och försök igen.',
  failed: 'Det gick inte ({orsak}).',
  invited: '{e-post} är inbjuden som administratör. Inbjudan skickas med e-post och gäller i {dagar} dagar.',
  hasAccount: '{e-post} har redan ett konto och är nu administratör.',
  migrated: 'Databasens tabeller är aktuella.',
  wouldBeErased: '{slag}: {antal} skulle gallras (äldre än {dag}).',
  keptForEver: '{slag}: gallras inte.',
  auditWhole: 'Händelseloggen är hel: {händelser} i {kedjor}, och stämmer med {huvuden}.',
  auditCut: 'Av dem har {händelser} gallrats när tiden var ute.',
  auditBroken: 'Kedjan {organisation} är bruten vid händelse {nummer}.',
  auditGone: 'Kedjan {organisation}: händelserna {första} till {sista} är borta, och ingen gallring som går att lita på har tagit dem.',
  auditCheckpoint: {
    forged: 'Kedjan {organisation} har en kontrollpunkt som ingen gallring har gjort.',
    'taken-back':
      'Kedjan {organisation} har gallrats senare än dess kontrollpunkt säger: kontrollpunkten är borttagen eller utbytt mot en äldre.',
    'too-young': 'Kedjan {organisation} är gallrad på händelser som var för unga för att tas bort.',
  },
  auditContradicts:
    'Kedjan {organisation} säger något annat än huvudet i {fil}: den är ändrad efter händelse {efter}, senast vid händelse {nummer}.',
  auditHeadBroken: 'Filen {fil} går inte att lita på: den är ändrad, eller signerad med en nyckel som inte finns i SECRET_KEYS.',
  headWritten: 'Händelseloggens signerade huvuden är skrivna till {fil}.',
  keysRotated: 'Allt är låst med nyckeln {nyckel}. Gjordes om nu: {antal}.',
  keysNothing: 'inget',
  keysLeft:
    'Allt är inte låst med nyckeln {nyckel} än. Kvar: {kvar}. Gjordes om nu: {antal}. Kör kommandot igen när alla processer har den nya nyckeln först.',
  keysAuditBroken: 'Kedjan {organisation} är bruten vid händelse {nummer} och bekräftas inte med den nya nyckeln.',
  keysHeadBroken: 'Filen {fil} går inte att lita på och signeras inte om.',
} as const;

/** What the keys hold, one and several, by the column that names the key. */
const kept: Readonly<Record<string, readonly [string, string]>> = {
  'delivery.data_key_id': ['nyckel till inlämning', 'nycklar till inlämningar'],
  'account.totp_key_id': ['app', 'appar'],
  'journey.pending_totp_key_id': ['påbörjad registrering', 'påbörjade registreringar'],
  'journey.code_key_id': ['verifieringskod som gäller i högst tio minuter', 'verifieringskoder som gäller i högst tio minuter'],
  'mail_outbox.key_id': ['brev', 'brev'],
  'provider_link.key_id': ['kopplat inloggningssätt', 'kopplade inloggningssätt'],
  'provider_visit.key_id': ['påbörjad inloggning hos annan', 'påbörjade inloggningar hos andra'],
  'explanation.finding_mac': ['kommentar', 'kommentarer'],
  'audit_event.key_id': ['händelse', 'händelser'],
  'audit_checkpoint_seal.key_id': ['kontrollpunkt', 'kontrollpunkter'],
  'audit-heads': ['fil med huvuden', 'filer med huvuden'],
};

/** So many of what a column holds: «3 appar». */
export const keptUnderKeys = (name: string, n: number): string => counted(n, ...(kept[name] ?? ([name, name] as const)));
