import type { Logic, Rule } from './rule.ts';
import type { Use } from './uses-of.ts';

const any = (name: string): Use => ({ of: 'field', name });
const text = (name: string): Use => ({ of: 'text', name });
const number = (name: string): Use => ({ of: 'number', name });

/** Fields and lists that a rule's logic names outside its conditions. */
export function fieldsOfLogic({ logic, filledBy, systematic }: Pick<Rule, 'logic' | 'filledBy' | 'systematic'>): Use[] {
  const others = [filledBy?.field, filledBy?.or, systematic?.field, systematic?.by].flatMap((name) =>
    name === undefined ? [] : [any(name)],
  );
  return [...ofKind(logic), ...others];
}

function ofKind(logic: Logic): Use[] {
  switch (logic.kind) {
    case 'record':
      return logic.unlessEmptyInFile === undefined ? [] : [number(logic.unlessEmptyInFile)];
    case 'equalRecords':
      return logic.fields === 'all' ? [] : logic.fields.map(any);
    case 'personSum':
      return [...(logic.by ?? []).map(any), number(logic.add), ...(logic.subtract === undefined ? [] : [number(logic.subtract)])];
    case 'groupMajority':
    case 'groupDiffers':
      return [...logic.by.map(any), any(logic.of)];
    case 'aloneInGroup':
      return logic.by.map(any);
    case 'differentNames':
      return [any(logic.by), text(logic.of)];
    case 'groupSpread':
      return [...logic.by.map(any), any(logic.filled), text(logic.of), { of: 'list', name: 'aid-labels' }];
    case 'sameValueInGroup':
      return [any(logic.by), any(logic.of)];
    case 'panel':
      return [any(logic.of)];
    case 'robustZ':
    case 'hidiroglouBerthelot':
      return [number(logic.of), ...logic.strata.flat().map(any)];
    case 'distribution':
      return ofGroup(logic.of);
    case 'aggregate':
      return [...ofGroup(logic.per), ...Object.values(logic.measures).flatMap(ofMeasure)];
    default:
      return [];
  }
}

type Aggregate = Extract<Logic, { kind: 'aggregate' }>;

function ofGroup(per: Aggregate['per']): Use[] {
  if (per === undefined) return [];
  return typeof per === 'string' ? [text(per)] : [text(per.of), { of: 'list', name: 'aid-labels' }];
}

function ofMeasure(measure: Aggregate['measures'][string]): Use[] {
  if ('sum' in measure) return measure.sum.map(number);
  if (measure.count === 'unread') return measure.fields.map(any);
  return measure.count === 'persons' ? [{ of: 'role', name: 'person' }] : [];
}

/** Parameters that a kind of rule cannot do without. */
export function paramsOfLogic(logic: Logic): readonly string[] {
  switch (logic.kind) {
    case 'reading':
      return logic.fault === 'mojibake' ? ['minRecords'] : logic.fault === 'emptyField' ? ['minRecords', 'emptyPct'] : [];
    case 'personSum':
      return ['max'];
    case 'groupMajority':
      return ['minGroup', 'otherPct'];
    case 'differentNames':
      return ['minLetters'];
    case 'groupSpread':
      return ['minRecords', 'maxGroups'];
    case 'sameValueInGroup':
      return ['minPersons', 'sharePct'];
    case 'aggregate':
      return logic.only === undefined ? [] : [logic.only];
    default:
      return [];
  }
}

/** Roles that a kind of rule cannot do without. */
export function rolesOfLogic(logic: Logic): readonly ('person' | 'employment' | 'classification')[] {
  if (isOfPanel(logic)) return ['person', 'employment', 'classification'];
  if (logic.kind === 'sameValueInGroup' || logic.kind === 'differentNames') return ['person'];
  return logic.kind === 'personSum' && logic.by === undefined ? ['person'] : [];
}

const isOfPanel = ({ kind }: Logic): boolean => kind === 'panel' || kind === 'hidiroglouBerthelot';

/** Questions that have no answer while last year's records are not known. */
const ofLastRecords = /"op":"(?:lastYear|sameAsLastYear|sameFactAsLastYear|personInLastYear)"|"lastYearField"/;

/** What of last year a rule cannot be asked without. A measure of last year that is not known compares as false, and may be left out. */
export function lastYearNeed({ when, logic }: Pick<Rule, 'when' | 'logic'>): 'records' | 'measures' | undefined {
  if (isOfPanel(logic) || ofLastRecords.test(JSON.stringify([when, logic]))) return 'records';
  return logic.kind === 'distribution' ? 'measures' : undefined;
}

/** Whether a rule on changes since last year also chooses its records by what they were then: its groups would have no bounds. */
export const choosesByLastYear = ({ when, logic }: Pick<Rule, 'when' | 'logic'>): boolean =>
  logic.kind === 'hidiroglouBerthelot' && ofLastRecords.test(JSON.stringify([when, logic.where]));

/** The others are asked of the file. */
export function isAskedOfRecords(logic: Logic): boolean {
  if (logic.kind === 'reading') return ['fields', 'tooLong', 'notDigits', 'decimalSign'].includes(logic.fault);
  return logic.kind !== 'aggregate' && logic.kind !== 'distribution' && logic.kind !== 'process';
}
