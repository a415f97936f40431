import { dayInWords } from './dates.ts';
import { fillGaps } from './gaps.ts';
import { count } from './numbers.ts';

/**
 * One sentence or two for every refusal of the contract: what is wrong and what to do next. `{name}` is filled from the
 * refusal's details of that name: a name that ends in `On` is a calendar date, a number is written in Swedish, and `{name|one|several}` chooses by it.
 */
export const problemTexts = {
  'account.not-signed-in': 'Du är inte inloggad. Logga in och försök igen.',
  'account.not-allowed': 'Du har inte behörighet till det här.',
  'account.step-up-needed': 'Bekräfta med en kod från din app att det är du, och försök igen.',
  'account.passkey-refused': 'Passkeyn gick inte att lägga till. Försök igen.',
  'account.passkey-needed': 'Din organisation kräver passkey. Lägg till en annan innan du tar bort den sista.',
  'account.address-invalid': 'Ange en ny e-postadress i formatet namn@exempel.se.',
  'account.address-taken-meanwhile': 'Adressen går inte att använda. Välj en annan adress.',
  'request.not-found': 'Sidan finns inte.',
  'request.invalid': 'Något i begäran stämmer inte. Kontrollera uppgifterna och försök igen.',
  'request.holds-personal-number': 'Texten ser ut att innehålla ett personnummer. Skriv den utan personnummer.',
  'request.cross-site': 'Begäran kom från en annan webbplats och utfördes inte. Ladda om sidan och försök igen.',
  'request.wrong-host': 'Adressen hör inte till den här tjänsten. Kontrollera adressen och försök igen.',
  'request.too-large': 'Det du skickade är för stort. Korta ned det och försök igen.',
  'request.method-not-allowed': 'Adressen svarar inte på den här sortens begäran.',
  'request.unsupported-media-type': 'Innehållet har en form som tjänsten inte tar emot.',
  'service.unavailable': 'Tjänsten går inte att nå just nu. Försök igen om en stund.',
  'service.defect': 'Något gick fel hos oss. Försök igen. Hjälper inte det, skriv till oss och ange felnumret.',

  'request.too-slow': 'Begäran kom fram för långsamt och avbröts. Kontrollera anslutningen och försök igen.',
  'request.too-many': 'Du har gjort ovanligt många anrop på kort tid. Försök igen om {seconds} {seconds|sekund|sekunder}.',
  'service.busy': 'Ovanligt många loggar in just nu. Försök igen om {seconds} {seconds|sekund|sekunder}.',
  'account.provider-not-open':
    'Det går inte att använda den leverantören. Din organisation har inte valt den, eller så är den inte kopplad till ditt konto.',
  'unit.provider-unknown': 'Leverantören finns inte. Ladda om sidan och välj igen.',

  'unit.not-allowed': 'Du har inte behörighet till enheten.',
  'unit.already-member': 'Personen finns redan i enheten.',
  'unit.invalid-email': 'Ange en e-postadress i formatet namn@exempel.se.',
  'unit.own-role':
    'Du kan inte ändra din egen roll eller ta bort dig själv. Be en annan enhetsadministratör eller skriv till oss i Meddelanden.',
  'unit.role-not-grantable': 'Du kan inte ge den rollen. Välj en annan roll eller skriv till oss i Meddelanden.',

  'user.not-allowed': 'Du har inte behörighet att ändra det kontot. En administratör kan göra det.',
  'user.role-not-grantable': 'Du kan inte ge den rollen. En administratör kan göra det.',
  'user.second-person-needed': 'En annan administratör än den som begärde återställningen måste bekräfta den.',
  'user.own-account': 'Du kan inte ändra ditt eget konto här. Be en annan administratör.',
  'user.exists': 'Det finns redan ett konto med den e-postadressen. Sök upp personen och ändra där.',
  'user.wrong-state': 'Kontot har ett annat läge nu och det går inte att göra det här. Ladda om sidan för att se läget.',
  'user.invited-just-now': 'Inbjudan skickades nyss. Vänta en minut och försök igen.',
  'user.administrator-waiting':
    'Det finns redan en begäran om att göra personen till administratör. En annan administratör ska svara på den.',
  'user.reset-waiting': 'Det finns redan en begäran om återställning som väntar på en andra administratör.',
  'user.unit-unknown': 'Någon av enheterna finns inte. Välj enheterna på nytt.',
  'user.reason-holds-personal-number': 'Texten ser ut att innehålla ett personnummer. Skriv orsaken utan det.',

  'period.closed': 'Inlämningsperioden är stängd sedan den {closesOn}.',
  'period.none-open': 'Ingen insamling är öppen just nu.',
  'period.upload-closed':
    'Sista dagen att ladda upp en ny fil var den {lastUploadOn}. Det går fortfarande att rätta, kommentera och lämna in.',
  'period.dates-out-of-order':
    'Dagarna kommer i fel ordning. Perioden öppnar först, sedan kommer senaste dag och sista dag för ny fil, och sist stänger den. Perioder får inte gå in i varandra.',
  'period.changed-meanwhile': 'Någon annan har ändrat perioden medan du skrev. Ladda om sidan och gör din ändring igen.',
  'period.erased': 'Testperioden är slut och dess uppgifter raderas eller är raderade. Periodens dagar ligger fast.',
  'period.name-not-typed': 'Perioden är öppen och skulle stängas av ändringen. Skriv periodens namn för att bekräfta det.',

  'extension.date-out-of-range': 'Ange ett datum efter {afterOn} och senast {latestOn}.',
  'extension.comment-missing': 'Skriv en kommentar när orsaken är Annat.',
  'extension.already-waiting': 'Ni har redan en begäran som väntar på svar.',
  'extension.already-decided': 'Begäran har redan fått ett svar. Det står på organisationens sida under Uppskov.',
  'extension.answer-missing': 'Skriv varför begäran avslås.',
  'extension.asking-closed': 'Tiden för att begära uppskov har gått ut. Skriv till oss i Meddelanden.',

  'delivery.not-allowed': 'Din roll i enheten tillåter inte det. En enhetsadministratör kan ändra din roll.',
  'delivery.wrong-state': 'Inlämningen har ett annat läge nu och det går inte att göra det här. Ladda om sidan för att se läget.',
  'delivery.changed-meanwhile': 'Inlämningen har ändrats sedan du öppnade sidan. Kontrollera uppgifterna igen och fortsätt sedan.',
  'delivery.cell-changed-meanwhile': 'Någon annan har ändrat cellen. Välj vilket värde som ska gälla.',
  'delivery.file-replaced': 'Filen har ersatts av en ny. Ladda om sidan för att arbeta med den nya filen.',
  'delivery.cell-unknown': 'Raden eller fältet finns inte i filen. Ladda om sidan och försök igen.',
  'delivery.cannot-correct': 'Filen kunde inte läsas och går inte att rätta här. Ladda upp en ny fil.',
  'delivery.has-errors': '{errors} fel måste rättas innan du kan lämna in.',
  'delivery.has-warnings': '{warnings} {warnings|varning|varningar} saknar rättelse eller kommentar.',
  'delivery.still-checking': 'Kontrollen av filen pågår. Vänta tills den är klar och försök igen.',
  'delivery.no-findings': 'Anmärkningen finns inte längre. Ladda om sidan för att se vad som är kvar.',
  'delivery.already-undone': 'Rättelsen är redan ångrad, eller cellen har ändrats efter den.',
  'delivery.question-gone': 'Frågan gäller inte längre. Ladda om sidan för att se vad som är kvar.',
  'delivery.choice-invalid': 'Värdet får inte plats i fältet. Ange en kod ur förteckningen.',
  'delivery.file-empty': 'Filen är tom. Välj en fil med minst en rad.',
  'delivery.file-too-large': 'Filen är större än {megabytes} MB.',
  'delivery.file-name-invalid': 'Filens namn kan inte användas. Byt namn på filen och försök igen.',
  'delivery.file-kind-unknown': 'Filen ska vara en textfil (.csv eller .txt) eller en arbetsbok (.xlsx). Spara om den och försök igen.',
  'delivery.file-kind-differs': 'Filens innehåll stämmer inte med namnets slut, {ending}. Spara om filen i rätt format och försök igen.',
  'delivery.too-many-uploads-at-once': 'Flera filer laddas redan upp. Vänta tills de är klara och försök igen.',
  'delivery.too-many-uploads': 'Ovanligt många filer har laddats upp den senaste timmen. Försök igen om {minutes} {minutes|minut|minuter}.',
  'delivery.storage-full':
    'Organisationens utrymme för uppladdade filer är fullt ({gigabytes} GB). Skriv till oss i Meddelanden så hjälper vi er.',
  'delivery.upload-cut': 'Anslutningen bröts innan hela filen var skickad. Inget har sparats. Försök igen.',

  'message.holds-personal-number': 'Texten ser ut att innehålla ett personnummer. Länka till raden i stället.',
} as const;

