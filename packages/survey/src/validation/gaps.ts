import type { Variable } from '../definition/variable.ts';
import { textOf } from '../engine/table.ts';
import { dayInWords, wholeYears } from '../kernels/calendar.ts';
import { visibleText } from '../kernels/inert-text.ts';
import type { Surroundings } from './surroundings.ts';
import { labelSalary } from './label-salary.ts';
import { personalNumbersOf } from './personal-numbers.ts';
import { isNumber } from '../reading/encode-number.ts';
import { listOf } from './lists.ts';
import type { GroupTest } from './group-rules.ts';
import type { Slot } from './slot.ts';

/** What a gap is filled from: the rule made ready, and the record (0-based) it hit. */
export interface GapSource {
  readonly slot: Slot;
  readonly record: number;
  readonly around: Surroundings;
  readonly group: GroupTest | undefined;
}

type Gap = (source: GapSource) => string;

/** Every gap a message on a record may have. Gaps of findings on the file come with the finding. */
export const gaps: Readonly<Record<string, Gap>> = {
  rad: ({ around, record }) => String(around.table.rowOf(record)),
  rad1: ({ around, record, group }) => String(around.table.rowOf(Math.min(record, group!.firstOther!(record)))),
  rad2: ({ around, record, group }) => String(around.table.rowOf(Math.max(record, group!.firstOther!(record)))),
  värde: ({ slot, around, record }) => shown(around, namedField(slot), record, ['FIL-10', 'FIL-11'].includes(slot.rule.id)) || 'tomt',
  nr: ({ slot, around }) => String(variableOf(around, slot.fields[0]!).number),
  fältnamn: ({ slot, around }) => variableOf(around, slot.fields[0]!).name,
  längd: ({ slot, around, record }) => {
    const text = textOf(around.table, record, slot.column!);
    return inGroups(String([...(around.table.columns[slot.column!]!.dictionary ? text : text.replace(/^0+/, ''))].length));
  },
  max: ({ slot, around }) => String(variableOf(around, slot.fields[0]!).length),
  exempel: ({ slot, around }) => (variableOf(around, slot.fields[0]!).decimals === 2 ? '7550 för 75,50' : '32500 för 32 500'),
  förväntat: ({ around }) => String(around.table.columns.length),
  antal: ({ slot, around, record, group }) =>
    slot.bits === around.table.misfits
      ? String(around.table.misfitFields.get(record) ?? 0)
      : inGroups(String(group?.number?.(record) ?? '')),
  antalår: ({ around, record }) =>
    String(wholeYears(around.table.columns[around.table.indexOf['employedFrom']!]!.values[record]!, around.referenceYear * 10_000 + 1101)),
  grad: ({ around, record }) => shown(around, 'agreedEmploymentRate', record, false),
  enhetstyp: ({ around }) => unitKinds[around.facts.unit?.kind ?? 'company'],
  avtal: (source) => nameOf(source, 'collectiveAgreement', 'collective-agreements'),
  befattning: ({ around, record }) => shown(around, 'positionCode', record, false),
  namn1: ({ around, record, group }) => shown(around, 'name', Math.min(record, group!.firstOther!(record)), false),
  namn2: ({ around, record, group }) => shown(around, 'name', Math.max(record, group!.firstOther!(record)), false),
  förslag: ({ around, record }) => {
    const label = shown(around, 'aidLabel', record, false);
    const successor = String(around.codeLists['expired-labels']?.codes.find(({ code }) => code === label)?.facts?.['successor'] ?? '');
    const name = listOf('aid-labels', around).codes.find(({ code }) => code === successor)?.name ?? '';
    return successor === '' ? 'ingen' : `${successor} ${name}`.trim();
  },
  förra: (source) => lastYearsValue(source) || 'tomt',
  nu: (source) => shown(source.around, toldField(source), source.record, false) || 'tomt',
  procent: (source) => {
    const now = numberIn(source.around, toldField(source), source.record);
    const { panel } = source.around;
    const last = panel ? numberIn(panel.last, toldField(source), matchOf(source)) : Number.NaN;
    // A number that is missing takes part only where it counts as 0.
    const change = (100 * (isNumber(now) ? now : 0)) / last - 100;
    return isNumber(last) && Number.isFinite(change) ? inGroups(change.toFixed(1).replace('.', ',')) : '–';
  },
  enhet: ({ around }) => (around.facts.unit ? `${around.facts.unit.codes[0] ?? ''} ${around.facts.unit.name}` : ''),
  ålder: ({ around, record }) => ageOf(around, record),
  anställningsform: (source) => nameOf(source, 'employmentForm', 'employment-forms') || 'okänd',
  aid: ({ around, record }) => shown(around, 'aidLabel', record, false),
  aidnamn: ({ around, record }) =>
    [...listOf('aid-labels', around).codes, ...(around.codeLists['expired-labels']?.codes ?? [])].find(
      ({ code }) => code === shown(around, 'aidLabel', record, false),
    )?.name ?? '(okänd)',
  sektor: ({ around, record }) => {
    const sector = listOf('aid-labels', around).codes.find(({ code }) => code === shown(around, 'aidLabel', record, false))?.facts?.[
      'sector'
    ];
    return sector === 'region' ? 'regioner' : 'kommuner';
  },
  verksamhet: (source) => `${shown(source.around, 'activityCode', source.record, false)} ${activityName(source)}`,
  anställningsid: ({ around, record }) => shown(around, 'employmentId', record, false),
  summa: (source) => inWords(source.group!.sum!(source.record), variableOf(source.around, summedField(source.slot))),
  gräns: ({ slot, around }) => {
    const { params = {} } = slot.rule;
    const limit = params['max'] ?? params['minAge'] ?? params['sharePct'] ?? '';
    const isInUnitsOfField = params['max'] !== undefined;
    return isInUnitsOfField ? inWords(Number(limit), variableOf(around, summedField(slot))) : String(limit);
  },
  nedre: (source) => bound(source, 'lower', 'p10', 'p10Factor'),
  övre: (source) => bound(source, 'upper', 'p90', 'p90Factor'),
};

