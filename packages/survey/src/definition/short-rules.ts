import {
  above,
  all,
  any,
  atLeast,
  below,
  countChangedOutside,
  empty,
  field,
  filled,
  inList,
  lastYearField,
  meanChangedOutside,
  measure,
  measureLastYear,
  not,
  param,
  times,
  type Condition,
  type Quantity,
} from './condition.ts';
import { allKnown, hasLastYear } from './definite.ts';
import type { Logic, MissingOperands, Scope } from './rule.ts';
import { fieldsOf, textFieldsOf } from './fields-of.ts';

/** A rule as an author writes it: a kind with what it needs to know. Conditions are trees here, whatever they were written as. */
export interface ShortRule {
  readonly kind: ShortKind;
  readonly when?: Condition;
  readonly assert?: Condition;
  readonly missing?: MissingOperands;
  /** They take the place of bounds. */
  readonly params?: Readonly<Record<string, number | string>>;
  readonly field?: string;
  readonly fields?: readonly string[];
  readonly list?: string;
  readonly low?: number;
  readonly high?: number;
  /** Facts of the list that hold the bounds of a code. */
  readonly lowFact?: string;
  readonly highFact?: string;
  readonly per?: string;
  readonly by?: readonly string[];
  readonly over?: string;
  readonly under?: string;
  readonly first?: string;
  readonly second?: string;
  readonly scheme?: 'luhn' | 'mod11' | 'mod97';
  readonly where?: Condition;
  readonly least?: number;
  readonly of?: 'count' | 'mean';
  /** Fields that make a group, narrow groups first; no field for the whole file. */
  readonly groups?: readonly (readonly string[])[];
  readonly distance?: 'tv' | 'hellinger';
  readonly match?: 'any' | 'employmentId';
}

export const shortKinds = [
  'type',
  'length',
  'required',
  'requiredWhen',
  'forbiddenWhen',
  'codeList',
  'range',
  'rangePerGroup',
  'ratio',
  'dateOrder',
  'checkDigit',
  'unique',
  'groupSum',
  'groupConsistency',
  'share',
  'changeInGroup',
  'panelChange',
  'robustZ',
  'hidiroglouBerthelot',
  'distribution',
  'expression',
] as const;
export type ShortKind = (typeof shortKinds)[number];

/** What a short rule is in the engine's own terms. `lacks` names a property that its kind cannot do without. */
export interface Expanded {
  readonly logic: Logic;
  readonly scope: Scope;
  readonly fields: readonly string[];
  readonly params: Readonly<Record<string, number>>;
  /** It is not asked while last year is not known, although it could be. */
  readonly needsLastYear?: true;
}

export class Lacking extends Error {}
/** Of two bounds the lower is above the upper. */
export class Turned extends Error {}

