import { schemaFaults, type SchemaFault } from './check-schema.ts';
import type { CodeList } from './code-list.ts';
import type { Condition } from './condition.ts';
import { conditionsOf } from './conditions-of.ts';
import { referenceFaults, type ReferenceFault } from './edition-faults.ts';
import { editionSchema } from './edition-schema.ts';
import { isCondition } from './expression/is-condition.ts';
import { parseCondition } from './expression/parse.ts';
import { ExpressionFault } from './expression/tokens.ts';
import { fieldsOf } from './fields-of.ts';
import type { CaseRecord, RuleCase } from './rule-case.ts';
import { lastYearNeed } from './logic-uses.ts';
import type { Rule, Scope } from './rule.ts';
import { expand, Lacking, Turned, type ShortRule } from './short-rules.ts';
import type { Edition } from './survey-definition.ts';
import type { Variable } from './variable.ts';

/** Why a document is no edition, and where. */
export type EditionFault =
  | SchemaFault
  /** `wanted` is what was expected at the character `at` of the text. */
  | { readonly path: string; readonly fault: 'expression'; readonly wanted: string; readonly at: number }
  | {
      readonly path: string;
      readonly fault:
        | 'unknownField'
        | 'unknownList'
        | 'twice'
        | 'lacks'
        | 'turned'
        | 'json'
        | 'order'
        | 'tree'
        | 'tooManyDigits'
        | 'wordOfConditions';
      readonly wanted: string;
    }
  | ReferenceFault;

/** An edition with the samples and cases that its document carries. */
export interface ReadEdition {
  readonly edition: Edition;
  readonly samples: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly cases: Readonly<Record<string, readonly RuleCase[]>>;
}

/** Reads a survey from one JSON document. Every fault of it is told, with its place. */
export function readEdition(json: string): ReadEdition | { readonly faults: readonly EditionFault[] } {
  let document: unknown;
  try {
    document = JSON.parse(json);
  } catch (fault) {
    return { faults: [{ path: '', fault: 'json', wanted: fault instanceof Error ? fault.message : '' }] };
  }
  const misfits = schemaFaults(document, editionSchema);
  if (misfits.length > 0) return { faults: misfits };
  return new Reading(document as Written).read();
}

/** An edition as one document: keys in order, so that the same edition is the same text. */
export const writeEdition = (edition: Edition): string => `${JSON.stringify(edition, inOrder, 1)}\n`;

const inOrder = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
    : value;

type WrittenRule = Pick<Rule, 'id' | 'severity'> &
  Partial<Omit<Rule, 'id' | 'severity' | 'when' | 'logic' | 'texts' | 'fields'>> &
  Omit<ShortRule, 'kind' | 'when' | 'assert' | 'where' | 'missing' | 'params'> & {
    readonly logic?: Rule['logic'];
    readonly kind?: ShortRule['kind'];
    readonly when?: string | Condition;
    readonly assert?: string | Condition;
    readonly where?: string | Condition;
    readonly fields?: readonly string[];
    readonly texts: Pick<Rule['texts'], 'title' | 'message'> & Partial<Rule['texts']>;
  };

interface Written extends Omit<Edition, 'variables' | 'codeLists' | 'rules'> {
  readonly variables: readonly (Pick<Variable, 'id' | 'name' | 'form' | 'length'> & Partial<Variable>)[];
  readonly codeLists?: Readonly<Record<string, Partial<CodeList> & Pick<CodeList, 'codes'>>>;
  readonly rules: readonly WrittenRule[];
  readonly samples?: ReadEdition['samples'];
  readonly cases?: ReadEdition['cases'];
}

/** Properties of a rule's parts that hold a condition. */
const conditionKeys: readonly string[] = ['hit', 'enough', 'where', 'and', 'subtractWhere', 'among', 'records'];
/** More digits than these are not told apart by arithmetic. */
const mostDigits = 15;

class Reading {
  readonly #document: Written;
  readonly #faults: EditionFault[] = [];
  readonly #fields: ReadonlySet<string>;
  readonly #texts: ReadonlySet<string>;
  readonly #lists: ReadonlySet<string>;

  constructor(document: Written) {
    this.#document = document;
    this.#fields = new Set(document.variables.map(({ id }) => id));
    this.#texts = new Set(document.variables.filter(({ form }) => form === 'A/N').map(({ id }) => id));
    this.#lists = new Set(Object.keys(document.codeLists ?? {}));
  }