function ageOf(around: Surroundings, record: number): string {
  const person = around.roles.person!;
  const age = personalNumbersOf(around, person).ages()[numberIn(around, person, record)]!;
  return Number.isNaN(age) ? '' : String(age);
}

const unitKinds = { municipality: 'kommun', region: 'region', federation: 'kommunalförbund', company: 'företag' } as const;

/** Of a rule against last year: the field whose values are told, and the record they are compared with. */
const panelLogic = ({ slot }: GapSource) => {
  const { logic } = slot.rule;
  if (logic.kind !== 'panel' && logic.kind !== 'hidiroglouBerthelot') throw new Error(`${slot.rule.id} is not asked against last year`);
  return logic;
};
const toldField = (source: GapSource): string => {
  const { logic } = source.slot.rule;
  return logic.kind === 'robustZ' ? logic.of : panelLogic(source).of;
};
const matchOf = (source: GapSource): number => source.around.panel?.match(source.record, panelLogic(source).match) ?? -1;
const numberIn = (around: Surroundings, id: string, record: number): number =>
  around.table.columns[around.table.indexOf[id]!]!.values[record]!;

function lastYearsValue(source: GapSource): string {
  const { panel } = source.around;
  return panel ? shown(panel.last, toldField(source), matchOf(source), false) : '';
}

/** The field that the message names first. */
function namedField(slot: Slot): string {
  return /\{[Ff]ält:([A-Za-z0-9_]+)\}/.exec(slot.rule.texts.message)?.[1] ?? slot.fields[0]!;
}

const variableOf = (around: Surroundings, id: string) => around.table.columns[around.table.indexOf[id]!]!.variable;

