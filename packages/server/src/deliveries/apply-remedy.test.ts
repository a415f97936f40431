import { randomUUID } from 'node:crypto';
import type { DeliveryView, QuestionView } from '@insamling/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { delivered, novemberFile, type Change } from '../testing/delivery.ts';
import type { TestDatabase } from '../testing/database.ts';
import type { Portal, TestPerson } from '../testing/portal.ts';
import { municipalities, portalOfUnits, type PortalOfUnits } from '../testing/portal-of-units.ts';
import { closeDesks } from './engine/threads.ts';

let database: TestDatabase;
let portal: Portal;
let anna: TestPerson;
let reader: TestPerson;
const units = municipalities(60, 74);
let next = 0;
let close: PortalOfUnits['close'];

beforeAll(async () => {
  ({ database, portal, anna, reader, close } = await portalOfUnits(units));
});
afterAll(() => close());

type Ready = DeliveryView & { readonly id: string };
const salary = 27;
const agreement = 15;
const [agreedRate, actualRate] = [21, 22];

/** A file of 60 records in which every salary is in öre, or every agreement another. */
async function ready(kind: 'öre' | 'agreement'): Promise<Ready> {
  const unit = units[next++]!;
  const plain = novemberFile(unit, 60).toString('latin1').split('\r\n');
  const changes = plain.flatMap((row, index): Change[] => {
    const cells = row.split(';');
    if (cells.length < 42) return [];
    if (kind === 'agreement') return cells[agreement - 1] === '1' ? [{ record: index + 1, field: agreement, text: 'Z' }] : [];
    const amount = Number(cells[salary - 1]);
    return amount > 0 ? [{ record: index + 1, field: salary, text: String(amount * 100) }] : [];
  });
  return delivered(portal, anna, unit, novemberFile(unit, 60, ...changes));
}
const questions = async ({ unit, id }: Ready): Promise<readonly QuestionView[]> =>
  (await anna.ask('listQuestions', { unit, delivery: id })).questions;
const apply = (
  person: TestPerson,
  { unit, id, file }: Ready,
  key: string,
  choice: string | null = null,
  requestId = randomUUID() as string,
) => person.ask('applyRemedy', { unit, delivery: id, fileId: file!.id, key, choice, requestId });
const eventsOf = ({ id }: Ready, kind: string) =>
  database.ask(`select details from audit_event where object = '${id}' and kind = '${kind}'`);
const logOf = ({ unit, id }: Ready) => anna.ask('listCorrections', { unit, delivery: id });
const show = (unit: string) => anna.ask('showDelivery', { unit });

test('salaries in öre are one question; one answer mends them all, sealed and counted, and can be taken back', async () => {
  const delivery = await ready('öre');
  const [question] = await questions(delivery);
  expect(question).toMatchObject({ cause: 'timesHundred', rules: [{ rule: 'P27-05' }], unexplained: null, remedy: { do: 'over100' } });
  expect(Number(question!.remedy!.after)).toBe(Number(question!.remedy!.before) / 100);
  const before = (await show(delivery.unit)).counts!;
  const effect = await apply(anna, delivery, question!.key);
  expect(effect).toMatchObject({ corrected: question!.records, first: 1, last: question!.records });
  expect(effect.counts.errors).toBe(before.errors - question!.records);
  expect((await show(delivery.unit)).counts).toEqual(effect.counts);
  expect(await questions(delivery)).toEqual([]);
  const log = await anna.ask('listCorrections', { unit: delivery.unit, delivery: delivery.id });
  expect(log).toMatchObject({ total: question!.records });
  expect(Number(log.corrections[0]!.before)).toBe(Number(log.corrections[0]!.after) * 100);

  const undone = await anna.ask('undoRemedy', { ...placeOf(delivery), first: effect.first, last: effect.last, requestId: randomUUID() });
  expect(undone).toMatchObject({ corrected: question!.records, counts: before });
  expect((await questions(delivery)).map(({ key }) => key)).toEqual([question!.key]);
  await expect(
    anna.ask('undoRemedy', { ...placeOf(delivery), first: effect.first, last: effect.last, requestId: randomUUID() }),
  ).rejects.toMatchObject({
    body: { code: 'delivery.already-undone' },
  });
});

