import type { DeliveryView, QuestionView } from '@insamling/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checked, delivered, novemberFile, upload, type Change } from '../testing/delivery.ts';
import type { TestDatabase } from '../testing/database.ts';
import type { Portal, TestPerson } from '../testing/portal.ts';
import { municipalities, portalOfUnits, type PortalOfUnits } from '../testing/portal-of-units.ts';
import { closeDesks } from './engine/threads.ts';

let database: TestDatabase;
let portal: Portal;
let anna: TestPerson;
let reader: TestPerson;
const units = municipalities(75, 80);
let next = 0;
let close: PortalOfUnits['close'];

beforeAll(async () => {
  ({ database, portal, anna, reader, close } = await portalOfUnits(units));
});
afterAll(() => close());

type Ready = DeliveryView & { readonly id: string };
const label = 9;
const salary = 27;
const unknownLabel = (record: number, text = '991199'): Change => ({ record, field: label, text });
/** One unknown label in twenty records, and another in two of its own. */
const labels = [
  ...Array.from({ length: 20 }, (_, index) => unknownLabel(index + 1)),
  unknownLabel(21, '882288'),
  unknownLabel(22, '882288'),
];
const ready = async (changes: readonly Change[] = labels): Promise<Ready> => {
  const unit = units[next++]!;
  return delivered(portal, anna, unit, novemberFile(unit, 60, ...changes));
};
const questions = async ({ unit, id }: Ready): Promise<readonly QuestionView[]> =>
  (await anna.ask('listQuestions', { unit, delivery: id })).questions;
const explain = (person: TestPerson, { unit, id, file }: Ready, key: string) =>
  person.ask('explainQuestion', { unit, delivery: id, fileId: file!.id, key, reason: 'verified', text: 'Ny etikett hos oss.' });
const explainedRecords = async ({ unit, id }: Ready) =>
  (await anna.ask('listFindings', { unit, delivery: id, rule: 'P09-03', limit: 100 })).findings
    .filter(({ explanation }) => explanation !== null)
    .map(({ record }) => record);

test('that it is as it should be explains what the question stands for and nothing else of the check, once', async () => {
  const delivery = await ready();
  const [question] = await questions(delivery);
  expect(question).toMatchObject({ cause: 'oneCodeEverywhere', findings: 20, unexplained: 20 });
  const { warningsLeft } = delivery.counts!;
  await expect(explain(reader, delivery, question!.key)).rejects.toMatchObject({ body: { code: 'delivery.not-allowed' } });
  expect(await explain(anna, delivery, question!.key)).toMatchObject({ explained: 20, counts: { warningsLeft: warningsLeft - 20 } });
  expect(await explainedRecords(delivery)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  expect(await questions(delivery)).toMatchObject([{ key: question!.key, findings: 20, unexplained: 0 }]);
  await expect(explain(anna, delivery, question!.key)).rejects.toMatchObject({ body: { code: 'delivery.no-findings' } });
  const events = await database.ask(
    `select details from audit_event where kind = 'delivery.question-explained' and object = '${delivery.id}'`,
  );
  expect(events).toMatchObject([{ details: { rule: 'P09-03', reason: 'verified', explained: 20 } }]);
  expect(JSON.stringify(events)).not.toMatch(/991199|Ny etikett/);
});

test('an answered question stays answered in another process and in a new file; of one more record it asks about that one', async () => {
  const delivery = await ready();
  const [question] = await questions(delivery);
  await explain(anna, delivery, question!.key);
  await closeDesks();
  expect(await questions(delivery)).toMatchObject([{ unexplained: 0 }]);
  const { unit } = delivery;
  await upload(portal, anna, unit, novemberFile(unit, 60, ...labels, unknownLabel(23)));
  const again = { ...(await checked(anna, unit)), id: delivery.id };
  expect(await questions(again)).toMatchObject([{ key: question!.key, findings: 21, unexplained: 1 }]);
  expect(await explain(anna, again, question!.key)).toMatchObject({ explained: 1 });
  expect(await explainedRecords(again)).toEqual([...Array.from({ length: 20 }, (_, index) => index + 1), 23]);
});

test('a question about errors cannot be explained away, and one that nobody asks is gone', async () => {
  const unit = units[next]!;
  const inOre = novemberFile(unit, 60)
    .toString('latin1')
    .split('\r\n')
    .flatMap((row, index): Change[] => {
      const amount = Number(row.split(';')[salary - 1]);
      return amount > 0 ? [{ record: index + 1, field: salary, text: String(amount * 100) }] : [];
    });
  const delivery = await ready(inOre);
  const [question] = await questions(delivery);
  expect(question).toMatchObject({ cause: 'timesHundred', unexplained: null });
  await expect(explain(anna, delivery, question!.key)).rejects.toMatchObject({ body: { code: 'delivery.no-findings' } });
  await expect(explain(anna, delivery, 'P09-03 aidLabel 991199')).rejects.toMatchObject({ body: { code: 'delivery.question-gone' } });
});