/** A value as a person writes it: decimals of the layout with a comma, text as it stands, cut where no sentence could hold it. */
function shown(around: Surroundings, id: string, record: number, asWritten: boolean): string {
  const index = around.table.indexOf[id]!;
  const column = around.table.columns[index]!;
  const value = column.values[record]!;
  if (!asWritten && !column.dictionary && isNumber(value) && column.variable.unit !== 'date') return inWords(value, column.variable);
  const text = textOf(around.table, record, index);
  return text.length > longestShown
    ? `${Array.from(text.slice(0, 2 * longestShown))
        .slice(0, longestShown)
        .join('')}…`
    : text;
}

/** Longer than any field; only a value that is itself the fault is cut. */
const longestShown = 40;

/** Years and numbers that name something stay whole; money is read in thousands. */
const inWords = (value: number, { unit, decimals }: Variable): string =>
  unit === 'sek' || unit === 'sekPerHour' || unit === 'amount' ? inGroups(withDecimals(value, decimals)) : withDecimals(value, decimals);

function withDecimals(value: number, decimals: number): string {
  return decimals === 0 ? String(value) : (value / 10 ** decimals).toFixed(decimals).replace('.', ',');
}

function nameOf({ around, record }: GapSource, field: string, list: string): string {
  const code = shown(around, field, record, false);
  return listOf(list, around).codes.find((one) => one.code === code)?.name ?? code;
}

/** The lists of the two sectors have no code in common, and Gotland's records are of either. */
function activityName(source: GapSource): string {
  const inMunicipality = nameOf(source, 'activityCode', 'activity-codes-municipality');
  return inMunicipality === shown(source.around, 'activityCode', source.record, false)
    ? nameOf(source, 'activityCode', 'activity-codes-region')
    : inMunicipality;
}

/** A bound as it was applied: a parameter, or the label's percentile times its factor. */
function bound({ slot, around, record, group }: GapSource, name: 'lower' | 'upper', percentile: 'p10' | 'p90', factor: string): string {
  const { params = {} } = slot.rule;
  if (group?.limits) return limitInWords(group.limits(record)[name], name, around, measuredField(slot));
  if (params[name] !== undefined) return inWords(Number(params[name]), variableOf(around, namedField(slot)));
  const { field, salaryOf } = labelSalary(percentile, around);
  return inGroups(String(Math.round(salaryOf(shown(around, field, record, false)) * Number(params[factor]))));
}

const summedField = ({ rule: { logic }, fields }: Slot): string => (logic.kind === 'personSum' ? logic.add : fields[0]!);

const measuredField = ({ rule: { logic }, fields }: Slot): string =>
  'of' in logic && typeof logic.of === 'string' ? logic.of : fields[0]!;

/** A computed bound, cut to the decimals of its field inwards: what is shown is accepted. */
function limitInWords(limit: number, name: 'lower' | 'upper', around: Surroundings, field: string): string {
  return inWords(name === 'lower' ? Math.ceil(limit) : Math.floor(limit), variableOf(around, field));
}

/** What fills a gap may be of the file: it steers nothing of the sentence around it. `{fält:id}` → «fält 21 Överenskommen sysselsättningsgrad», number and name from the layout of the year; `{antal|post|poster}` → the word that goes with the number. */
export function fillMessage(message: string, around: Surroundings, fill: (gap: string) => string): string {
  return message.replace(/\{([^}]+)\}/g, (_, gap: string) => {
    if (gap.includes('|')) {
      const [number = '', one = '', several = ''] = gap.split('|');
      return fill(number) === '1' ? one : several;
    }
    const [word, id] = gap.split(':');
    if (id === undefined) return visibleText(fill(gap));
    const { number, name } = variableOf(around, id);
    return `${word} ${number} ${name}`;
  });
}

/** A number as Swedish writes it: 60 000, with a space that does not break the line. */
export const inGroups = (number: string): string => number.replace(/\d+/, (whole) => whole.replace(/\B(?=(?:\d{3})+$)/g, '\u00a0'));

/** yyyy-mm-dd as «20:e november 2024». */
export const dateInWords = (day: string): string => dayInWords(Number(day.replaceAll('-', '')));
