import type { Mechanism } from '@insamling/survey';
import { count } from './numbers.ts';

const reasons = {
  unit10: 'en siffra för mycket eller för lite',
  unit100: 'ören i stället för kronor, eller decimaler som saknas',
  unit1000: 'tusental i stället för kronor',
  unit12: 'årslön i stället för månadslön',
  decimalSign: 'decimalerna skrivs utan tecken',
  hoursForPercent: 'timmar i stället för procent',
  transposed: 'två siffror har bytt plats',
  mistyped: 'ett tecken är fel',
  leadingZero: 'den inledande nollan saknas',
  capital: 'stor och liten bokstav',
  dayAndMonth: 'dag och månad har bytt plats',
  swapped: 'värdena har bytt plats',
  sign: 'minustecknet är för mycket',
  lastYear: 'så var det förra året',
  determined: 'det enda som kontrollerna tillåter',
} satisfies Record<Mechanism, string>;

/** Proposals of what was meant, in the card of a finding. */
export const proposalTexts = {
  title: 'Förslag på rättelse',
  loading: 'Letar efter förslag …',
  none: 'Inga förslag. Kontrollera värdet i lönesystemet.',
  help: 'Förslagen är prövade: anmärkningen försvinner och ingen ny kommer. Inget ändras förrän du väljer.',
  change: (field: string, text: string) => (text === '' ? `Töm ${field}` : `Ändra ${field} till ${text}`),
  and: ' och ',
  reason: (mechanism: string) => (Object.hasOwn(reasons, mechanism) ? reasons[mechanism as Mechanism] : ''),
};

/** The smallest sets of fields that mend a record, above the proposals. */
export const remedyTexts = {
  title: (sets: number) =>
    sets === 1
      ? 'Det minsta som behöver ändras för att posten ska bli rätt:'
      : 'Det räcker att ändra ett av följande för att posten ska bli rätt:',
  help: 'Räknat på kontrollerna av posten själv. Inget ändras förrän du väljer.',
  others: 'Andra förslag',
  notLocalised: {
    tooManyFields: 'Fler än tre fält behöver ändras för att posten ska bli rätt. Gå igenom hela raden i lönesystemet.',
    outOfTime: 'Det går inte att räkna ut vilka fält som behöver ändras. Gå igenom hela raden i lönesystemet.',
    nothingToSolve: 'Posten själv behöver inte ändras.',
  },
  allowed: (ranges: readonly Range[]) => `tillåtet: ${ranges.map(within).join(' eller ')}`,
  codes: (codes: readonly { readonly code: string; readonly name: string }[]) =>
    `tillåtet: ${codes.map(({ code, name }) => (code === '' ? 'tomt' : name === '' || name === code ? code : `${code} (${name})`)).join(', ')}`,
  manyCodes: (n: number) => `tillåtet: en av ${count(n)} koder`,
  another: 'ett annat värde',
  proposed: (text: string, reason: string) => `${text === '' ? 'tomt' : text} (${reason})`,
  or: ' eller ',
  write: 'Skriv värde',
  writeIn: (field: string) => `Skriv värde i ${field}`,
};

interface Range {
  readonly low: number | null;
  readonly high: number | null;
}

/** As the file writes numbers, so that they can be typed as they stand. */
function within({ low, high }: Range): string {
  if (low !== null && low === high) return `${low}`;
  if (low !== null && high !== null) return `mellan ${low} och ${high}`;
  if (low !== null) return `minst ${low}`;
  return high === null ? 'vad som helst' : `högst ${high}`;
}
