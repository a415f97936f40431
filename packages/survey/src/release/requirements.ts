import { isValidIn, type CodeList } from '../definition/code-list.ts';
import type { Condition, Quantity } from '../definition/condition.ts';
import type { Variable } from '../definition/variable.ts';
import { linearOf, rowOf, scaled, sum, type Known, type Linear, type Row } from './linear.ts';
import { areRangesOfDigits, type TextQuestion } from './text-classes.ts';

/** Something a record may fulfil or not, that cannot be taken apart further. */
export type Requirement =
  | { readonly is: 'row'; readonly row: Row }
  | { readonly is: 'text'; readonly field: string; readonly question: TextQuestion; readonly isMet: boolean }
  /** Of what is not known here: free to hold or not, as long as the same question has the same answer everywhere. */
  | { readonly is: 'free'; readonly question: string; readonly isMet: boolean };

/** Ways to fulfil a condition: all of the requirements of one of them. No way: it never holds. */
export type Ways = readonly (readonly Requirement[])[];

/** What conditions are judged by beside themselves. */
export interface Judging extends Known {
  readonly codeLists: Readonly<Record<string, CodeList>>;
  readonly variables: ReadonlyMap<string, Variable>;
  readonly zeroIsMissing: boolean;
  readonly unit: string | undefined;
}

/** More ways than these are not followed. */
const mostWays = 400;
export class TooManyWays extends Error {}

/** Every way for a condition to be met, or with `isMet: false` not to be. @throws TooManyWays */
export function waysOf(condition: Condition, isMet: boolean, judging: Judging): Ways {
  switch (condition.op) {
    case 'all':
    case 'any': {
      const parts = condition.of.map((part) => waysOf(part, isMet, judging));
      return (condition.op === 'all') === isMet ? together(parts) : few(parts.flat());
    }
    case 'not':
      return waysOf(condition.of, !isMet, judging);
    case 'compare':
      return compared(condition.left, condition.sign, condition.right, isMet, judging);
    case 'near': {
      const { left, right, tolerance } = condition;
      return compared({ op: 'abs', of: { op: 'minus', left, right } }, '<=', tolerance, isMet, judging);
    }
    case 'empty':
      return isEmpty(condition.field, isMet, judging);
    case 'unitIs':
      return judging.unit === undefined
        ? free(condition, isMet, judging)
        : (condition.kinds as readonly string[]).includes(judging.unit) === isMet
          ? [[]]
          : [];
    default: {
      const asked = textQuestion(condition, judging);
      return asked ? [[{ is: 'text', ...asked, isMet }]] : free(condition, isMet, judging);
    }
  }
}

/** Ways to fulfil one of each list of ways at once. @throws TooManyWays */
export function together(parts: readonly Ways[]): Ways {
  let ways: Ways = [[]];
  for (const part of parts) ways = few(ways.flatMap((way) => part.map((other) => [...way, ...other])));
  return ways;
}

function few(ways: Ways): Ways {
  if (ways.length > mostWays) throw new TooManyWays();
  return ways;
}

/** Parameters are part of the question: two rules may ask the same with other limits. */
const free = (condition: Condition, isMet: boolean, { params }: Judging): Ways => {
  const question = JSON.stringify(condition, (_, value: unknown) =>
    typeof value === 'string' && Object.hasOwn(params, value) ? `${value}=${params[value]}` : value,
  );
  return [[{ is: 'free', question, isMet }]];
};

/** Whether a number is there is a question of its own where zero is one. */
export const isThere = (field: string, isMet: boolean): Requirement => ({ is: 'free', question: `there ${field}`, isMet });

function isEmpty(field: string, isMet: boolean, judging: Judging): Ways {
  if (judging.variables.get(field)?.form !== 'N') return [[{ is: 'text', field, question: { asks: 'empty' }, isMet }]];
  if (!judging.zeroIsMissing) return [[isThere(field, !isMet)]];
  return compared({ field }, '=', 0, isMet, judging);
}

