import { expect, test } from 'vitest';
import type { Edition } from '../definition/survey-definition.ts';
import type { DeliveryFacts } from '../definition/unit.ts';
import { november2026 } from '../editions/november-2026/index.ts';
import { frameUnitOf, generate } from '../generator/index.ts';
import { openDelivery, type OpenedDelivery } from '../open-delivery.ts';

interface Opened {
  readonly of: string;
  readonly open: (edition: Edition) => OpenedDelivery;
}

function unitOf(code: string, seed: number, besides: DeliveryFacts = {}, isKnown = true): Opened {
  const unit = frameUnitOf(code);
  const employers = [{ organisationNumber: unit.organisationNumber, isCompany: false }];
  const { file } = generate({ unit: code, records: 150, seed, errorShare: 0.2 });
  const facts = isKnown ? { unit, employers, ...besides } : besides;
  return { of: `${code} ${seed}`, open: (edition) => openDelivery(edition, file, facts) };
}

/** Of every kind, and in such an order that what is made ready for one would be wrong for the next. */
const units: readonly Opened[] = [
  unitOf('0488', 1),
  unitOf('0300', 2),
  unitOf('0980', 3),
  unitOf('0488', 4, {}, false),
  unitOf('0488', 5, { lastYear: { file: generate({ unit: '0488', records: 140, seed: 6, year: 2025 }).file }, codebook: [] }),
  unitOf('0300', 7),
];

const stateOf = (delivery: OpenedDelivery) => ({
  summary: delivery.summary(),
  findings: delivery.findings(),
  measures: delivery.measures(),
  outcomes: delivery.outcomes(),
});

test('deliveries that are open side by side are told of as each alone', () => {
  const together = units.map(({ open }) => open(november2026));
  // What a survey is asked with belongs to the edition: of a copy nothing has been asked yet.
  const alone = units.map(({ open }) => open({ ...november2026 }));
  const variables = november2026.variables.map(({ id }) => id);
  for (let step = 0; step < 120; step += 1) {
    const place = step % units.length;
    const [one, other] = [together[place]!, alone[place]!];
    const record = 1 + ((step * 37) % one.file.records);
    const column = (step * 11) % variables.length;
    const text = one.record(1 + ((step * 53) % one.file.records))[column]!;
    const [effect, expected] = [one, other].map((delivery) => delivery.correct({ record, variable: variables[column]! }, text));
    expect(effect).toEqual(expected);
  }
  expect(together.map(stateOf)).toEqual(alone.map(stateOf));
  // They differ, or nothing would have been told.
  expect(new Set(together.map((delivery) => JSON.stringify(delivery.summary()))).size).toBe(units.length);
});
