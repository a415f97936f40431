import type { SystematicCause } from '@insamling/survey';
import { count, counted } from './numbers.ts';

interface Asked {
  /** Number and name of the fields, as «Fält 27 Lön». */
  readonly field: string;
  readonly records: number;
  readonly of: number;
}

const inNearlyAll = ({ records, of }: Asked): string =>
  records === of ? `alla ${count(of)} poster` : `${count(records)} av ${count(of)} poster`;

/** Questions that stand instead of many findings with one cause: what was seen, why it is asked, and what can be done. */
export const questionTexts = {
  field: (number: number, name: string) => `Fält ${number} ${name}`,
  title: 'Samma sak i hela filen?',
  intro: 'Många anmärkningar verkar ha en gemensam orsak. Svara här en gång, så slipper du gå igenom dem en och en.',
  standsFor: (findings: number, unexplained: number | null) =>
    unexplained === null || unexplained === findings
      ? `Står för ${counted(findings, 'anmärkning', 'anmärkningar')}.`
      : `Står för ${counted(findings, 'anmärkning', 'anmärkningar')}, varav ${count(unexplained)} saknar kommentar.`,
  ofGroup: (name: string, value: string) => `${name}: ${value}`,
  example: 'Exempel',
  before: 'Nu',
  after: 'Efter rättelsen',
  newCode: 'Ny kod i stället',
  newCodeMissing: 'Ange den kod som ska stå i stället.',
  correctAll: (n: number) => `Rätta alla ${count(n)} värden`,
  correcting: 'Rättar …',
  standsAsItIs: 'Det stämmer så här',
  standsHelp: 'Samma kommentar skrivs på de anmärkningar som frågan står för och som saknar kommentar.',
  answered: (n: number) => counted(n, 'fråga är besvarad', 'frågor är besvarade'),
  answeredHelp: (findings: number) => `${counted(findings, 'anmärkning är kommenterad', 'anmärkningar är kommenterade')}.`,
  toRules: 'Visa anmärkningarna',
  corrected: (n: number) => `${counted(n, 'värde är ändrat', 'värden är ändrade')}.`,

  questions: {
    shiftedColumns: ({ field, of }) =>
      `Kolumnerna verkar vara förskjutna från ${field}: värdena passar i fältet bredvid i nästan alla ${count(of)} poster. Stämmer det?`,
    missingDecimals: (asked) => `${asked.field} verkar sakna decimaler i ${inNearlyAll(asked)}. Ska 75 vara 75,00 procent?`,
    decimalSigns: (asked) => `${asked.field} är skrivet med decimaltecken i ${inNearlyAll(asked)}. Ska 75,50 skrivas 7550?`,
    timesHundred: (asked) => `${asked.field} verkar vara i ören i ${inNearlyAll(asked)}. Ska beloppen delas med hundra?`,
    notScaledToFullTime: (asked) =>
      `${asked.field} verkar vara den utbetalda lönen och inte heltidslönen i ${inNearlyAll(asked)} med deltid. Ska lönen räknas upp till heltid?`,
    oneCodeEverywhere: (asked) =>
      `Samma okända kod står i ${asked.field} i ${counted(asked.records, 'post', 'poster')}. Vilken kod ska det vara?`,
  } satisfies Record<SystematicCause, (asked: Asked) => string>,

  whys: {
    shiftedColumns: 'En kolumn för mycket eller för litet i exporten flyttar alla värden efter den till fel fält.',
    missingDecimals:
      'Fältet har två underförstådda decimaler. Nästan alla värden är så små att decimalerna troligen har fallit bort i exporten.',
    decimalSigns: 'Decimalerna är underförstådda i postbeskrivningen och skrivs utan tecken.',
    timesHundred: 'Fältet rymmer hela kronor. Så stora belopp är nästan alltid i ören.',
    notScaledToFullTime: 'Lönerna i förhållande till vad som är vanligt är ungefär lika med sysselsättningsgraderna.',
    oneCodeEverywhere: 'Koden finns inte i årets förteckning. När alla har samma är det troligen en inställning i lönesystemet.',
  } satisfies Record<SystematicCause, string>,

  remedies: {
    times100: 'Varje värde multipliceras med hundra.',
    over100: 'Varje belopp delas med hundra och avrundas till hela kronor.',
    withoutSign: 'Decimaltecknet tas bort, och värdet får de decimaler som fältet har.',
    scaleToFullTime: 'Varje lön delas med postens sysselsättningsgrad.',
    replace: 'Koden byts mot den du anger.',
  },
  noRemedy: 'Det går inte att rätta här. Rätta exporten i lönesystemet och ladda upp filen igen.',
};
