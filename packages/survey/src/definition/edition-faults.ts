import { conditionsOf, measuredConditionsOf, type Placed } from './conditions-of.ts';
import { fileGaps, recordGaps } from './gap-names.ts';
import { choosesByLastYear, fieldsOfLogic, lastYearNeed, paramsOfLogic, rolesOfLogic } from './logic-uses.ts';
import type { Rule } from './rule.ts';
import { suppressionRing } from './suppression-ring.ts';
import type { Edition } from './survey-definition.ts';
import { agesOnOwnDay, usesOf, type Use } from './uses-of.ts';

/** Something a rule names that is not there, or is of another kind than it must be. */
export interface ReferenceFault {
  readonly path: string;
  readonly fault:
    | 'unknownField'
    | 'unknownList'
    /** A correction of a code list to a code that the list does not have. */
    | 'unknownCode'
    /** A fact that no code of its list has. */
    | 'unknownFact'
    /** A code that stands in its list already. */
    | 'codeTwice'
    | 'unknownParam'
    | 'unknownMeasure'
    | 'unknownRule'
    | 'unknownGap'
    /** A question to texts of a field that holds numbers, and the other way about. */
    | 'notText'
    | 'notNumber'
    /** A question to records where measures are asked about, and the other way about. */
    | 'ofRecords'
    | 'ofMeasures'
    | 'lacksRole'
    | 'ageOnOwnDay'
    /** A rule that compares with last year and does not say so, and one that chooses its records by it where it may not. */
    | 'lacksLastYear'
    | 'choosesByLastYear'
    | 'ring';
  /** The name that is not there. */
  readonly wanted: string;
  /** Of a fact: its list. */
  readonly list?: string;
}

const codesTwice = ({ codeLists }: Edition): ReferenceFault[] =>
  Object.entries(codeLists).flatMap(([id, { codes }]) => {
    const met = new Set<string>();
    return codes.flatMap(({ code }, place): ReferenceFault[] => {
      if (met.has(code)) return [{ path: `codeLists.${id}.codes[${place}]`, fault: 'codeTwice', wanted: code }];
      met.add(code);
      return [];
    });
  });

const correctionsToNothing = ({ codeLists }: Edition): ReferenceFault[] =>
  Object.entries(codeLists).flatMap(([id, { codes, corrections = [] }]) =>
    corrections.flatMap(({ becomes }, place) =>
      becomes === undefined || codes.some(({ code }) => code === becomes)
        ? []
        : [{ path: `codeLists.${id}.corrections[${place}].becomes`, fault: 'unknownCode' as const, wanted: becomes }],
    ),
  );

/** Every reference of an edition's rules that leads nowhere, in the order of the rules. What has none can be asked of any file. */
export function referenceFaults(edition: Edition): ReferenceFault[] {
  const faults = edition.rules.flatMap((rule, place) => new Looking(edition, rule, `rules[${place}]`).faults());
  const ring = suppressionRing(edition.rules);
  return [
    ...rolesOfNumbers(edition),
    ...codesTwice(edition),
    ...correctionsToNothing(edition),
    ...faults,
    ...(ring === undefined ? [] : [{ path: 'rules', fault: 'ring' as const, wanted: ring }]),
  ];
}

/** What tells a person, a unit, an employment or a label is text: a number loses the zeros it begins with. */
function rolesOfNumbers({ roles, variables }: Edition): ReferenceFault[] {
  const { person, unitCode, employment, classification } = roles ?? {};
  return Object.entries({ person, unitCode, employment, classification }).flatMap(([role, field]) =>
    variables.some(({ id, form }) => id === field && form === 'N')
      ? [{ path: `roles.${role}`, fault: 'notText' as const, wanted: field! }]
      : [],
  );
}

/** Gaps that tell of the field a finding names first. */
const ofOneField: readonly string[] = ['värde', 'nr', 'fältnamn', 'längd', 'max', 'exempel', 'gräns'];

class Looking {
  readonly #edition: Edition;
  readonly #rule: Rule;
  readonly #path: string;
  readonly #faults: ReferenceFault[] = [];

  constructor(edition: Edition, rule: Rule, path: string) {
    this.#edition = edition;
    this.#rule = rule;
    this.#path = path;
  }

  faults(): ReferenceFault[] {
    const rule = this.#rule;
    for (const one of conditionsOf(rule)) this.#ofRecords(one);
    for (const one of measuredConditionsOf(rule)) this.#ofMeasures(one);
    for (const use of fieldsOfLogic(rule)) this.#use(use, `${this.#path}.logic`);
    for (const name of paramsOfLogic(rule.logic)) this.#use({ of: 'param', name }, `${this.#path}.params`);
    for (const name of rolesOfLogic(rule.logic)) this.#use({ of: 'role', name }, `${this.#path}.logic`);
    for (const name of rule.fields) this.#use({ of: 'field', name }, `${this.#path}.fields`);
    for (const id of rule.suppressedBy ?? [])
      if (!this.#edition.rules.some((other) => other.id === id)) this.#fault(`${this.#path}.suppressedBy`, 'unknownRule', id);
    if (rule.whileIncomplete) this.#use({ of: 'list', name: rule.whileIncomplete.list }, `${this.#path}.whileIncomplete`);
    if (rule.errorAbove) {
      this.#use({ of: 'number', name: rule.errorAbove.field }, `${this.#path}.errorAbove`);
      this.#use({ of: 'param', name: rule.errorAbove.param }, `${this.#path}.errorAbove`);
    }
    this.#lastYear();
    this.#message();
    return this.#faults;
  }

  #ofRecords({ condition, path }: Placed): void {
    const at = `${this.#path}.${path}`;
    for (const use of usesOf(condition)) {
      if (use.of === 'measure') this.#fault(at, 'ofMeasures', use.name);
      else this.#use(use, at);
    }
    if (agesOnOwnDay(condition)) this.#fault(at, 'ageOnOwnDay', '');
  }

