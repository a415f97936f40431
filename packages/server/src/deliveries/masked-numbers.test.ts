import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { delivered, novemberFile } from '../testing/delivery.ts';
import { municipalities, portalOfUnits, type PortalOfUnits } from '../testing/portal-of-units.ts';

const units = municipalities(60, 64);
let world: PortalOfUnits;
beforeAll(async () => {
  world = await portalOfUnits(units);
});
afterAll(() => world.close());
let next = 0;

/** A delivery in whose first record the personal number has a wrong check digit, and whose employment id is the number itself. */
async function ready() {
  const unit = units[next++]!;
  const number = novemberFile(unit, 12).toString('latin1').split('\r\n')[0]!.split(';')[6]!;
  const wrong = number.slice(0, 9) + String((Number(number[9]) + 1) % 10);
  const file = novemberFile(unit, 12, { record: 1, field: 7, text: wrong }, { record: 2, field: 9, text: number });
  const delivery = await delivered(world.portal, world.anna, unit, file);
  return { unit, delivery: delivery.id, fileId: delivery.file!.id, wrong, number };
}
const shownEvents = async () =>
  (await world.database.ask(`select details from audit_event where kind = 'records.personal-numbers-shown' order by at, number`)).map(
    ({ details }) => details,
  );
/** Values of the file that would name a person, anywhere in an answer. */
const holds = (answer: unknown, ...numbers: readonly string[]) => numbers.filter((number) => JSON.stringify(answer).includes(number));

test('no answer holds a personal number until the reader asks to see it, whichever column it stands in; asking is an event', async () => {
  const { unit, delivery, wrong, number } = await ready();
  const { anna, reader } = world;
  for (const person of [anna, reader]) {
    expect(holds(await person.ask('listFindings', { unit, delivery, rule: 'P07-04' }), wrong, number)).toEqual([]);
    expect(holds(await person.ask('listRecords', { unit, delivery }), wrong, number)).toEqual([]);
    expect(holds(await person.ask('listChecks', { unit, delivery }), wrong, number)).toEqual([]);
    expect(holds(await person.ask('listQuestions', { unit, delivery }), wrong, number)).toEqual([]);
    expect(holds(await person.ask('listProposals', { unit, delivery, rule: 'P07-04', record: 1 }), wrong, number)).toEqual([]);
  }
  expect(await shownEvents()).toEqual([]);
  const records = await anna.ask('listRecords', { unit, delivery });
  expect(records.rows[0]!.texts[6]).toBe(`${wrong.slice(0, 6)}-••••`);
  expect(records.rows[1]!.texts[8]).toBe(`${number.slice(0, 6)}-••••`);
  expect(holds(await anna.ask('listFindings', { unit, delivery, rule: 'P07-04', reveal: 'true' }), wrong)).toEqual([wrong]);
  expect(holds(await anna.ask('listRecords', { unit, delivery, reveal: 'true' }), wrong, number)).toEqual([wrong, number]);
  expect(await anna.ask('showCell', { unit, delivery, record: 1, variable: 'personalNumber' })).toEqual({ text: wrong });
  const events = await shownEvents();
  expect(events).toHaveLength(3);
  expect(holds(events, wrong, number)).toEqual([]);
});

test('a wrong personal number is corrected, undone and met by a colleague without being shown', async () => {
  const { unit, delivery, fileId, wrong, number } = await ready();
  const { anna } = world;
  const before = await shownEvents();
  const correct = (text: string, seenText: string | null) =>
    anna.ask('correctCell', {
      unit,
      delivery,
      fileId,
      record: 1,
      variable: 'personalNumber',
      text,
      seenText,
      requestId: randomUUID(),
    });
  const effect = await correct(number, null);
  expect(effect).toMatchObject({ isMasked: true, after: `${number.slice(0, 6)}-••••` });
  expect(holds(effect, wrong, number)).toEqual([]);
  expect(effect.resolved.map(({ rule }) => rule)).toContain('P07-04');
  // What was seen may be the number itself, or its mask; something else is a conflict, whose answer is masked too.
  await correct(wrong, number);
  await correct(number, `${wrong.slice(0, 6)}-••••`);
  const refusal = (await correct(wrong, '0000000000').catch((error: unknown) => error)) as { body: unknown };
  expect(refusal.body).toMatchObject({ code: 'delivery.cell-changed-meanwhile' });
  expect(holds(refusal.body, wrong, number)).toEqual([]);
  const log = await anna.ask('listCorrections', { unit, delivery });
  expect(log.corrections.map(({ isMasked }) => isMasked)).toEqual([true, true, true]);
  expect(holds(log, wrong, number)).toEqual([]);
  expect(holds(await anna.ask('undoCorrection', { unit, delivery, correction: 3, requestId: randomUUID() }), wrong, number)).toEqual([]);
  expect(await shownEvents()).toEqual(before);
  expect(holds(await anna.ask('listCorrections', { unit, delivery, reveal: 'true' }), wrong, number)).toEqual([wrong, number]);
  expect(await shownEvents()).toHaveLength(before.length + 1);
});

test('of a text that is no number nothing is shown, and a cell of no person is as it is', async () => {
  const unit = units[next++]!;
  const delivery = await delivered(world.portal, world.anna, unit, novemberFile(unit, 12, { record: 1, field: 7, text: 'ANNA' }));
  const { rows } = await world.anna.ask('listRecords', { unit, delivery: delivery.id });
  expect(rows[0]!.texts[6]).toBe('••••');
  expect(await world.anna.ask('showCell', { unit, delivery: delivery.id, record: 1, variable: 'municipalityCode' })).toEqual({
    text: unit,
  });
  await expect(world.anna.ask('showCell', { unit, delivery: delivery.id, record: 99, variable: 'personalNumber' })).rejects.toMatchObject({
    status: 422,
  });
  await expect(world.anna.ask('showCell', { unit, delivery: delivery.id, record: 1, variable: 'finnsInte' })).rejects.toMatchObject({
    status: 422,
  });
});