/** @param isText whether a field holds texts: those are not missing when a rule asks of them. @throws Lacking that names the property, and Turned the bounds */
export function expand(rule: ShortRule, isText: (field: string) => boolean): Expanded {
  const need = <Name extends keyof ShortRule>(name: Name): NonNullable<ShortRule[Name]> => {
    const value = rule[name];
    if (value === undefined || value === null) throw new Lacking(name);
    return value as NonNullable<ShortRule[Name]>;
  };
  insistOnBounds(rule);
  const where = rule.where ? { where: rule.where } : {};
  const bounds = { ...(rule.low === undefined ? {} : { low: rule.low }), ...(rule.high === undefined ? {} : { high: rule.high }) };
  const ofRecord = (hit: Condition, fields = fieldsOf(hit), params: Readonly<Record<string, number>> = {}): Expanded => ({
    logic: { kind: 'record', hit },
    scope: fields.length > 1 ? 'record' : 'field',
    fields,
    params,
  });
  switch (rule.kind) {
    case 'type':
      return { logic: { kind: 'reading', fault: 'notDigits' }, scope: 'field', fields: rule.fields ?? [], params: {} };
    case 'length':
      return { logic: { kind: 'reading', fault: 'tooLong' }, scope: 'field', fields: rule.fields ?? [], params: {} };
    case 'required':
      return ofRecord(empty(need('field')));
    case 'requiredWhen':
      need('when');
      return ofRecord(empty(need('field')));
    case 'forbiddenWhen':
      need('when');
      return ofRecord(filled(need('field')));
    case 'codeList':
      return ofRecord(all(filled(need('field')), not(inList(need('field'), need('list')))));
    case 'range':
      return ofRecord(outside(field(need('field')), bounds), [need('field')], bounds);
    case 'rangePerGroup': {
      const of = (fact: string): Quantity => ({ codeFact: need('per'), list: need('list'), fact });
      return ofRecord(any(below(field(need('field')), of(need('lowFact'))), above(field(need('field')), of(need('highFact')))), [
        need('field'),
        need('per'),
      ]);
    }
    case 'ratio': {
      // Multiplied out: a bound that is met exactly is not passed by a rounding. Bounds are percent.
      const [over, under] = [field(need('over')), field(need('under'))];
      const percent = times(over, 100);
      const parts = [
        ...(rule.low === undefined ? [] : [below(percent, times(param('low'), under))]),
        ...(rule.high === undefined ? [] : [above(percent, times(param('high'), under))]),
      ];
      return ofRecord(all(above(under, 0), any(...parts)), [need('over'), need('under')], bounds);
    }
    case 'dateOrder': {
      const day = (name: string): Quantity => (isText(name) ? { dateOf: name } : field(name));
      const [first, second] = [need('first'), need('second')];
      return ofRecord(above(day(first), day(second)), [second, first]);
    }
    case 'checkDigit':
      return ofRecord(all(filled(need('field')), not({ op: 'checkDigit', field: need('field'), scheme: need('scheme') })));
    case 'unique':
      return {
        logic: { kind: 'equalRecords', fields: need('fields'), ...where, onlyFilled: true },
        scope: 'group',
        fields: need('fields'),
        params: {},
      };
    case 'groupSum':
      return {
        logic: { kind: 'personSum', by: need('by'), add: need('field'), ...where, onlyFilled: true },
        scope: 'group',
        fields: [need('field'), ...need('by')],
        params: { max: need('high') },
      };
    case 'groupConsistency':
      return {
        logic: { kind: 'groupDiffers', by: need('by'), of: need('field'), ...where, onlyFilled: true },
        scope: 'group',
        fields: [need('field'), ...need('by')],
        params: {},
      };
    case 'share': {
      const counted = need('where');
      const share = times(measure('some'), 100);
      const parts = [
        ...(rule.low === undefined ? [] : [below(share, times(param('low'), measure('all')))]),
        ...(rule.high === undefined ? [] : [above(share, times(param('high'), measure('all')))]),
      ];
      return {
        logic: {
          kind: 'aggregate',
          measures: {
            all: { count: 'records', ...(rule.when ? { where: rule.when } : {}) },
            some: { count: 'records', where: rule.when ? all(rule.when, counted) : counted },
          },
          enough: atLeast(measure('all'), param('least')),
          hit: any(...parts),
          gaps: { procent: { share: 'some', of: 'all' }, antal: { count: 'some' } },
        },
        scope: 'dataset',
        fields: fieldsOf(counted),
        params: { ...bounds, least: rule.least ?? 1 },
      };
    }
    case 'changeInGroup':
      return changeInGroup(rule, need('of'), need('low'), need('high'), need);
    case 'panelChange': {
      const [now, last] = [times(field(need('field')), 100), lastYearField(need('field'))];
      const hit = all(above(last, 0), any(below(now, times(param('low'), last)), above(now, times(param('high'), last))));
      return {
        logic: { kind: 'panel', match: 'any', hit, of: need('field') },
        scope: 'panel',
        fields: [need('field')],
        params: { low: need('low'), high: need('high') },
      };
    }
    case 'robustZ': {
      const of = need('field');
      const strata = rule.groups ?? [[]];
      return { logic: { kind: 'robustZ', of, strata, ...where }, scope: 'group', fields: [of, ...new Set(strata.flat())], params: {} };
    }
    case 'hidiroglouBerthelot': {
      const of = need('field');
      const strata = rule.groups ?? [[]];
      const logic = { kind: 'hidiroglouBerthelot', of, match: rule.match ?? 'any', strata, ...where } as const;
      return { logic, scope: 'panel', fields: [of, ...new Set(strata.flat())], params: {} };
    }
    case 'distribution': {
      const of = need('field');
      const logic = { kind: 'distribution', of, distance: rule.distance ?? 'tv', ...where } as const;
      return { logic, scope: 'dataset', fields: [of], params: {} };
    }
    case 'expression': {
      const assertion = need('assert');
      // What is missing or cannot be had neither holds nor fails; a rule that is asked all the same may fail by the rest.
      const there =
        (rule.missing ?? 'skipIfAnyMissing') === 'skipIfAnyMissing'
          ? [...textFieldsOf(assertion).filter(isText).map(filled), ...allKnown(assertion)]
          : [];
      return ofRecord(all(...there, ...hasLastYear(assertion), not(assertion)), fieldsOf(assertion));
    }
  }
}

const boundedKinds: readonly ShortKind[] = ['range', 'ratio', 'share'];

/** Without a bound nothing is asked, and between two that are turned round lies nothing. */
function insistOnBounds({ kind, low, high, params = {} }: ShortRule): void {
  const [least, most] = [low, high].map((bound, place) => {
    const named = params[place === 0 ? 'low' : 'high'];
    return bound === undefined || named === undefined ? bound : Number(named);
  });
  if (boundedKinds.includes(kind) && least === undefined && most === undefined) throw new Lacking('low or high');
  if (least !== undefined && most !== undefined && least > most) throw new Turned(`${least} > ${most}`);
}

function outside(quantity: Quantity, { low, high }: { readonly low?: number; readonly high?: number }): Condition {
  return any(
    ...(low === undefined ? [] : [below(quantity, param('low'))]),
    ...(high === undefined ? [] : [above(quantity, param('high'))]),
  );
}

function changeInGroup(rule: ShortRule, of: 'count' | 'mean', low: number, high: number, need: (name: 'field') => string): Expanded {
  const where = rule.where ? { where: rule.where } : {};
  // A group that has come or gone was large in one of the years; a mean is of this one.
  const [now, last] = [measure('counted'), measureLastYear('counted')];
  const enough = of === 'mean' ? atLeast(now, param('least')) : any(atLeast(now, param('least')), atLeast(last, param('least')));
  const hit =
    of === 'mean'
      ? meanChangedOutside('sum', 'counted', param('low'), param('high'))
      : countChangedOutside('counted', param('low'), param('high'));
  return {
    logic: {
      kind: 'aggregate',
      ...(rule.per === undefined ? {} : { per: rule.per }),
      measures: { counted: { count: 'records', ...where }, ...(of === 'mean' ? { sum: { sum: [need('field')], ...where } } : {}) },
      enough,
      hit,
      gaps: {
        procent: of === 'mean' ? { change: 'sum', per: 'counted' } : { change: 'counted' },
        antal: { count: 'counted' },
        förra: { count: 'counted', year: 'last' },
      },
    },
    scope: 'dataset',
    fields: [...(rule.field === undefined ? [] : [rule.field]), ...(rule.per === undefined ? [] : [rule.per])],
    params: { low, high, least: rule.least ?? 10 },
    needsLastYear: true,
  };
}