test('a proposal is tried by the engine, done with one request, and taken back as any correction', async () => {
  const unit = units[next++]!;
  const plain = novemberFile(unit, 60).toString('latin1').split('\r\n');
  const record = 1 + plain.findIndex((row) => Number(row.split(';')[salary - 1]) > 0);
  const amount = Number(plain[record - 1]!.split(';')[salary - 1]);
  const delivery = await delivered(portal, anna, unit, novemberFile(unit, 60, { record, field: salary, text: String(amount * 100) }));
  const place = { unit, delivery: delivery.id, rule: 'P27-05', record };
  const { proposals, remedy } = await anna.ask('listProposals', place);
  expect(remedy!.sets).toMatchObject([{ fields: [{ cell: { number: salary, text: String(amount * 100) } }] }]);
  const way = remedy!.sets[0]!.ways[0]!;
  expect(way).toMatchObject({ mechanism: 'unit100', cells: [{ number: salary, text: String(amount) }] });
  expect(proposals.flatMap(({ cells }) => cells.map(({ text }) => text))).not.toContain(String(amount));
  const requestId = randomUUID();
  const choose = () => anna.ask('applyProposal', { ...place, fileId: delivery.file!.id, key: way.key, requestId });
  const { effect } = await choose();
  expect(effect).toMatchObject({ after: String(amount), resolved: [expect.objectContaining({ rule: 'P27-05' })] });
  expect(await choose()).toMatchObject({ effect: { correction: effect!.correction, after: String(amount) }, together: null });
  expect(await anna.ask('listProposals', place)).toMatchObject({ proposals: [], remedy: null });
  await anna.ask('undoCorrection', { unit, delivery: delivery.id, correction: effect!.correction, requestId: randomUUID() });
  expect((await show(unit)).counts).toMatchObject({ errors: 1 });
});

test('a proposal of two cells is one correction to take back, also when it is asked for twice', async () => {
  const unit = units[next++]!;
  const rates = novemberFile(unit, 60)
    .toString('latin1')
    .split('\r\n')
    .map((row) => row.split(';'))
    .findIndex((cells) => cells[agreedRate - 1] === '10000' && cells[actualRate - 1] === '10000');
  const record = rates + 1;
  const delivery = await delivered(portal, anna, unit, novemberFile(unit, 60, { record, field: agreedRate, text: '5000' }));
  const place = { unit, delivery: delivery.id, rule: 'P22-01', record };
  const { proposals } = await anna.ask('listProposals', place);
  const swap = proposals.find(({ mechanism }) => mechanism === 'swapped')!;
  expect(swap.cells.map(({ number }) => number).toSorted((one, other) => one - other)).toEqual([agreedRate, actualRate]);
  const requestId = randomUUID();
  const choose = () => anna.ask('applyProposal', { ...place, fileId: delivery.file!.id, key: swap.key, requestId });
  const { effect, together } = await choose();
  expect(effect).toBeNull();
  expect(together).toMatchObject({ corrected: 2, first: 1, last: 2 });
  expect(await choose()).toEqual({ effect: null, together });
  expect(await eventsOf(delivery, 'delivery.proposal-applied')).toHaveLength(1);
  expect((await logOf(delivery)).together).toMatchObject([
    { fields: [{ number: agreedRate }, { number: actualRate }], cells: 2, standing: 2, by: 'Anna Testsson' },
  ]);
  const { first, last } = together!;
  const undone = await anna.ask('undoRemedy', { ...placeOf(delivery), first, last, requestId: randomUUID() });
  expect(undone).toMatchObject({ corrected: 2, counts: delivery.counts });
  expect((await logOf(delivery)).together).toEqual([]);
});

test('what was made together is told after every engine is thrown away, with how much of it stands, to a reader too', async () => {
  const delivery = await ready('öre');
  const [question] = await questions(delivery);
  await apply(anna, delivery, question!.key);
  await closeDesks();
  const cells = question!.records;
  const one = { first: 1, last: cells, fields: [{ number: salary }], cells, standing: cells, by: 'Anna Testsson' };
  const seen = await reader.ask('listCorrections', { unit: delivery.unit, delivery: delivery.id, limit: 1 });
  expect(seen.together).toMatchObject([one]);
  await anna.ask('correctCell', {
    ...placeOf(delivery),
    record: seen.corrections[0]!.record,
    variable: 'agreedFullTimeSalary',
    text: '41000',
    seenText: null,
    requestId: randomUUID(),
  });
  expect((await logOf(delivery)).together).toMatchObject([{ ...one, standing: cells - 1 }]);
  const undone = await anna.ask('undoRemedy', { ...placeOf(delivery), first: 1, last: cells, requestId: randomUUID() });
  expect(undone.corrected).toBe(cells - 1);
  expect((await logOf(delivery)).together).toEqual([]);
});

test('a cell whose later change was taken back is taken back with the others, and so is one alone', async () => {
  const delivery = await ready('öre');
  const [question] = await questions(delivery);
  const { first, last, corrected } = await apply(anna, delivery, question!.key);
  const { record, number } = (await logOf(delivery)).corrections[0]!;
  const change = (text: string) =>
    anna.ask('correctCell', {
      ...placeOf(delivery),
      record,
      variable: 'agreedFullTimeSalary',
      text,
      seenText: null,
      requestId: randomUUID(),
    });
  const takeBack = (correction: number) =>
    anna.ask('undoCorrection', { unit: delivery.unit, delivery: delivery.id, correction, requestId: randomUUID() });
  const later = await change('41000');
  await expect(takeBack(number)).rejects.toMatchObject({ body: { code: 'delivery.already-undone' } });
  await takeBack(later.correction);
  expect((await logOf(delivery)).together).toMatchObject([{ first, last, standing: corrected }]);
  expect((await logOf(delivery)).corrections.find((one) => one.number === number)).toMatchObject({ isNewest: true, isUndone: false });
  await takeBack(number);
  await expect(takeBack(number)).rejects.toMatchObject({ body: { code: 'delivery.already-undone' } });
  const undone = await anna.ask('undoRemedy', { ...placeOf(delivery), first, last, requestId: randomUUID() });
  expect(undone).toMatchObject({ corrected: corrected - 1, counts: delivery.counts });
});

