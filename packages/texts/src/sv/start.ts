/** What `npm start` says in the terminal. */
export const startTexts = {
  database: 'Startar databasen …',
  schema: 'Ser till att databasens tabeller är aktuella …',
  web: 'Bygger webbklienten …',
  demonstration: 'Ser till att exempeluppgifterna finns …',
  portal: 'Portalen: {url}',
  inbox: 'Inkorg: {url}',
  invited: '{role}: {email}{units}',
  invitedUnits: ', enhet {codes}',
  howToEnter: 'Läs inbjudningarna i inkorgen. Avsluta med Ctrl-C.',
  stopping: 'Avslutar …',
  stopped: 'Avslutat.',
  alreadyRunning: 'Portalen körs redan (process {pid}): {url}',
  portInUse: 'Port {port} på {host} används av ett annat program. Avsluta det, eller välj en annan port: PORT=3001 npm start',
  databaseDied: 'Databasen stannade och startas om.',
  databaseLost: 'Databasen gick inte att starta om. Portalen avslutas; ingenting har gått förlorat.',
  processDied: 'En process ({role}) stannade och startas om.',
  keysMissing:
    'Filen {file} saknas, men det finns redan en databas i {folder}. Utan nyckeln går det inte att läsa filer och hemligheter. Lägg tillbaka filen från en säkerhetskopia, eller välj en annan DATA_DIR för att börja om.',
} as const;
