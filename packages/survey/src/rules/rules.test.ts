import { expect, test } from 'vitest';
import { november2026 } from '../editions/november-2026/index.ts';
import { openDelivery } from '../open-delivery.ts';
import { everyExample as all } from '../testing/examples/index.ts';

test.each(all)('$rule: $says (hit: $isHit)', ({ rule, isHit, file, facts, raises, edition = november2026 }) => {
  const found = openDelivery(edition, file, facts)
    .findings()
    .map((finding) => (finding.record === 1 ? finding.rule : `${finding.rule}@${finding.record ?? 'file'}`));
  expect(found.toSorted()).toEqual([...raises].toSorted());
  expect(found.some((one) => one.startsWith(rule))).toBe(isHit);
});

test('every rule in force has an example that hits and one that passes', () => {
  const inForce = november2026.rules.filter(({ status }) => status === 'active').map(({ id }) => id);
  const shown = (isHit: boolean) => new Set(all.filter((example) => example.isHit === isHit).map(({ rule }) => rule));
  expect(inForce.filter((rule) => !shown(true).has(rule))).toEqual([]);
  expect(inForce.filter((rule) => !shown(false).has(rule))).toEqual([]);
  expect([...new Set(all.map(({ rule }) => rule))].filter((rule) => !inForce.includes(rule))).toEqual([]);
});

test('a hit is as grave as its rule says; P09-03 is a warning while labels are missing, P34-02 an error when the month is too short', () => {
  const graver: Record<string, string> = {};
  for (const { rule, file, facts, edition = november2026 } of all.filter(({ isHit }) => isHit)) {
    const severity = november2026.rules.find(({ id }) => id === rule)?.severity;
    for (const finding of openDelivery(edition, file, facts).findings({ rules: [rule] }))
      if (finding.severity !== severity) graver[`${rule} ${finding.severity}`] = finding.message;
  }
  expect(Object.keys(graver).toSorted()).toEqual(['FIL-06 fatal', 'P09-03 warning', 'P34-02 error']);
  expect(graver['P34-02 error']).toContain('720,01');
});

test('a rule that needs to know more than the file is told of as not asked, with what is missing', () => {
  const { file } = all.find(({ rule }) => rule === 'P01-03') ?? {};
  const { notEvaluable } = openDelivery(november2026, file ?? new Uint8Array(), {}).summary();
  const needing = november2026.rules.filter(({ needs = [] }) => needs.some((need) => need !== 'national'));
  expect(notEvaluable).toEqual(needing.map(({ id, needs }) => ({ rule: id, needs: needs?.[0] })));
  expect(needing.map(({ id }) => id)).toContain('P01-03');
});

test('codes come and go with the year', () => {
  const raisedIn = (rule: string, referenceYear: number) =>
    all
      .filter((example) => example.rule === rule && example.isHit && !example.edition)
      .flatMap(({ file, facts }) => openDelivery({ ...november2026, referenceYear }, file, facts).findings({ rules: [rule] }));
  expect(raisedIn('P16-03', 2016)).toHaveLength(0);
  expect(raisedIn('P16-03', 2017)).toHaveLength(1);
  expect(raisedIn('P10-03', 2018)).toHaveLength(0);
  expect(raisedIn('P10-03', 2019)).toHaveLength(2);
});
