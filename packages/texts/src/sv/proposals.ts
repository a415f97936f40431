import type { AllowedRange, Mechanism } from '@insamling/survey';
import { count } from './numbers.ts';

const reasons = {
  unit10: 'en siffra för mycket eller för lite',
  unit100: 'ören i stället för kronor, eller decimaler som saknas',
  unit1000: 'tusental i stället för kronor',
  unit12: 'årslön i stället för månadslön',
  decimalSign: 'decimalerna skrivs utan tecken',
  decimalComma: 'decimaltecknet ska vara komma',
  decimalPoint: 'decimaltecknet ska vara punkt',
  hoursForPercent: 'timmar i stället för procent',
  transposed: 'två siffror har bytt plats',
  mistyped: 'ett tecken är fel',
  leadingZero: 'den inledande nollan saknas',
  capital: 'stor och liten bokstav',
  dayAndMonth: 'dag och månad har bytt plats',
  swapped: 'värdena har bytt plats',
  sign: 'minustecknet är för mycket',
  lastYear: 'så var det förra året',
  listCorrected: 'koden är rättad i förteckningen',
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
  changed: (field: string, before: string, after: string) => `${field}: ${before} → ${after}`,
  reason: (mechanism: string) => (Object.hasOwn(reasons, mechanism) ? reasons[mechanism as Mechanism] : ''),
};

/** What is known of a new value of a field. */
export interface KnownOfField {
  readonly proposed: readonly { readonly text: string; readonly mechanism: string }[];
  readonly codes: readonly { readonly code: string; readonly name: string }[];
  /** How many codes there are; null where it is no code. */
  readonly codeCount: number | null;
  /** As the file writes the numbers. */
  readonly ranges: readonly AllowedRange<number | string>[];
}

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
    nothingToSolve: 'Felet ligger inte i ett fält utan i hur posten hänger ihop med andra.',
    ruleNotUsed: 'Det går inte att räkna ut vilka fält som behöver ändras. Läs anmärkningen och rätta det fält som är fel.',
    unreadable: 'Raden har fel antal värden.',
  },
  /** Proposed values with their reasons, and what is allowed. */
  words: ({ proposed, ...known }: KnownOfField) => {
    const values = proposed.map(({ text, mechanism }) => `${text === '' ? 'tomt' : text} (${proposalTexts.reason(mechanism)})`);
    return [values.join(' eller '), allowed(known)].filter(Boolean).join('; ');
  },
  another: 'ett annat värde',
  write: 'Skriv värde',
  writeIn: (field: string) => `Skriv värde i ${field}`,
};

function allowed({ codes, codeCount, ranges }: Omit<KnownOfField, 'proposed'>): string {
  const named = codes.map(({ code, name }) => (code === '' ? 'tomt' : name === '' || name === code ? code : `${code} (${name})`));
  if (named.length > 0) return `tillåtet: ${named.join(', ')}`;
  if (ranges.length > 0) return `tillåtet: ${ranges.map(within).join(' eller ')}`;
  return codeCount === null ? '' : `tillåtet: en av ${count(codeCount)} koder`;
}

/** As the file writes numbers, so that they can be typed as they stand. */
function within({ low, high }: AllowedRange<number | string>): string {
  if (low !== null && low === high) return `${low}`;
  if (low !== null && high !== null) return `mellan ${low} och ${high}`;
  if (low !== null) return `minst ${low}`;
  return high === null ? 'vilket tal som helst' : `högst ${high}`;
}
