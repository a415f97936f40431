import { expect, test } from 'vitest';
import { isAskedOfRecords } from '../definition/logic-uses.ts';
import type { Outcome } from '../definition/rule-case.ts';
import type { Rule } from '../definition/rule.ts';
import { november2026 } from '../editions/november-2026/index.ts';
import { openDelivery } from '../open-delivery.ts';
import { cannotBe, noExampleBeside, stepOf } from '../testing/examples/cannot-be.ts';
import { everyExample } from '../testing/examples/index.ts';

type Example = (typeof everyExample)[number];

const rules = november2026.rules.filter(({ status }) => status === 'active');
const examplesOf = ({ id }: Rule): readonly Example[] => everyExample.filter(({ rule }) => rule === id);

/** Rules that silence the rule, and what silences them. */
function withSilencers(id: string, found = new Set<string>()): Set<string> {
  if (found.has(id)) return found;
  found.add(id);
  for (const other of november2026.rules.find((rule) => rule.id === id)?.suppressedBy ?? []) withSilencers(other, found);
  return found;
}

/** What a rule answers of the first record of an example, or of its file; a hit may be on another record. */
function outcomeOf(rule: Rule, { file, facts, isHit, edition = november2026 }: Example, params: Rule['params'] = {}): Outcome {
  const asked = withSilencers(rule.id);
  const changed = edition.rules
    .filter(({ id }) => asked.has(id))
    .map((one) => (one.id === rule.id ? { ...one, params: { ...one.params, ...params } } : one));
  const opened = openDelivery({ ...edition, rules: changed }, file, facts);
  return opened.outcome(rule.id, isAskedOfRecords(rule.logic) && opened.file.records > 0 && !isHit ? 1 : undefined);
}

const named = rules.map((rule) => ({ id: rule.id, rule }));

test.each(named)('$id answers of its examples what they say', ({ rule }) => {
  const answers = examplesOf(rule).map((example) => [example.says, outcomeOf(rule, example)]);
  expect(answers).toEqual(examplesOf(rule).map(({ says, isHit, outcome }) => [says, outcome ?? (isHit ? 'fail' : 'pass')]));
});

test('every rule has an example of every outcome, or it is said why it has none', () => {
  const outcomes: readonly Outcome[] = ['fail', 'pass', 'notApplicable', 'notEvaluable'];
  const lacking = rules.flatMap((rule) => {
    const shown = new Set<Outcome>(examplesOf(rule).map(({ isHit, outcome }) => outcome ?? (isHit ? 'fail' : 'pass')));
    return outcomes.filter((outcome) => !shown.has(outcome)).map((outcome) => `${rule.id} ${outcome}`);
  });
  expect(lacking.toSorted()).toEqual(cannotBe.flatMap(({ outcome, rules: ids }) => ids.map((id) => `${id} ${outcome}`)).toSorted());
});

/** Sides of a bound on which nothing answers otherwise when the bound is moved one step there: no example stands next to it. */
function bareSides(rule: Rule, name: string, value: number, step = stepOf[`${rule.id} ${name}`] ?? 1): ('below' | 'above')[] {
  const isShown = (by: number) =>
    examplesOf(rule).some(
      (example) => outcomeOf(rule, example, { [name]: value + by }) !== (example.outcome ?? (example.isHit ? 'fail' : 'pass')),
    );
  return [...(isShown(-step) ? [] : (['below'] as const)), ...(isShown(step) ? [] : (['above'] as const))];
}

const bounds = rules.flatMap((rule) =>
  Object.entries(rule.params ?? {}).flatMap(([name, value]) =>
    typeof value === 'number' ? [{ bound: `${rule.id} ${name}`, rule, name, value }] : [],
  ),
);

test.each(bounds)('examples stand on both sides of $bound', ({ bound, rule, name, value }) => {
  expect(bareSides(rule, name, value)).toEqual(noExampleBeside.find((one) => one.bound === bound)?.sides ?? []);
});

test('what is said of bounds is said of bounds that exist', () => {
  const known = bounds.map(({ bound }) => bound);
  expect(known).toEqual(expect.arrayContaining([...noExampleBeside.map(({ bound }) => bound), ...Object.keys(stepOf)]));
});

test.each(bounds.filter(({ bound }) => bound in stepOf))('a step of one shows nothing at $bound', ({ bound, rule, name, value }) => {
  const expected = noExampleBeside.find((one) => one.bound === bound)?.sides ?? [];
  expect(bareSides(rule, name, value, 1)).not.toEqual(expected);
});
