import { expect, test } from 'vitest';
import { openRows, outcomesOf } from '../testing/one-rule.ts';

test('every character that can be printed may stand in a pattern, and stands for itself', () => {
  const texts = Array.from({ length: 0x7e - 0x20 }, (_, place) => String.fromCharCode(0x21 + place)).filter((one) => !'9A*'.includes(one));
  const variables = [
    { id: 'a', form: 'A/N' },
    { id: 't', form: 'A/N' },
  ] as const;
  for (const one of [...texts, 'å', 'É', '–', '𝄞']) {
    const assert = `matches(t, "9${one.replace('"', '""')}A")`;
    const quoted = one === '"' || one === ';' ? `"${`1${one}x`.replace('"', '""')}"` : `1${one}x`;
    const opened = openRows({ variables, rules: [{ kind: 'expression', assert }] }, [`a;${quoted}`, 'a;1~~x', 'a;1x']);
    expect(outcomesOf(opened), one).toEqual(['pass', 'fail', 'fail']);
  }
  const guide = openRows({ variables, rules: [{ kind: 'expression', assert: 'matches(t, "99-AAA")' }] }, [
    'a;12-abc',
    'a;12abc',
    'a;1-abc',
  ]);
  expect(outcomesOf(guide)).toEqual(['pass', 'fail', 'fail']);
});

/** What a change of the number of records of one group, and of another that stays at 20, is found to be. */
function changesOf(bounds: object, last: number, now: number): string[] {
  const times = (count: number, group: string) => Array.from({ length: count }, () => `${group};10`);
  const opened = openRows(
    {
      variables: [
        { id: 'g', form: 'A/N' },
        { id: 'n', form: 'N' },
      ],
      roles: { person: 'g', employment: 'g', classification: 'g', recordKey: ['g'] },
      rules: [
        {
          kind: 'changeInGroup',
          of: 'count',
          per: 'g',
          least: 1,
          ...bounds,
          texts: { title: 't', message: '{grupp} {förra} {antal} {procent}' },
        },
      ],
    },
    [...times(now, 'a'), ...times(20, 'b')],
    [...times(last, 'a'), ...times(20, 'b')],
  );
  return opened.findings().map(({ message }) => message);
}

test.each([
  ['fewer than the lower bound allows', { low: -5, high: 50 }, 10, 7, ['a 10 7 −30,0']],
  ['half', { low: -5, high: 50 }, 10, 5, ['a 10 5 −50,0']],
  ['fewer, and inside', { low: -50, high: 10 }, 10, 7, []],
  ['exactly the lower bound', { low: -50, high: 10 }, 10, 5, []],
  ['exactly the upper bound', { low: -50, high: 10 }, 10, 11, []],
  ['one more', { low: -50, high: 10 }, 10, 12, ['a 10 12 +20,0']],
  ['a group that is gone', { low: -50, high: 10, least: 10 }, 10, 0, ['a 10 0 −100,0']],
  ['a group that is gone, where that is allowed', { low: -100, high: 10 }, 10, 0, []],
  ['a group that is new', { low: -50, high: 1000, least: 10 }, 0, 10, ['a 0 10 –']],
  ['a group that was large', { low: -50, high: 10, least: 10 }, 10, 4, ['a 10 4 −60,0']],
  ['a group that is too small in both years', { low: -50, high: 10, least: 10 }, 9, 2, []],
])('the change of a count: %s', (_, bounds, last, now, told) => {
  expect(changesOf(bounds, last, now)).toEqual(told);
});

const dated = [
  { id: 'd', form: 'A/N' },
  { id: 'g', form: 'A/N', codeList: 'l' },
  { id: 'a', form: 'N' },
  { id: 'b', form: 'N' },
] as const;
const codeLists = {
  l: {
    name: 'L',
    codes: [
      { code: 'x', name: 'X', facts: { mn: 5 } },
      { code: 'y', name: 'Y' },
    ],
  },
};

const outcomesAre = (letters: string): string[] => [...letters].map((one) => ({ p: 'pass', f: 'fail' })[one] ?? 'notEvaluable');

/** What an assertion on a date, a code and two numbers is found to be. */
const assertedOf = (rule: object, ...rows: readonly string[]): string[] =>
  outcomesOf(openRows({ variables: dated, codeLists, rules: [{ kind: 'expression', ...rule }] }, rows));