/** The same refusals when the details that fill the gaps are not at hand. */
const withoutDetails: Partial<Record<keyof typeof problemTexts, string>> = {
  'period.closed': 'Inlämningsperioden är stängd.',
  'period.upload-closed': 'Sista dagen att ladda upp en ny fil har passerat. Det går fortfarande att rätta, kommentera och lämna in.',
  'extension.date-out-of-range': 'Datumet ligger utanför de dagar som går att begära.',
  'delivery.has-errors': 'Det finns fel som måste rättas innan du kan lämna in.',
  'delivery.has-warnings': 'Det finns varningar som saknar rättelse eller kommentar.',
  'delivery.file-too-large': 'Filen är för stor.',
  'request.too-many': 'Du har gjort ovanligt många anrop på kort tid. Vänta en stund och försök igen.',
  'service.busy': 'Ovanligt många loggar in just nu. Vänta en stund och försök igen.',
  'delivery.file-kind-differs': 'Filens innehåll stämmer inte med namnets slut. Spara om filen i rätt format och försök igen.',
  'delivery.too-many-uploads': 'Ovanligt många filer har laddats upp den senaste timmen. Försök igen senare.',
  'delivery.storage-full': 'Organisationens utrymme för uppladdade filer är fullt. Skriv till oss i Meddelanden så hjälper vi er.',
};

/** The sentence of a refusal with its gaps filled from the refusal's details. */
export function problemText(code: keyof typeof problemTexts, details: Readonly<Record<string, string | number | null>> = {}): string {
  const filled = fillGaps(problemTexts[code], Object.fromEntries(Object.entries(details).flatMap(spoken)));
  return /\{\w+\}/.test(filled) ? (withoutDetails[code] ?? filled) : filled;
}

function spoken([name, value]: [string, string | number | null]): [string, string][] {
  if (value === null) return [];
  if (typeof value === 'number') return [[name, count(value)]];
  return [[name, name.endsWith('On') && /^\d{4}-\d{2}-\d{2}$/.test(value) ? dayInWords(value) : value]];
}
