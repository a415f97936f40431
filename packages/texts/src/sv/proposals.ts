import type { Mechanism } from '@insamling/survey';

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
} satisfies Record<Mechanism, string>;

/** Proposals of what was meant, in the card of a finding. */
export const proposalTexts = {
  title: 'Förslag på rättelse',
  loading: 'Letar efter förslag …',
  none: 'Inga förslag. Kontrollera värdet i lönesystemet.',
  help: 'Förslagen är prövade: anmärkningen försvinner och ingen ny kommer. Inget ändras förrän du väljer.',
  change: (field: string, text: string) => `Ändra ${field} till ${text}`,
  and: ' och ',
  changed: (field: string, before: string, after: string) => `${field}: ${before} → ${after}`,
  reason: (mechanism: string) => (Object.hasOwn(reasons, mechanism) ? reasons[mechanism as Mechanism] : ''),
};