test.each([
  [
    'a text that is no date',
    'yearsBetween(date(d), @lastDay) <= 100',
    ['20200101;x;1;1', '18200101;x;1;1', '2020-13-40;x;1;1', 'x;;;', ';x;1;1'],
    'pf---',
  ],
  [
    'a number that is no day',
    'daysBetween(a, 20260101) >= 0',
    ['x;x;20250101;1', 'x;x;20270101;1', 'x;x;20251301;1', 'x;x;7;', 'x;x;;'],
    'pf---',
  ],
  [
    'a code without the fact, or that nobody knows',
    'a >= number(g, "l", "mn")',
    ['x;x;5;', 'x;x;4;', 'x;y;4;', 'x;z;4;', 'x;;4;'],
    'pf---',
  ],
  ['nothing to divide by', 'b / a <= 2', ['x;x;1;2', 'x;x;1;3', 'x;x;0;0', 'x;x;0;3', 'x;x;;3'], 'pf---'],
  ['the same turned round', 'not (b / a > 2)', ['x;x;1;2', 'x;x;1;3', 'x;x;0;0', 'x;x;0;3', 'x;x;;3'], 'pf---'],
  ['beside a part that fails', 'a <= 5 and date(d) <= 20261231', ['20260101;x;5;', '20260101;x;6;', 'x;x;6;', 'x;x;5;'], 'pf--'],
  ['beside a part that holds', 'a <= 5 or date(d) <= 20261231', ['20260101;x;6;', '20270101;x;6;', 'x;x;6;', 'x;x;5;'], 'pf--'],
  ['two quantities that are nearly equal', 'near(b / a, 2, 1)', ['x;x;1;3', 'x;x;1;4', 'x;x;0;4'], 'pf-'],
  ['and equal ones', 'b / a = 2', ['x;x;1;2', 'x;x;1;3', 'x;x;0;0'], 'pf-'],
] as const)('an assertion on a value that cannot be had is not evaluable: %s', (_, assert, rows, wanted) => {
  expect(assertedOf({ assert }, ...rows)).toEqual(outcomesAre(wanted));
});

const noted = [
  { id: 'k', form: 'A/N' },
  { id: 'a', form: 'N' },
  { id: 'b', form: 'N' },
  { id: 'note', form: 'A/N' },
  { id: 'd', form: 'A/N' },
] as const;

test.each([
  ['skipIfAnyMissing', 'p--f---'],
  ['skipIfAllMissing', 'ppfff-p'],
  ['neverSkip', 'ppfffpp'],
] as const)('an assertion on numbers or a text, with %s', (missing, wanted) => {
  const rows = ['9;1;w;', '1;1;;', '9;1;;', '9;1;x;', '9;;;', ';;;', ';;x;'].map((row) => `k;${row}`);
  const rule = { kind: 'expression', assert: 'a <= b or hasWord(note, "w")', params: { w: 'w' }, missing };
  expect(outcomesOf(openRows({ variables: noted, rules: [rule] }, rows))).toEqual(outcomesAre(wanted));
});

test.each([
  ['skipIfAllMissing', 'a <= b or date(d) <= 20261231', 'ppf---p'],
  ['neverSkip', 'a <= b or date(d) <= 20261231', 'ppf--pp'],
  ['neverSkip', 'a <= b and date(d) <= 20261231', 'fpfff-p'],
  ['neverSkip', 'matches(note, "A") or hasWord(d, "x")', 'fffpfff'],
  ['skipIfAllMissing', 'matches(note, "A") or hasWord(d, "x")', 'fffp--f'],
] as const)('a date that cannot be had neither holds nor fails with %s: %s', (missing, assert, wanted) => {
  const some = ['9;1;;20260101', '1;1;;20260101', '9;1;;20270101', '9;1;;x', '9;1;;', ';;;', ';;;20260101'].map((row) => `k;${row}`);
  const rule = { kind: 'expression', assert, params: { x: 'x' }, missing };
  expect(outcomesOf(openRows({ variables: noted, rules: [rule] }, some))).toEqual(outcomesAre(wanted));
});

test('nor is a guard on such a value, however it is turned, a reason to ask the rule', () => {
  const rule = { assert: 'a <= 5', when: 'not (date(d) > 20261231)' };
  expect(assertedOf(rule, '20260101;x;6;', '20270101;x;6;', 'x;x;6;')).toEqual(['fail', 'notApplicable', 'notEvaluable']);
  expect(assertedOf({ ...rule, when: 'not (a / b > 2)' }, 'x;x;6;3', 'x;x;6;1', 'x;x;6;0')).toEqual([
    'fail',
    'notApplicable',
    'notEvaluable',
  ]);
});