  read(): ReadEdition | { readonly faults: readonly EditionFault[] } {
    const { samples = {}, cases = {}, variables, rules, codeLists = {}, roles, ...rest } = this.#document;
    this.#insistOnce(
      'variables',
      variables.map(({ id }) => id),
    );
    this.#insistOnce(
      'rules',
      rules.map(({ id }) => id),
    );
    const edition: Edition = {
      ...rest,
      roles: { ...roles, recordKey: roles?.recordKey ?? [] },
      variables: variables.map((variable, place) => this.#variable(variable, place)),
      codeLists: Object.fromEntries(
        Object.entries(codeLists).map(([id, list]) => [id, { completeness: 'complete' as const, name: id, ...list, id }]),
      ),
      rules: rules.flatMap((rule, place) => this.#rule(rule, `rules[${place}]`) ?? []),
    };
    this.#insistOnFields('groupings', edition.groupings ?? []);
    this.#insistOnFields('roles', rolesIn(edition));
    for (const [id, some] of Object.entries(cases)) this.#cases(id, some, samples);
    for (const [id, sample] of Object.entries(samples)) this.#insistOnFields(`samples.${id}`, Object.keys(sample));
    // A rule that could not be read would only be missed by those that name it.
    const faults = this.#faults.length > 0 ? this.#faults : referenceFaults(edition).map((fault) => this.#asWritten(fault));
    return faults.length > 0 ? { faults } : { edition, samples, cases };
  }

  #variable(variable: Written['variables'][number], place: number): Variable {
    const path = `variables[${place}]`;
    if (variable.form === 'N' && variable.length > mostDigits) this.#fault(`${path}.length`, 'tooManyDigits', String(mostDigits));
    // It would turn the condition that it begins.
    if (variable.id === 'not') this.#fault(`${path}.id`, 'wordOfConditions', variable.id);
    if (variable.number !== undefined && variable.number !== place + 1) this.#fault(path, 'order', String(place + 1));
    if (variable.codeList !== undefined && !this.#lists.has(variable.codeList) && !variable.codeList.startsWith('activity-codes'))
      this.#fault(`${path}.codeList`, 'unknownList', variable.codeList);
    return {
      number: place + 1,
      unit: variable.form === 'N' ? 'number' : variable.codeList === undefined ? 'text' : 'code',
      decimals: 0,
      required: { municipality: 'F', region: 'F' },
      meaning: '',
      status: 'found',
      ...variable,
    };
  }

  #rule(written: WrittenRule, path: string): Rule | undefined {
    const {
      kind,
      logic,
      when,
      assert,
      where,
      field,
      list,
      low,
      high,
      lowFact,
      highFact,
      per,
      by,
      over,
      under,
      first,
      second,
      scheme,
      least,
      of,
      groups,
      distance,
      match,
      ...rest
    } = written;
    const common = {
      version: 1,
      status: 'active' as const,
      source: '',
      ...rest,
      texts: { why: '', howToFix: '', ...written.texts },
    };
    const guard = this.#condition(when, `${path}.when`);
    const systematic = written.systematic && this.#withTrees(written.systematic, `${path}.systematic`);
    if (logic) {
      const read = this.#withTrees(logic, `${path}.logic`);
      const rule = {
        ...common,
        ...this.#ofLastYear(written, { logic: read, ...(guard ? { when: guard } : {}) }, 'record'),
        logic: read,
        ...(guard ? { when: guard } : {}),
        ...(systematic ? { systematic } : {}),
      };
      // A fault that has been told of leaves a text where a tree should be.
      const fields =
        written.fields ?? (this.#faults.length > 0 ? [] : [...new Set(conditionsOf(rule).flatMap(({ condition }) => fieldsOf(condition)))]);
      return { ...rule, fields };
    }
    if (kind === undefined) {
      this.#fault(path, 'lacks', 'kind');
      return undefined;
    }
    const [assertion, among] = [this.#condition(assert, `${path}.assert`), this.#condition(where, `${path}.where`)];
    // What could not be read is told of; that the kind lacks it would be said twice.
    if ([when && !guard, assert && !assertion, where && !among].some(Boolean)) return undefined;
    const short = {
      kind,
      field,
      list,
      low,
      high,
      lowFact,
      highFact,
      per,
      by,
      over,
      under,
      first,
      second,
      scheme,
      least,
      of,
      groups,
      distance,
      match,
      fields: written.fields,
    };
    const given = Object.fromEntries(Object.entries(short).filter(([, value]) => value !== undefined)) as Partial<ShortRule>;
    try {
      const expanded = expand(
        {
          ...given,
          kind,
          ...(written.missing ? { missing: written.missing } : {}),
          ...(written.params ? { params: written.params } : {}),
          ...(guard ? { when: guard } : {}),
          ...(assertion ? { assert: assertion } : {}),
          ...(among ? { where: among } : {}),
        },
        (name) => this.#texts.has(name),
      );
      const fields = written.fields ?? expanded.fields;
      this.#insistOnFields(path, [...fields, ...fieldsOf(guard ?? assertion ?? 0), ...(among ? fieldsOf(among) : [])]);
      if (list !== undefined && !this.#lists.has(list)) this.#fault(`${path}.list`, 'unknownList', list);
      return {
        ...common,
        ...this.#ofLastYear(written, { logic: expanded.logic, ...(guard ? { when: guard } : {}) }, expanded.scope, expanded.needsLastYear),
        fields,
        logic: expanded.logic,
        params: { ...expanded.params, ...written.params },
        ...(systematic ? { systematic } : {}),
        // Of a share the guard says which records are counted: it is part of the measures.
        ...(guard && kind !== 'share' ? { when: guard } : {}),
      };
    } catch (fault) {
      if (!(fault instanceof Lacking || fault instanceof Turned)) throw fault;
      this.#fault(path, fault instanceof Turned ? 'turned' : 'lacks', fault.message);
      return undefined;
    }
  }

  #condition(written: string | Condition | undefined, path: string): Condition | undefined {
    if (written === undefined) return undefined;
    if (typeof written !== 'string') {
      if (isCondition(written)) return written;
      this.#fault(path, 'tree', '');
      return undefined;
    }
    try {
      return parseCondition(written);
    } catch (fault) {
      if (!(fault instanceof ExpressionFault)) throw fault;
      this.#faults.push({ path, fault: 'expression', wanted: fault.expected, at: fault.at });
      return undefined;
    }
  }

  /** A part of a rule with every condition in it as its tree. */
  #withTrees<Part extends object>(part: Part, path: string): Part {
    const read = ([key, value]: [string, unknown]): [string, unknown] => {
      const at = `${path}.${key}`;
      if (conditionKeys.includes(key)) return [key, this.#condition(value as string | Condition, at) ?? value];
      return [
        key,
        key === 'measures'
          ? Object.fromEntries(
              Object.entries(value as object).map(([name, measure]) => [name, this.#withTrees(measure as object, `${at}.${name}`)]),
            )
          : value,
      ];
    };
    return Object.fromEntries(Object.entries(part).map(read)) as Part;
  }

  /** A rule that compares with last year's records or measures says so, whether its author did or not. */
  #ofLastYear(
    { scope, needs = [] }: WrittenRule,
    rule: Pick<Rule, 'logic' | 'when'>,
    usual: Scope,
    isAlways = false,
  ): Pick<Rule, 'scope'> & Partial<Pick<Rule, 'needs'>> {
    const need = lastYearNeed(rule) ?? (isAlways ? 'measures' : undefined);
    const all = need && !needs.includes('lastYear') ? [...needs, 'lastYear' as const] : needs;
    return { scope: scope ?? (need === 'records' ? 'panel' : usual), ...(all.length > 0 ? { needs: all } : {}) };
  }

  /** Of a short rule the author has written no logic: the fault is the rule's. */
  #asWritten(fault: ReferenceFault): ReferenceFault {
    const place = /^rules\[([0-9]+)\]\.logic/.exec(fault.path)?.[1];
    return place === undefined || this.#document.rules[Number(place)]?.logic ? fault : { ...fault, path: `rules[${place}]` };
  }

  #cases(rule: string, some: readonly RuleCase[], samples: ReadEdition['samples']): void {
    if (!this.#document.rules.some(({ id }) => id === rule)) this.#fault(`cases.${rule}`, 'unknownField', rule);
    for (const [place, { records = [] }] of some.entries())
      for (const record of records) this.#caseRecord(`cases.${rule}[${place}]`, record, samples);
  }

  #caseRecord(path: string, { on, cells = {} }: CaseRecord, samples: ReadEdition['samples']): void {
    if (on !== undefined && !Object.hasOwn(samples, on)) this.#fault(path, 'unknownField', on);
    this.#insistOnFields(path, Object.keys(cells));
  }

  #insistOnFields(path: string, fields: readonly string[]): void {
    for (const field of new Set(fields)) if (!this.#fields.has(field)) this.#fault(path, 'unknownField', field);
  }

  #insistOnce(path: string, ids: readonly string[]): void {
    for (const [place, id] of ids.entries()) if (ids.indexOf(id) < place) this.#fault(`${path}[${place}]`, 'twice', id);
  }

  #fault(
    path: string,
    fault: 'unknownField' | 'unknownList' | 'twice' | 'lacks' | 'turned' | 'order' | 'tree' | 'tooManyDigits' | 'wordOfConditions',
    wanted: string,
  ): void {
    this.#faults.push({ path, fault, wanted });
  }
}

function rolesIn({ roles }: Edition): string[] {
  if (!roles) return [];
  const { recordKey, ...others } = roles;
  return [...Object.values(others), ...recordKey.flatMap((part) => (typeof part === 'string' ? [part] : [part.field, part.or]))];
}
