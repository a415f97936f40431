import type { CodeList } from '../definition/code-list.ts';
import type { Layout, Roles } from '../definition/layout.ts';
import type { Edition } from '../definition/survey-definition.ts';
import type { DeliveryFacts } from '../definition/unit.ts';
import type { Variable } from '../definition/variable.ts';
import { Questions } from '../engine/questions.ts';
import type { Surroundings } from './surroundings.ts';

/** What a survey says whatever file is asked: all that a question is made of. */
export interface Ground {
  readonly variables: readonly Variable[];
  /** Column by the id of its variable. */
  readonly indexOf: Readonly<Record<string, number>>;
  readonly referenceYear: number;
  readonly codeLists: Readonly<Record<string, CodeList>>;
  readonly roles: Roles;
  /** That the layout asks for; left out: semicolon. */
  readonly separator?: string;
  /** An empty number and zero are not the same. */
  readonly zeroIsValue?: boolean;
  readonly dates?: NonNullable<Layout['dates']>;
  /** The most fields, and more than one, in which a rule asks whether two records are equal. */
  readonly equalIn: readonly string[] | undefined;
  readonly questions: Questions<Surroundings>;
}

/** An edition that does not say what its variables mean has no persons, no codes of units and no keys of records. */
const noRoles = { recordKey: [] };

/** Questions are made ready once for a survey, and asked of many files. */
const grounds = new WeakMap<Edition, Ground>();
const groundsOfLastYear = new WeakMap<Edition, Ground>();

export function groundOf(edition: Edition): Ground {
  const known = grounds.get(edition);
  if (known) return known;
  const { layout } = edition;
  const ground = {
    ...spokenBy(edition, edition.referenceYear),
    ...(layout?.separator ? { separator: layout.separator } : {}),
    ...(layout?.zeroIsMissing === false ? { zeroIsValue: true } : {}),
    ...(layout?.dates ? { dates: layout.dates } : {}),
  };
  grounds.set(edition, ground);
  return ground;
}

/** The same for last year's delivery: its own year. */
export function groundOfLastYear(edition: Edition): Ground {
  const known = groundsOfLastYear.get(edition);
  if (known) return known;
  const ground = spokenBy(edition, edition.referenceYear - 1);
  groundsOfLastYear.set(edition, ground);
  return ground;
}

const spokenBy = ({ variables, codeLists, roles = noRoles, rules }: Edition, referenceYear: number): Ground => ({
  variables,
  indexOf: Object.fromEntries(variables.map(({ id }, index) => [id, index])),
  referenceYear,
  codeLists,
  roles,
  equalIn: rules
    .filter(({ status }) => status === 'active')
    .flatMap(({ logic }) => (logic.kind === 'equalRecords' && logic.fields !== 'all' && logic.fields.length > 1 ? [logic.fields] : []))
    .toSorted((one, other) => other.length - one.length)[0],
  questions: new Questions(),
});

/** @throws Error for a field that does not exist: a fault of the edition, not of the file */
export function indexOf({ indexOf: all }: Pick<Ground, 'indexOf'>, field: string): number {
  const index = all[field];
  if (index === undefined) throw new Error(`The layout has no field ${field}`);
  return index;
}

/** Whether the column holds texts; the others hold numbers. @throws Error for a field that does not exist */
export const holdsTexts = (ground: Ground, field: string): boolean => ground.variables[indexOf(ground, field)]!.form === 'A/N';

/** @returns the column of a field of texts @throws Error for one that holds numbers */
export function textIndexOf(ground: Ground, field: string): number {
  if (!holdsTexts(ground, field)) throw new Error(`${field} is numeric: it has no text conditions`);
  return indexOf(ground, field);
}

/** Columns that a match in last year's delivery hangs on: person, employment, label; none in a survey that does not say which they are. */
export function readByPanel(ground: Ground): readonly number[] {
  const { person, employment, classification } = ground.roles;
  if (person === undefined || employment === undefined || classification === undefined) return [];
  return [person, employment, classification].map((field) => indexOf(ground, field));
}

/** Fields whose values are all going to be asked for: the persons, and where last year's file stands beside this one what its records are found by. */
export function fieldsAtHand({ roles }: Pick<Edition, 'roles'>, { lastYear }: DeliveryFacts): readonly string[] {
  const wanted = [roles?.person, lastYear && 'file' in lastYear ? roles?.employment : undefined];
  return wanted.filter((field) => field !== undefined);
}
