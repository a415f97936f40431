import type { Rule } from './rule.ts';

/** What a gap of a message on a record needs beside the record: fields and lists of the edition, or a kind of rule. */
interface Needed {
  readonly fields?: readonly string[];
  readonly lists?: readonly string[];
  readonly kinds?: readonly Rule['logic']['kind'][];
  readonly roles?: readonly ('person' | 'classification')[];
}

const label: Needed = { fields: ['aidLabel'], lists: ['aid-labels'] };
const pair: Needed = { kinds: ['equalRecords', 'differentNames'] };
const names: Needed = { kinds: ['differentNames'], fields: ['name'] };

/** Every gap that a message on a record may have. */
export const recordGaps: Readonly<Record<string, Needed>> = {
  rad: {},
  rad1: pair,
  rad2: pair,
  värde: {},
  nr: {},
  fältnamn: {},
  längd: { kinds: ['reading'] },
  max: {},
  exempel: {},
  förväntat: {},
  antal: {},
  antalår: { fields: ['employedFrom'] },
  grad: { fields: ['agreedEmploymentRate'] },
  enhetstyp: {},
  avtal: { fields: ['collectiveAgreement'], lists: ['collective-agreements'] },
  befattning: { fields: ['positionCode'] },
  namn1: names,
  namn2: names,
  förslag: label,
  förra: { kinds: ['panel'] },
  nu: { kinds: ['panel'] },
  procent: { kinds: ['panel'] },
  enhet: {},
  ålder: { roles: ['person'] },
  anställningsform: { fields: ['employmentForm'], lists: ['employment-forms'] },
  aid: { fields: ['aidLabel'] },
  aidnamn: label,
  sektor: label,
  verksamhet: { fields: ['activityCode'], lists: ['activity-codes-municipality', 'activity-codes-region'] },
  anställningsid: { fields: ['employmentId'] },
  summa: { kinds: ['personSum'] },
  gräns: {},
  nedre: {},
  övre: {},
};

const everywhere = ['enhet', 'nr', 'fältnamn'];
/** Gaps that come with what was found in the file. */
const ofReading: Readonly<Partial<Record<Extract<Rule['logic'], { kind: 'reading' }>['fault'], readonly string[]>>> = {
  separator: ['skiljetecken'],
  blankRows: ['antal'],
  trimmed: ['antal'],
  mojibake: ['antal'],
  otherUnit: ['enhetskod', 'enhetsnamn'],
  sameFile: ['datum'],
};
const onRecords: readonly string[] = ['fields', 'tooLong', 'notDigits', 'decimalSign'];

/** Gaps that a finding of the rule on the whole file fills; undefined for a rule whose findings are on records. */
export function fileGaps({ logic }: Pick<Rule, 'logic'>): readonly string[] | undefined {
  if (logic.kind === 'process') return [...everywhere, 'antal', 'datum'];
  if (logic.kind === 'reading') return onRecords.includes(logic.fault) ? undefined : [...everywhere, ...(ofReading[logic.fault] ?? [])];
  if (logic.kind !== 'aggregate') return undefined;
  return [...everywhere, ...groupGaps(logic.per), ...Object.keys(logic.gaps ?? {})];
}

function groupGaps(per: Extract<Rule['logic'], { kind: 'aggregate' }>['per']): readonly string[] {
  if (per === undefined) return [];
  if (typeof per !== 'string') return ['grupp'];
  if (per === 'aidLabel') return ['aid', 'aidnamn'];
  if (per === 'activityCode') return ['verksamhet'];
  if (per === 'collectiveAgreement') return ['avtal'];
  return ['grupp', 'orgnr', 'arbetsgivare'];
}
