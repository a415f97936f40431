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
  const guide = openRows({ variables, rules: [{ kind: 'expression', assert: 'matches(t, "99-AAA")' }] }, ['a;12-abc', 'a;12abc', 'a;1-abc']);
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
