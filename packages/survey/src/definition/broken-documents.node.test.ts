import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { november2026 } from '../editions/november-2026/index.ts';
import { openDelivery } from '../open-delivery.ts';
import { checkEdition } from '../release/check-edition.ts';
import { referenceFaults } from './edition-faults.ts';
import { readEdition, writeEdition } from './read-edition.ts';
import { suppressionRing } from './suppression-ring.ts';

const root = new URL('../../../../', import.meta.url);
const bytesIn = (path: string) => new Uint8Array(readFileSync(new URL(path, root)));
const library = readFileSync(new URL('examples/library/definition.json', root), 'utf8');
const november = writeEdition({ ...november2026, codeLists: { ...november2026.codeLists } });
const files = [bytesIn('examples/library/one-of-each.tsv'), bytesIn('examples/small-unit.csv'), new TextEncoder().encode('a\n')];

/** Without its examples: nearly every change of one is refused, and says nothing of the engine. */
const withoutCases = JSON.stringify({ ...(JSON.parse(library) as object), samples: {}, cases: {} });

type Json = Record<string, unknown> | unknown[];

/** Every place in a document, as the thing that holds it and its key. */
function placesIn(part: unknown): { holder: Json; key: string }[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) => [{ holder: part as Json, key }, ...placesIn(value)]);
}

const anything = fc.oneof(
  fc.constantFrom<unknown>(
    'pages',
    'library',
    'borrowed',
    'title',
    'nothing',
    'missing(title)',
    'pages > 3',
    'age(borrower, pages) > 3',
    'last.pages > measure.x',
    '$nothing = 1',
    'title in list "nothing"',
    '{summa} {rad1} {värde} {förra} {avtal}',
    '{x}',
    'constructor',
    '__proto__',
    '',
  ),
  fc.constantFrom<unknown>(null, true, 0, -1, 2, 1e9, 0.5, [], {}, ['library'], { op: 'empty' }, { op: 'empty', field: 'pages' }),
  fc.constantFrom<unknown>(
    { kind: 'panel', match: 'any', hit: 'pages > last.pages', of: 'pages' },
    { kind: 'personSum', add: 'pages' },
    { kind: 'groupDiffers', by: ['pages'], of: 'title', where: 'pages > 1' },
    { kind: 'aggregate', measures: { n: { count: 'persons' } }, hit: 'measure.n > 1', gaps: { n: { count: 'n' } } },
    { kind: 'aggregate', per: 'library', measures: { s: { sum: ['fee'] } }, hit: 'last.measure.s < measure.s' },
    { kind: 'nonsense' },
    { kind: 'robustZ', of: 'fee', strata: [['library'], []] },
    { kind: 'hidiroglouBerthelot', of: 'fee', match: 'any', strata: [['pages']], where: 'lastYear(fee > 1)' },
    { kind: 'distribution', of: 'loanType', distance: 'tv' },
    { kind: 'record', hit: 'not sameAsLastYear(title)' },
  ),
);

type Change =
  | { readonly do: 'delete' }
  | { readonly do: 'replace'; readonly value: unknown }
  /** By another value of the same type in the document: most such documents are surveys. */
  | { readonly do: 'exchange'; readonly with: number };

function broken(document: string, changes: readonly (readonly [place: number, change: Change])[]): string {
  const copy = JSON.parse(document) as Json;
  for (const [place, change] of changes) {
    const places = placesIn(copy);
    const { holder, key } = places[place % places.length]!;
    const held = holder as Record<string, unknown>;
    if (change.do === 'delete') Reflect.deleteProperty(holder, key);
    else if (change.do === 'replace') held[key] = structuredClone(change.value);
    else {
      const alike = places.filter((one) => typeof (one.holder as Record<string, unknown>)[one.key] === typeof held[key]);
      const other = alike[change.with % alike.length]!;
      held[key] = structuredClone((other.holder as Record<string, unknown>)[other.key]);
    }
  }
  return JSON.stringify(copy);
}

test('whatever is wrong with a document it is refused with reasons, or every file can be asked by it', () => {
  const change = fc.tuple(
    fc.nat(),
    fc.oneof<fc.Arbitrary<Change>[]>(
      fc.constant({ do: 'delete' as const }),
      fc.record({ do: fc.constant('replace' as const), value: anything }),
      fc.record({ do: fc.constant('exchange' as const), with: fc.nat() }),
    ),
  );
  let accepted = 0;
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 2 }), (changes) => {
      const read = readEdition(broken(withoutCases, changes));
      if ('faults' in read) {
        expect(read.faults.length).toBeGreaterThan(0);
        return;
      }
      accepted += 1;
      for (const file of files) {
        const lastYear = [{ lastYear: { file: files[0]! } }, { lastYear: { aggregates: {} } }, {}][accepted % 3]!;
        const opened = openDelivery(read.edition, file, lastYear);
        opened.findings();
        opened.summary();
        opened.measures();
        opened.systematic();
      }
      checkEdition(read, true);
    }),
    { numRuns: 1500 },
  );
  // About one in eight is still a survey: so many are tried that chance does not decide.
  expect(accepted).toBeGreaterThan(60);
});