type Sign = Extract<Condition, { op: 'compare' }>['sign'];
const otherwise = { '>': '<=', '>=': '<', '<': '>=', '<=': '>', '=': '<>' } as const;

function compared(left: Quantity, sign: Sign, right: Quantity, isMet: boolean, judging: Judging): Ways {
  const asked = isMet ? sign : otherwise[sign];
  const bound = linearOf(right, judging);
  const inside = typeof left === 'object' && 'op' in left && left.op === 'abs' ? linearOf(left.of, judging) : undefined;
  if (inside && bound && asked !== '=' && asked !== '<>') {
    // |a| > b is a > b or -a > b; |a| <= b is both at once.
    const sides = [inside, scaled(inside, -1)].map((side) => difference(side, asked, bound));
    return asked === '>' || asked === '>=' ? sides.flat() : together(sides);
  }
  const from = linearOf(left, judging);
  if (from && bound) return difference(from, asked, bound);
  return free({ op: 'compare', left, sign, right }, isMet, judging);
}

function difference(left: Linear, sign: Sign | '<>', right: Linear): Ways {
  const [below, above] = [sum(left, right, -1), sum(right, left, -1)];
  const row = (linear: Linear, isStrict: boolean): Requirement => ({ is: 'row', row: rowOf(linear, isStrict) });
  switch (sign) {
    case '<':
      return [[row(below, true)]];
    case '<=':
      return [[row(below, false)]];
    case '>':
      return [[row(above, true)]];
    case '>=':
      return [[row(above, false)]];
    case '=':
      return [[row(below, false), row(above, false)]];
    case '<>':
      return [[row(below, true)], [row(above, true)]];
  }
}

/** A condition as a question to one text, where the edition alone can answer it. */
function textQuestion(condition: Condition, judging: Judging): { readonly field: string; readonly question: TextQuestion } | undefined {
  const among = (field: string, codes: readonly string[] | undefined) =>
    codes && { field, question: { asks: 'among' as const, codes: new Set(codes) } };
  switch (condition.op) {
    case 'codeIn': {
      const codes = String(judging.params[condition.codes] ?? condition.codes);
      return areRangesOfDigits(codes) ? { field: condition.field, question: { asks: 'ranges', codes } } : undefined;
    }
    case 'inList':
      return among(
        condition.field,
        codesOf(condition.list, judging, (code, ofList) => isValidIn(ofList, code, judging.year)),
      );
    case 'expiredIn':
      return among(
        condition.field,
        codesOf(condition.list, judging, ({ validToYear = 9999 }) => validToYear < judging.year),
      );
    case 'nameEndsWith': {
      const endings = condition.endings.split('|');
      return among(
        condition.field,
        codesOf(condition.list, judging, ({ name }) => endings.some((ending) => name.endsWith(ending))),
      );
    }
    case 'factIn': {
      const values = condition.values.split('|');
      return among(
        condition.field,
        codesOf(condition.list, judging, ({ facts }) => values.includes(String(facts?.[condition.fact] ?? ''))),
      );
    }
    case 'digits':
      return { field: condition.field, question: { asks: 'digits', least: condition.least, most: condition.most } };
    case 'contains':
      return { field: condition.field, question: { asks: condition.what } };
    default:
      return undefined;
  }
}

function codesOf(
  list: string,
  { codeLists, unit }: Judging,
  isMeant: (code: CodeList['codes'][number], list: CodeList) => boolean,
): string[] | undefined {
  // The activities of a unit are one of two lists, by its kind; of a kind that is not known they are neither.
  const id =
    list !== 'activity-codes' || codeLists[list]
      ? list
      : unit === undefined
        ? ''
        : `activity-codes-${unit === 'region' ? 'region' : 'municipality'}`;
  const found = codeLists[id];
  return found?.codes.filter((code) => isMeant(code, found)).map(({ code }) => code);
}