  #ofMeasures({ condition, path, measures }: Placed & { readonly measures: ReadonlySet<string> }): void {
    const at = `${this.#path}.${path}`;
    for (const use of usesOf(condition)) {
      if (use.of === 'measure') {
        if (!measures.has(use.name)) this.#fault(at, 'unknownMeasure', use.name);
      } else if (use.of === 'param') this.#use(use, at);
      else this.#fault(at, 'ofRecords', use.name);
    }
  }

  #use({ of, name, list }: Use, path: string): void {
    const { variables, codeLists, roles } = this.#edition;
    if (of === 'param') {
      if (!Object.hasOwn(this.#rule.params ?? {}, name)) this.#fault(path, 'unknownParam', name);
    } else if (of === 'list') {
      // A list that a rule needs and the year may lack makes it not evaluable; the activities of a unit are one of two lists.
      const isThere = name === 'activity-codes' || (name === 'expired-labels' && this.#rule.needs?.includes('expiredLabels'));
      if (!isThere && !Object.hasOwn(codeLists, name)) this.#fault(path, 'unknownList', name);
    } else if (of === 'fact') {
      // That its list is not there is told of by itself.
      const codes = Object.hasOwn(codeLists, list!) ? codeLists[list!]!.codes : undefined;
      if (codes && !codes.some(({ facts = {} }) => Object.hasOwn(facts, name))) this.#fault(path, 'unknownFact', name, list);
    } else if (of === 'role') {
      if (roles?.[name as 'person'] === undefined) this.#fault(path, 'lacksRole', name);
    } else {
      const variable = variables.find(({ id }) => id === name);
      if (!variable) this.#fault(path, 'unknownField', name);
      else if (of === 'text' && variable.form === 'N') this.#fault(path, 'notText', name);
      else if (of === 'number' && variable.form === 'A/N') this.#fault(path, 'notNumber', name);
    }
  }

  /** Without it the rule would be asked of a year that is not known, and find what is not there. */
  #lastYear(): void {
    const rule = this.#rule;
    const need = lastYearNeed(rule);
    const isSaid = rule.needs?.includes('lastYear') && (need === 'measures' || rule.scope === 'panel');
    if (need && !isSaid) this.#fault(this.#path, 'lacksLastYear', need === 'records' ? 'panel' : rule.scope);
    if (choosesByLastYear(rule)) this.#fault(this.#path, 'choosesByLastYear', '');
  }

  /** Gaps are filled from the finding: one that nobody fills would stand in a sentence for a respondent. */
  #message(): void {
    const { logic, texts } = this.#rule;
    const ofFile = fileGaps(this.#rule);
    const path = `${this.#path}.texts.message`;
    for (const [, written = ''] of texts.message.matchAll(/\{([^}]*)\}/g)) {
      const [gap = '', ...words] = written.split('|');
      if (words.length > 0 && (words.length !== 2 || words.includes('') || gap.includes(':'))) this.#fault(path, 'unknownGap', written);
      const [word, field] = gap.split(':');
      if (field !== undefined) {
        if (word !== 'fält' && word !== 'Fält') this.#fault(path, 'unknownGap', gap);
        else this.#use({ of: 'field', name: field }, path);
        continue;
      }
      const needed = ofFile ? (ofFile.includes(gap) ? {} : undefined) : Object.hasOwn(recordGaps, gap) ? recordGaps[gap] : undefined;
      const isOfKind = needed?.kinds === undefined || needed.kinds.includes(logic.kind);
      if (!needed || !isOfKind) this.#fault(path, 'unknownGap', gap);
      for (const name of needed?.fields ?? []) this.#use({ of: 'field', name }, path);
      for (const name of needed?.lists ?? []) this.#use({ of: 'list', name }, path);
      for (const name of needed?.roles ?? []) this.#use({ of: 'role', name }, path);
      if (!ofFile && ofOneField.includes(gap) && !this.#isOfField()) this.#fault(path, 'unknownGap', gap);
      if (gap === 'nedre' || gap === 'övre') this.#bound(gap, path);
    }
  }

  /** Whether its findings name a field first: those of a form rule name the column they look at. */
  #isOfField(): boolean {
    const { logic, fields } = this.#rule;
    return logic.kind === 'reading' ? logic.fault !== 'fields' : fields.length > 0;
  }

  /** A bound that is shown is a parameter, or what is usual for the label. */
  #bound(gap: 'nedre' | 'övre', path: string): void {
    const [param, factor] = gap === 'nedre' ? ['lower', 'p10Factor'] : ['upper', 'p90Factor'];
    const { logic, params = {} } = this.#rule;
    if (logic.kind === 'robustZ' || logic.kind === 'hidiroglouBerthelot' || Object.hasOwn(params, param!)) return;
    this.#use({ of: 'param', name: factor! }, path);
    this.#use({ of: 'role', name: 'classification' }, path);
    this.#use({ of: 'list', name: 'aid-demo' }, path);
  }

  #fault(path: string, fault: ReferenceFault['fault'], wanted: string, list?: string): void {
    if (!this.#faults.some((one) => one.path === path && one.fault === fault && one.wanted === wanted))
      this.#faults.push({ path, fault, wanted, ...(list === undefined ? {} : { list }) });
  }
}