test('the November survey names nothing that is not there', () => {
  expect(referenceFaults(november2026)).toEqual([]);
  expect(november.length).toBeGreaterThan(100_000);
});

const { codeLists } = JSON.parse(library) as { codeLists: { libraries: { codes: { code: string }[] } } };

/** The library survey with a rule of its own. */
function faultsOf(rule: object, others: object = {}): unknown[] {
  const document = JSON.parse(library) as { rules: object[]; cases: object };
  const added = { id: 'NEW-01', severity: 'error', texts: { title: 'New', message: 'New.' }, ...rule };
  const read = readEdition(JSON.stringify({ ...document, ...others, rules: [...document.rules, added] }));
  return 'faults' in read ? read.faults.map((fault) => [fault.fault, fault.wanted, fault.path.replace(/^rules\[[0-9]+\]/, 'rule')]) : [];
}
const withLogic = (logic: object, more: object = {}) => faultsOf({ logic, ...more });
const asserts = (assert: string, more: object = {}) => faultsOf({ kind: 'expression', assert, ...more });

test.each<[what: string, faults: unknown[], expected: unknown[]]>([
  ['a question to texts, of a number', asserts('pages in "3"'), [['notText', 'pages', 'rule']]],
  ['a number, of a text', asserts('title > 3'), [['notNumber', 'title', 'rule']]],
  ['a parameter that is not there', asserts('pages > $most'), [['unknownParam', 'most', 'rule']]],
  ['a list that is not there', asserts('library in list "libs"'), [['unknownList', 'libs', 'rule']]],
  ['a fact that no code has', asserts('number(library, "libraries", "lestFee") > 3'), [['unknownFact', 'lestFee', 'rule']]],
  ['a fact that is asked as a text', asserts('fact(library, "libraries", "lestFee") in "3"'), [['unknownFact', 'lestFee', 'rule']]],
  [
    'a bound that no code has',
    faultsOf({ kind: 'rangePerGroup', field: 'fee', per: 'library', list: 'libraries', lowFact: 'leastFee', highFact: 'mostFees' }),
    [['unknownFact', 'mostFees', 'rule']],
  ],
  ['bounds that are turned round', faultsOf({ kind: 'range', field: 'pages', low: 20, high: 10 }), [['turned', '20 > 10', 'rule']]],
  [
    'bounds that its parameters turn round',
    faultsOf({ kind: 'range', field: 'pages', low: 5, high: 10, params: { low: 20 } }),
    [['turned', '20 > 10', 'rule']],
  ],
  ['a change that is turned round', faultsOf({ kind: 'changeInGroup', of: 'count', low: 10, high: -10 }), [['turned', '10 > -10', 'rule']]],
  ['a quotient without a bound', faultsOf({ kind: 'ratio', over: 'fee', under: 'pages' }), [['lacks', 'low or high', 'rule']]],
  ['a share without one', faultsOf({ kind: 'share', where: 'pages > 3' }), [['lacks', 'low or high', 'rule']]],
  [
    'a code that stands in its list twice',
    faultsOf(
      { kind: 'required', field: 'pages' },
      {
        codeLists: {
          ...codeLists,
          libraries: { ...codeLists.libraries, codes: [...codeLists.libraries.codes, codeLists.libraries.codes[0]] },
        },
      },
    ),
    [['codeTwice', codeLists.libraries.codes[0]!.code, `codeLists.libraries.codes[${codeLists.libraries.codes.length}]`]],
  ],
  ['a measure, of a record', asserts('measure.all > 3'), [['ofMeasures', 'all', 'rule']]],
  ['an age on a day of its own', asserts('age(borrower, date(borrowed)) > 3'), [['ageOnOwnDay', '', 'rule']]],
  [
    'a gap that nobody fills',
    asserts('pages > 3', { texts: { title: 't', message: '{sida}' } }),
    [['unknownGap', 'sida', 'rule.texts.message']],
  ],
  [
    'a word for one and none for several',
    asserts('pages > 3', { texts: { title: 't', message: '{antal|sida}' } }),
    [['unknownGap', 'antal|sida', 'rule.texts.message']],
  ],
  [
    'words that go with the name of a field',
    asserts('pages > 3', { texts: { title: 't', message: '{Fält:pages|sida|sidor}' } }),
    [['unknownGap', 'Fält:pages|sida|sidor', 'rule.texts.message']],
  ],
  [
    'words that go with a number nobody has',
    asserts('pages > 3', { texts: { title: 't', message: '{sidor|sida|sidor}' } }),
    [['unknownGap', 'sidor', 'rule.texts.message']],
  ],
  [
    'a sum in a sentence about one record',
    asserts('pages > 3', { texts: { title: 't', message: '{summa}' } }),
    [['unknownGap', 'summa', 'rule.texts.message']],
  ],
  [
    'a rule that is silenced by one that is not there',
    asserts('pages > 3', { suppressedBy: ['X-1'] }),
    [['unknownRule', 'X-1', 'rule.suppressedBy']],
  ],
  ['a rule that silences itself', asserts('pages > 3', { suppressedBy: ['NEW-01'] }), [['ring', 'NEW-01', 'rules']]],
  ['a kind that is not there', withLogic({ kind: 'magic' }), [['value', expect.stringContaining('personSum'), 'rule.logic.kind']]],
  ['a tree that is no condition', withLogic({ kind: 'record', hit: { op: 'empty' } }), [['tree', '', 'rule.logic.hit']]],
  ['a sum without its limit', withLogic({ kind: 'personSum', by: ['library'], add: 'fee' }), [['unknownParam', 'max', 'rule.params']]],
  [
    'a condition in the logic, written as text',
    withLogic({ kind: 'record', hit: 'pages > ' }),
    [['expression', 'a name', 'rule.logic.hit']],
  ],
  [
    'a record, of a measure',
    withLogic({ kind: 'aggregate', measures: { n: { count: 'records' } }, hit: 'pages > 3' }),
    [['ofRecords', 'pages', 'rule.logic.hit']],
  ],
  [
    'a measure that is not there',
    withLogic({ kind: 'aggregate', measures: { n: { count: 'records' } }, hit: 'measure.m > 3' }),
    [['unknownMeasure', 'm', 'rule.logic.hit']],
  ],
  [
    'a rule against last year where no role says who',
    faultsOf({ kind: 'panelChange', field: 'fee', low: 50, high: 200 }, { roles: {} }).slice(-3),
    [
      ['lacksRole', 'person', 'rule'],
      ['lacksRole', 'employment', 'rule'],
      ['lacksRole', 'classification', 'rule'],
    ],
  ],
])('%s is refused with its place', (_, faults, expected) => {
  expect(faults).toEqual(expected);
});