test('a record without a match cannot be held against last year', () => {
  const opened = (assert: string) =>
    openRows(
      {
        variables: dated,
        codeLists,
        roles: { person: 'd', employment: 'd', classification: 'g', recordKey: ['d'] },
        rules: [{ kind: 'expression', assert }],
      },
      ['p;x;5;', 'q;x;6;', 'r;x;5;'],
      ['p;x;5;', 'q;x;5;'],
    );
  expect(outcomesOf(opened('a <= last.a'))).toEqual(['pass', 'fail', 'notEvaluable']);
  expect(outcomesOf(opened('sameAsLastYear(a)'))).toEqual(['pass', 'fail', 'notEvaluable']);
  expect(outcomesOf(opened('lastYear(a <= 4)'))).toEqual(['fail', 'fail', 'notEvaluable']);
});

const grouped = [
  { id: 'k', form: 'A/N' },
  { id: 'g', form: 'A/N' },
  { id: 'd', form: 'A/N' },
  { id: 'n', form: 'N' },
] as const;
const groupedOf = (rule: object, ...rows: readonly string[]): string[] => outcomesOf(openRows({ variables: grouped, rules: [rule] }, rows));

test('what is missing is neither another value of its group nor a group of its own', () => {
  const consistent = { kind: 'groupConsistency', by: ['g'], field: 'd' };
  expect(groupedOf(consistent, 'k;a;x;', 'k;a;;', 'k;;y;', 'k;;z;')).toEqual(outcomesAre('p---'));
  expect(groupedOf(consistent, 'k;a;x;', 'k;a;y;', 'k;a;;', 'k;b;x;')).toEqual(outcomesAre('ff-p'));
  expect(groupedOf({ ...consistent, where: 'k in "k"' }, 'k;a;x;', 'k;a;;', 'k;;y;', 'k;;z;', 'l;a;z;')).toEqual(
    outcomesAre('p---').concat('notApplicable'),
  );
  expect(groupedOf({ ...consistent, field: 'n' }, 'k;a;;1', 'k;a;;', 'k;a;;0', 'k;a;;x')).toEqual(outcomesAre('f-f-'));
  expect(groupedOf({ ...consistent, by: ['n'] }, 'k;;x;', 'k;;y;', 'k;;x;0', 'k;;y;0')).toEqual(outcomesAre('--ff'));
});

test('records that lack the same are not equal in it', () => {
  const unique = { kind: 'unique', fields: ['g', 'n'] };
  expect(groupedOf(unique, 'k;a;;', 'k;a;;', 'k;;;1', 'k;;;1')).toEqual(outcomesAre('----'));
  expect(groupedOf(unique, 'k;a;;1', 'k;a;;1', 'k;a;;0', 'k;a;;x', 'k;a;;x')).toEqual(outcomesAre('ffp--'));
  const sum = { kind: 'groupSum', by: ['g'], field: 'n', high: 10 };
  expect(groupedOf(sum, 'k;;;6', 'k;;;6', 'k;a;;6', 'k;a;;6', 'k;b;;10', 'k;b;;')).toEqual(outcomesAre('--ffp-'));
});

test('unless the rule says that something missing does not stop it', () => {
  const rows = ['k;a;;', 'k;a;;', 'k;;;', 'k;;;'];
  const unique = { kind: 'unique', fields: ['g', 'd'] };
  expect(groupedOf({ ...unique, missing: 'skipIfAllMissing' }, ...rows)).toEqual(outcomesAre('ff--'));
  expect(groupedOf({ ...unique, missing: 'neverSkip' }, ...rows)).toEqual(outcomesAre('ffff'));
  const consistent = { kind: 'groupConsistency', by: ['g'], field: 'd', missing: 'neverSkip' };
  expect(groupedOf(consistent, 'k;a;x;', 'k;a;;', 'k;;x;', 'k;;y;')).toEqual(outcomesAre('ffff'));
});

test('of fewer records than are asked for no share can be judged', () => {
  const share = { kind: 'share', where: 'd in "x"', low: 50, least: 3 };
  const outcome = (...rows: readonly string[]) => openRows({ variables: grouped, rules: [share] }, rows).outcome('R-1');
  expect([outcome('k;a;y;', 'k;a;y;'), outcome('k;a;y;', 'k;a;y;', 'k;a;y;'), outcome('k;a;x;', 'k;a;x;', 'k;a;y;')]).toEqual(
    outcomesAre('-fp'),
  );
});
