import { expect, test } from 'vitest';
import { november2026 } from '../editions/november-2026/index.ts';
import { openDelivery } from '../open-delivery.ts';
import { monthly, personBorn } from '../testing/examples/example.ts';
import { factsOf, fileOf, withCells, type Row } from '../testing/records.ts';

const [ada, bo, cissi] = ['800409', '790101', '780202'].map((born) => personBorn(born)) as [string, string, string];
const employed = (personalNumber: string): Row => withCells(monthly, { personalNumber });
const now = fileOf([employed(ada), employed(bo)]);
const besides = (last: readonly Row[], corrections: readonly { record: number; variable: string; text: string }[] = []) =>
  openDelivery(november2026, now, { ...factsOf('0488'), lastYear: { file: fileOf(last), corrections } });

test('a person whose number was corrected last year is looked for under the corrected number, and not under the wrong one', () => {
  const written = besides([employed(ada), employed(cissi)]);
  expect([...written.recordsOf('Y-07')]).toEqual([2]);
  const corrected = besides([employed(ada), employed(bo)], [{ record: 2, variable: 'personalNumber', text: cissi }]);
  expect(corrected.findings()).toEqual(written.findings());
  const backAgain = besides([employed(ada), employed(cissi)], [{ record: 2, variable: 'personalNumber', text: bo }]);
  expect([...backAgain.recordsOf('Y-07')]).toEqual([]);
});