test('a rule against last year is not asked while that is not known, whether its author says so or not', () => {
  const document = JSON.parse(library) as { rules: object[] };
  const texts = { title: 't', message: 'm' };
  const rules = [
    { id: 'NEW-01', severity: 'error', texts, kind: 'expression', assert: 'sameAsLastYear(title)' },
    { id: 'NEW-02', severity: 'error', texts, logic: { kind: 'panel', match: 'any', hit: 'fee > last.fee', of: 'fee' } },
    { id: 'NEW-03', severity: 'error', texts, kind: 'hidiroglouBerthelot', field: 'fee' },
    { id: 'NEW-04', severity: 'error', texts, kind: 'distribution', field: 'loanType' },
    { id: 'NEW-05', severity: 'error', texts, kind: 'changeInGroup', of: 'count', low: -10, high: 10 },
  ];
  const read = readEdition(JSON.stringify({ ...document, rules, cases: {} }));
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  for (const facts of [{}, { lastYear: { aggregates: {} } }]) {
    const { notEvaluable, counts } = openDelivery(read.edition, files[0]!, facts).summary();
    expect(counts.filter(({ rule }) => rule !== 'NEW-05')).toEqual([]);
    expect(notEvaluable.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['NEW-01', 'NEW-02', 'NEW-03']));
  }
});

test('a tree and a text are the same condition', () => {
  expect(withLogic({ kind: 'record', hit: 'pages > 3 and title in "a|b"' })).toEqual([]);
  expect(withLogic({ kind: 'record', hit: { op: 'compare', left: { field: 'pages' }, sign: '>', right: 3 } })).toEqual([]);
});

test('rules that silence each other in a ring are found however long it is, and a tree of them is none', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.nat({ max: 9 }), { maxLength: 3 }), { minLength: 10, maxLength: 10 }), (links) => {
      const rules = links.map((to, id) => ({ id: String(id), suppressedBy: to.map(String) }));
      const reach = (from: number, goal: number, seen = new Set<number>()): boolean =>
        links[from]!.some((next) => next === goal || (!seen.has(next) && (seen.add(next), reach(next, goal, seen))));
      expect(suppressionRing(rules) !== undefined).toBe(links.some((_, id) => reach(id, id)));
    }),
  );
});
