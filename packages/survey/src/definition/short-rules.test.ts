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
