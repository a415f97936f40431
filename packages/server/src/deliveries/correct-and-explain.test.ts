import { randomUUID } from 'node:crypto';
import type { DeliveryView, FindingView } from '@insamling/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checked, delivered, novemberFile, upload, type Change } from '../testing/delivery.ts';
import type { TestDatabase } from '../testing/database.ts';
import { startPortal, type Portal, type TestPerson } from '../testing/portal.ts';
import { municipalities, portalOfUnits, type PortalOfUnits } from '../testing/portal-of-units.ts';
import { closeDesks } from './engine/threads.ts';

let database: TestDatabase;
let portal: Portal;
let anna: TestPerson;
let bo: TestPerson;
let reader: TestPerson;
const units = municipalities(20, 40);
let next = 0;
let close: PortalOfUnits['close'];

beforeAll(async () => {
  ({ database, portal, anna, reader, close } = await portalOfUnits(units));
  bo = await portal.person({ name: 'Bo Provsson', units: units.map((code) => ({ code })) });
});
afterAll(() => close());

type Ready = DeliveryView & { readonly id: string };
/** Two who work too much in records 2 and 4 (errors), two without position code in 7 and 9 (warnings). */
const faults: readonly Change[] = [
  { record: 2, field: 21, text: '15000' },
  { record: 4, field: 21, text: '16000' },
  { record: 7, field: 14, text: '' },
  { record: 9, field: 14, text: '' },
];
const ready = async (changes = faults): Promise<Ready> => {
  const unit = units[next++]!;
  return delivered(portal, anna, unit, novemberFile(unit, 30, ...changes));
};
const correct = (
  person: TestPerson,
  { unit, id, file }: Ready,
  record: number,
  text: string,
  seenText: string | null = null,
  requestId = randomUUID() as string,
) =>
  person.ask('correctCell', { unit, delivery: id, fileId: file!.id, record, variable: 'agreedEmploymentRate', text, seenText, requestId });
const findings = async ({ unit, id }: Ready, rule: string): Promise<readonly FindingView[]> =>
  (await anna.ask('listFindings', { unit, delivery: id, rule })).findings;
const show = (unit: string) => anna.ask('showDelivery', { unit });

test('a corrected cell solves its finding at once, and the log says who, when, from and to, sealed', async () => {
  const delivery = await ready();
  const [first] = await findings(delivery, 'P21-02');
  expect(first).toMatchObject({ record: 2, row: 2, cells: [{ variable: 'agreedEmploymentRate', text: '15000' }] });
  const effect = await correct(anna, delivery, 2, '10000', '15000');
  expect(effect).toMatchObject({ before: '15000', after: '10000', correction: 1, counts: { errors: delivery.counts!.errors - 1 } });
  expect(effect.resolved).toContainEqual({ id: first!.id, rule: 'P21-02', record: 2 });
  expect((await findings(delivery, 'P21-02')).map(({ record }) => record)).toEqual([4]);
  const { corrections } = await anna.ask('listCorrections', { unit: delivery.unit, delivery: delivery.id });
  expect(corrections).toMatchObject([{ number: 1, record: 2, before: '15000', after: '10000', by: 'Anna Testsson', isUndone: false }]);
  const stored = JSON.stringify(await database.ask(`select * from correction`));
  expect(stored).not.toContain('15000');
  expect(await database.ask(`select details from audit_event where kind = 'delivery.cell-corrected'`)).toMatchObject([
    { details: { record: 2, variable: 'agreedEmploymentRate', correction: 1 } },
  ]);
});

test('a correction is taken back once, and the finding returns', async () => {
  const delivery = await ready();
  const { correction } = await correct(anna, delivery, 2, '10000');
  const undo = (requestId: string) => anna.ask('undoCorrection', { unit: delivery.unit, delivery: delivery.id, correction, requestId });
  const requestId = randomUUID();
  const effect = await undo(requestId);
  expect(effect).toMatchObject({ before: '10000', after: '15000', counts: { errors: delivery.counts!.errors } });
  expect(effect.raised.map(({ rule, record }) => ({ rule, record }))).toContainEqual({ rule: 'P21-02', record: 2 });
  expect(await undo(requestId)).toMatchObject({ correction: effect.correction });
  await expect(undo(randomUUID())).rejects.toMatchObject({ status: 409, body: { code: 'delivery.already-undone' } });
  expect((await show(delivery.unit)).corrections).toBe(0);
  const { corrections } = await anna.ask('listCorrections', { unit: delivery.unit, delivery: delivery.id });
  expect(corrections).toMatchObject([
    { number: 2, undoes: 1, isUndone: false, isNewest: true },
    { number: 1, isUndone: true, isNewest: false },
  ]);
});

