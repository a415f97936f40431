import type { CodeList } from '../definition/code-list.ts';
import type { Condition } from '../definition/condition.ts';

/** Values a field may have: numbers between two bounds, or texts; and whether it may be missing. */
export type Domain =
  | { readonly kind: 'numbers'; readonly low: number; readonly high: number; readonly missing: boolean }
  /** Only these texts, or all but these; the empty text is a missing value. */
  | { readonly kind: 'texts'; readonly only: ReadonlySet<string> | undefined; readonly but: ReadonlySet<string> };

/** A way to satisfy a condition: what each field it names may be. */
export type Way = ReadonlyMap<string, Domain>;

/** What a condition is judged by beside itself. */
export interface Judging {
  readonly params: Readonly<Record<string, number | string>>;
  readonly codeLists: Readonly<Record<string, CodeList>>;
  readonly year: number;
  readonly isNumber: (field: string) => boolean;
}

/** A condition that no table of domains can say: it is listed as not checked. */
export class NotCheckable extends Error {}

/** More ways than this are not followed. */
const mostWays = 400;

/** Every way to satisfy a condition, or with `isMet: false` not to. @throws NotCheckable */
export function waysOf(condition: Condition, isMet: boolean, judging: Judging): Way[] {
  switch (condition.op) {
    case 'all':
    case 'any': {
      const parts = condition.of.map((part) => waysOf(part, isMet, judging));
      return (condition.op === 'all') === isMet ? product(parts) : limited(parts.flat());
    }
    case 'not':
      return waysOf(condition.of, !isMet, judging);
    case 'empty':
      return [new Map([[condition.field, missing(condition.field, isMet, judging)]])];
    case 'codeIn':
      return [new Map([[condition.field, texts(codesOf(condition.codes, judging), isMet)]])];
    case 'inList': {
      const list = judging.codeLists[condition.list];
      if (!list) throw new NotCheckable(condition.list);
      const valid = list.codes.filter(
        ({ validFromYear = 0, validToYear = 9999 }) => validFromYear <= judging.year && judging.year <= validToYear,
      );
      return [
        new Map([
          [
            condition.field,
            texts(
              valid.map(({ code }) => code),
              isMet,
            ),
          ],
        ]),
      ];
    }
    case 'compare':
      return compared(condition, isMet, judging);
    default:
      throw new NotCheckable(condition.op);
  }
}

/** Ways that satisfy one of each list of ways at once. */
export function product(parts: readonly (readonly Way[])[]): Way[] {
  let ways: Way[] = [new Map()];
  for (const part of parts) ways = limited(ways.flatMap((way) => part.flatMap((other) => both(way, other) ?? [])));
  return ways;
}

/** Both ways at once; undefined when no value of some field is left. */
export function both(one: Way, other: Way): Way | undefined {
  const joined = new Map(one);
  for (const [field, domain] of other) {
    const known = joined.get(field);
    const left = known ? intersection(known, domain) : domain;
    if (!left || isEmpty(left)) return undefined;
    joined.set(field, left);
  }
  return joined;
}

function intersection(one: Domain, other: Domain): Domain | undefined {
  if (one.kind === 'numbers' && other.kind === 'numbers')
    return {
      kind: 'numbers',
      low: Math.max(one.low, other.low),
      high: Math.min(one.high, other.high),
      missing: one.missing && other.missing,
    };
  if (one.kind !== 'texts' || other.kind !== 'texts') return undefined;
  const but = new Set([...one.but, ...other.but]);
  const only = one.only && other.only ? new Set([...one.only].filter((text) => other.only!.has(text))) : (one.only ?? other.only);
  return { kind: 'texts', only: only && new Set([...only].filter((text) => !but.has(text))), but };
}

const isEmpty = (domain: Domain): boolean =>
  domain.kind === 'numbers' ? domain.low > domain.high && !domain.missing : domain.only?.size === 0;

const limited = (ways: Way[]): Way[] => {
  if (ways.length > mostWays) throw new NotCheckable('too many ways');
  return ways;
};

function missing(field: string, isMet: boolean, { isNumber }: Judging): Domain {
  if (!isNumber(field)) return texts([''], isMet);
  return isMet
    ? { kind: 'numbers', low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY, missing: true }
    : { kind: 'numbers', low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY, missing: false };
}

const texts = (codes: readonly string[], isMet: boolean): Domain =>
  isMet ? { kind: 'texts', only: new Set(codes), but: new Set() } : { kind: 'texts', only: undefined, but: new Set(codes) };

function codesOf(written: string, { params }: Judging): string[] {
  const codes = String(params[written] ?? written).split('|');
  if (codes.some((code) => code.includes('-'))) throw new NotCheckable('a range of codes');
  return codes;
}

/** A field against a number; numbers are whole in the file's own units. A value that is missing is never compared. */
function compared(condition: Extract<Condition, { op: 'compare' }>, isMet: boolean, judging: Judging): Way[] {
  const { left, sign, right } = condition;
  const bound =
    typeof right === 'number' ? right : typeof right === 'object' && 'param' in right ? Number(judging.params[right.param]) : Number.NaN;
  if (typeof left !== 'object' || !('field' in left) || Number.isNaN(bound)) throw new NotCheckable('more than a field against a number');
  const [least, most] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  const range = (low: number, high: number): Way => new Map([[left.field, { kind: 'numbers', low, high, missing: !isMet }]]);
  const above = Math.floor(bound) + 1;
  const below = Math.ceil(bound) - 1;
  const met = isMet ? sign : ({ '>': '<=', '>=': '<', '<': '>=', '<=': '>', '=': '<>' } as const)[sign];
  if (met === '>') return [range(above, most)];
  if (met === '>=') return [range(Math.ceil(bound), most)];
  if (met === '<') return [range(least, below)];
  if (met === '<=') return [range(least, Math.floor(bound))];
  return met === '=' ? [range(bound, bound)] : [range(least, below), range(above, most)];
}
