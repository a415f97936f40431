import { expect, test } from 'vitest';
import { november2026 } from '../editions/november-2026/index.ts';
import { openDelivery } from '../open-delivery.ts';
import type { Examples } from '../testing/examples/example.ts';
import { timeAndPay } from '../testing/examples/time-and-pay.ts';
import { whoAndWhere } from '../testing/examples/who-and-where.ts';
import { work } from '../testing/examples/work.ts';

const groups: readonly Examples[] = [whoAndWhere, work, timeAndPay];
const all = groups
  .flatMap((group) => Object.entries(group))
  .flatMap(([rule, examples]) => examples.map((example) => ({ rule, ...example })));

test.each(all)('$rule: $says (hit: $isHit)', ({ rule, isHit, file, facts, raises }) => {
  const found = openDelivery(november2026, file, facts)
    .findings()
    .map((finding) => (finding.record === 1 ? finding.rule : `${finding.rule}@${finding.record ?? 'file'}`));
  expect(found.toSorted()).toEqual([...raises].toSorted());
  expect(found.some((one) => one.startsWith(rule))).toBe(isHit);
});