test('two who correct the same cell: the second is told what the first wrote, and nothing is lost', async () => {
  const delivery = await ready();
  await correct(anna, delivery, 2, '10000', '15000');
  await expect(correct(bo, delivery, 2, '09000', '15000')).rejects.toMatchObject({
    status: 409,
    body: { code: 'delivery.cell-changed-meanwhile', details: { by: 'Anna Testsson', text: '10000' } },
  });
  expect(await correct(bo, delivery, 2, '09000', '10000')).toMatchObject({ before: '10000', after: '09000', correction: 2 });
});

test('twenty corrections at once by two people are all written, each once', async () => {
  const delivery = await ready();
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) => correct(index % 2 ? anna : bo, delivery, index + 1, String(5000 + index).padStart(5, '0'))),
  );
  expect(new Set(answers.map(({ correction }) => correction)).size).toBe(20);
  const records = await anna.ask('listRecords', { unit: delivery.unit, delivery: delivery.id });
  const column = records.variables.findIndex(({ variable }) => variable === 'agreedEmploymentRate');
  expect(records.rows.slice(0, 20).map(({ texts }) => texts[column])).toEqual(
    Array.from({ length: 20 }, (_, index) => String(5000 + index).padStart(5, '0')),
  );
});

test('a correction sent again with its id is written once', async () => {
  const delivery = await ready();
  const requestId = randomUUID();
  const first = await correct(anna, delivery, 2, '10000', '15000', requestId);
  expect(await correct(anna, delivery, 2, '10000', '15000', requestId)).toMatchObject({ correction: first.correction, after: '10000' });
  expect((await show(delivery.unit)).corrections).toBe(1);
});

test('what was corrected stands after every engine has been thrown away, and in another process', async () => {
  const delivery = await ready();
  await correct(anna, delivery, 2, '10000');
  await correct(anna, delivery, 4, '12000');
  const before = await findings(delivery, 'P21-02');
  await closeDesks();
  expect(await findings(delivery, 'P21-02')).toEqual(before);
  const other = await startPortal({
    database,
    at: '2026-11-25T10:00:00Z',
    worker: false,
    settings: { DATA_DIR: portal.services.config.dataDir },
  });
  try {
    const response = await other.app.inject({
      url: `/api/e/${delivery.unit}/deliveries/${delivery.id}/checks/P21-02/findings`,
      headers: { host: 'localhost:3000', 'sec-fetch-site': 'same-origin', cookie: anna.cookie },
    });
    expect(response.json<{ findings: FindingView[] }>().findings).toEqual(before);
  } finally {
    await other.app.close();
    await other.services.database.close();
    await other.services.jobs.stop();
  }
});

test('cells that do not exist, and readers, are refused in words', async () => {
  const delivery = await ready();
  await expect(correct(anna, delivery, 31, '1')).rejects.toMatchObject({ status: 422, body: { code: 'delivery.cell-unknown' } });
  await expect(
    anna.ask('correctCell', {
      unit: delivery.unit,
      delivery: delivery.id,
      fileId: delivery.file!.id,
      record: 1,
      variable: 'nonsense',
      text: '',
      seenText: null,
      requestId: randomUUID(),
    }),
  ).rejects.toMatchObject({ status: 422, body: { message: 'Raden eller fältet finns inte i filen. Ladda om sidan och försök igen.' } });
  await expect(correct(reader, delivery, 2, '10000')).rejects.toMatchObject({ status: 403, body: { code: 'delivery.not-allowed' } });
  await expect(correct(anna, { ...delivery, file: { ...delivery.file!, id: randomUUID() } }, 2, '1')).rejects.toMatchObject({
    body: { code: 'delivery.file-replaced' },
  });
});

