/** Words of the operator's commands. */
export const commandTexts = {
  help: `Så här:
  insamling admin invite E-POST [--name NAMN]   bjud in en administratör; mejlet skickas av portalen
  insamling migrate                             gör databasens tabeller aktuella
  insamling audit verify                        kontrollera att händelseloggen är hel

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
  auditWhole: 'Händelseloggen är hel: {händelser} i {kedjor}.',
  auditBroken: 'Kedjan {organisation} är bruten vid händelse {nummer}.',
} as const;