test('a proposal for a personal number does not show it', async () => {
  const unit = units[next++]!;
  const [row] = novemberFile(unit, 30).toString('latin1').split('\r\n');
  const number = row!.split(';')[6]!;
  const turned = number.slice(0, 7) + number[8]! + number[7]! + number.slice(9);
  const delivery = await delivered(portal, anna, unit, novemberFile(unit, 30, { record: 1, field: 7, text: turned }));
  const answer = await anna.ask('listProposals', { unit, delivery: delivery.id, rule: 'P07-04', record: 1 });
  expect(JSON.stringify(answer)).not.toContain(number);
  expect(JSON.stringify(answer)).not.toContain(turned);
  const choices = [...answer.proposals, ...answer.remedy!.sets.flatMap(({ ways }) => ways)];
  expect(choices.map(({ cells }) => cells[0]!.text)).toContain(`${number.slice(0, 6)}-••••`);
});

const placeOf = ({ unit, id, file }: Ready) => ({ unit, delivery: id, fileId: file!.id });

test('the code that the respondent chooses stands in every record; one that does not fit the field is refused and nothing is changed', async () => {
  const delivery = await ready('agreement');
  const [question] = await questions(delivery);
  expect(question).toMatchObject({ cause: 'oneCodeEverywhere', remedy: { do: 'replace', before: 'Z', after: null } });
  await expect(apply(anna, delivery, question!.key, 'för långt')).rejects.toMatchObject({ body: { code: 'delivery.choice-invalid' } });
  await expect(apply(anna, delivery, question!.key)).rejects.toMatchObject({ body: { code: 'delivery.choice-invalid' } });
  expect((await show(delivery.unit)).corrections).toBe(0);
  await apply(anna, delivery, question!.key, '1');
  expect((await show(delivery.unit)).counts).toMatchObject({ errors: 0 });
});

test('the same request twice mends once; a question that is gone is refused; a reader may look and not mend', async () => {
  const delivery = await ready('öre');
  const [question] = await questions(delivery);
  await expect(apply(reader, delivery, question!.key)).rejects.toMatchObject({ body: { code: 'delivery.not-allowed' } });
  const requestId = randomUUID();
  const answers = await Promise.all([
    apply(anna, delivery, question!.key, null, requestId),
    apply(anna, delivery, question!.key, null, requestId),
  ]);
  expect(answers[1]).toEqual(answers[0]);
  expect(answers[0]).toMatchObject({ corrected: question!.records, first: 1, last: question!.records });
  expect(await eventsOf(delivery, 'delivery.column-corrected')).toHaveLength(1);
  await expect(apply(anna, delivery, question!.key)).rejects.toMatchObject({ body: { code: 'delivery.question-gone' } });
  expect((await reader.ask('listQuestions', { unit: delivery.unit, delivery: delivery.id })).questions).toEqual([]);

  const { first, last } = answers[1]!;
  const undo = { ...placeOf(delivery), first, last, requestId: randomUUID() };
  const undone = await anna.ask('undoRemedy', undo);
  expect(await anna.ask('undoRemedy', undo)).toEqual(undone);
  expect(undone).toMatchObject({ corrected: question!.records, counts: delivery.counts });
  expect((await questions(delivery)).map(({ key }) => key)).toEqual([question!.key]);
  expect(await eventsOf(delivery, 'delivery.column-restored')).toHaveLength(1);
});

test('another process that opens the file from its bytes and the log finds it mended, and a cell changed afterwards keeps its value', async () => {
  const delivery = await ready('öre');
  const [question] = await questions(delivery);
  const effect = await apply(anna, delivery, question!.key);
  await closeDesks();
  expect(await questions(delivery)).toEqual([]);
  const record = (await anna.ask('listCorrections', { unit: delivery.unit, delivery: delivery.id })).corrections[0]!.record;
  await anna.ask('correctCell', {
    ...placeOf(delivery),
    record,
    variable: 'agreedFullTimeSalary',
    text: '41000',
    seenText: null,
    requestId: randomUUID(),
  });
  const undone = await anna.ask('undoRemedy', { ...placeOf(delivery), first: effect.first, last: effect.last, requestId: randomUUID() });
  expect(undone.corrected).toBe(question!.records - 1);
  const rows = await anna.ask('listRecords', { unit: delivery.unit, delivery: delivery.id, offset: record - 1, limit: 1 });
  expect(rows.rows[0]!.texts[salary - 1]).toBe('41000');
});