test('any text may be written; what the field cannot hold becomes a finding, never an error', async () => {
  const delivery = await ready();
  for (const text of ['=1+1', 'å'.repeat(400), '1;2', '"', '1\n2', '\u0000', ' 10000 ', '']) {
    const { after } = await correct(anna, delivery, 2, text);
    expect(after.trim()).toBe(after);
  }
  expect(await correct(anna, delivery, 2, '10000')).toMatchObject({ counts: { errors: delivery.counts!.errors - 1 } });
});

test('one warning is explained, then all that are left, and a comment can be taken away', async () => {
  const delivery = await ready();
  const { unit, id, file } = delivery;
  const [first] = await findings(delivery, 'P14-01');
  const about = { unit, delivery: id, fileId: file!.id, rule: 'P14-01' };
  expect(await anna.ask('explainFindings', { ...about, findings: [first!.id], reason: 'verified', text: 'Stämmer.' })).toMatchObject({
    explained: 1,
    counts: { warningsLeft: delivery.counts!.warningsLeft - 1 },
  });
  expect(
    await bo.ask('explainFindings', { ...about, findings: 'all', reason: 'other', text: 'Koden används inte hos oss.' }),
  ).toMatchObject({ explained: 1, counts: { warningsLeft: 0 } });
  await expect(bo.ask('explainFindings', { ...about, findings: 'all', reason: 'other', text: 'Igen.' })).rejects.toMatchObject({
    body: { code: 'delivery.no-findings' },
  });
  expect((await findings(delivery, 'P14-01')).map(({ explanation }) => [explanation?.text, explanation?.by])).toEqual([
    ['Stämmer.', 'Anna Testsson'],
    ['Koden används inte hos oss.', 'Bo Provsson'],
  ]);
  expect(await anna.ask('withdrawExplanation', { ...about, finding: first!.id })).toMatchObject({ counts: { warningsLeft: 1 } });
  expect(JSON.stringify(await database.ask(`select * from explanation`))).not.toContain('Koden');
  await expect(anna.ask('explainFindings', { ...about, findings: 'all', reason: 'other', text: 'x'.repeat(301) })).rejects.toMatchObject({
    status: 400,
  });
  await expect(
    anna.ask('explainFindings', { ...about, rule: 'P21-02', findings: 'all', reason: 'other', text: 'Fel kan inte förklaras.' }),
  ).rejects.toMatchObject({ body: { code: 'delivery.no-findings' } });
});

test('a new file keeps the comments whose findings are the same, and begins without corrections', async () => {
  const delivery = await ready();
  const { unit, id, file } = delivery;
  await anna.ask('explainFindings', {
    unit,
    delivery: id,
    fileId: file!.id,
    rule: 'P14-01',
    findings: 'all',
    reason: 'verified',
    text: 'Stämmer.',
  });
  await correct(anna, delivery, 2, '10000');
  await upload(portal, anna, unit, novemberFile(unit, 31, ...faults.slice(1), { record: 11, field: 14, text: '' }));
  const replaced = await checked(anna, unit);
  expect(replaced).toMatchObject({ corrections: 0, earlierFiles: [{ number: 1 }], file: { number: 2, records: 31 } });
  const explained = (await findings({ ...replaced, id }, 'P14-01')).map(({ record, explanation }) => [record, explanation?.text ?? null]);
  expect(explained).toEqual([
    [7, 'Stämmer.'],
    [9, 'Stämmer.'],
    [11, null],
  ]);
  expect(replaced.counts!.warningsLeft).toBe(1);
});

test('identity numbers are masked until they are asked for, and the asking is an event', async () => {
  const unit = units[next++]!;
  const delivery = await delivered(portal, anna, unit, novemberFile(unit, 20, { record: 5, field: 7, text: '8001019801' }));
  const ask = (reveal: string) => anna.ask('listFindings', { unit, delivery: delivery.id, rule: 'P07-04', reveal: reveal as never });
  const [masked] = (await ask('false')).findings;
  expect(masked!.cells[0]).toMatchObject({ isMasked: true });
  expect(JSON.stringify(masked)).not.toContain('9801');
  const [shown] = (await ask('true')).findings;
  expect(shown!.cells[0]).toMatchObject({ isMasked: false, text: '8001019801' });
  const events = await database.ask(`select details from audit_event where object = '${delivery.id}' and kind like '%shown%'`);
  expect(events).toHaveLength(1);
  expect(JSON.stringify(events)).not.toContain('9801');
});
