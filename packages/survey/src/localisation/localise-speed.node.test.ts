import { expect, test } from 'vitest';
import { november2026 } from '../editions/november-2026/index.ts';
import { generate } from '../generator/index.ts';
import { openDelivery } from '../open-delivery.ts';
import { smallestSetsOf } from '../remedies.ts';
import { factsOf } from '../testing/records.ts';

test('a page of fifty records with errors is localised in less than 100 ms', () => {
  const { file } = generate({ unit: '1480', records: 3000, errorShare: 0.05, seed: 7 });
  const last = generate({ unit: '1480', records: 3000, seed: 7, lastYear: true });
  const delivery = openDelivery(november2026, file, { ...factsOf('1480'), lastYear: { file: last.file } });
  const misfits = new Set(delivery.recordsOf('FIL-06'));
  const records = new Set(
    delivery
      .findings({ severity: 'error' })
      .flatMap(({ record }) => record ?? [])
      .filter((record) => !misfits.has(record)),
  );
  /** Processor time: what it costs, not what else the machine is doing. */
  const page = () => {
    const start = process.cpuUsage();
    for (const record of [...records].slice(0, 50)) smallestSetsOf(delivery, record);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  };
  expect(records.size).toBeGreaterThan(50);
  expect(Math.min(...Array.from({ length: 8 }, page))).toBeLessThan(100);
});
