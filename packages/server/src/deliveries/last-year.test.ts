import { randomUUID } from 'node:crypto';
import { openDelivery } from '@insamling/survey';
import { november2026 } from '@insamling/survey/editions/november-2026';
import { frameUnitOf, generate } from '@insamling/survey/generator';
import { periodNotices } from '@insamling/texts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addRound } from '../periods/index.ts';
import { delivered } from '../testing/delivery.ts';
import { startPortal, type Portal, type TestPerson } from '../testing/portal.ts';
import { addAcceptedDelivery } from './add-accepted-delivery.ts';
import { correctionPlace, dataKeyOf, sealText } from './data-key.ts';
import { closeDesks } from './engine/threads.ts';
import { deliveryOf } from './reader.ts';
import { appendCorrection } from './writer.ts';

const [unit, testing, without] = ['0488', '1498', '2403'];
const [label, salary] = [9, 27];
const personalNumber = november2026.variables.findIndex(({ id }) => id === 'personalNumber');
let portal: Portal;
let lastPeriod: string;
let place: { readonly organisationId: string; readonly unitId: string };

const made = (code: string, lastYear: boolean) =>
  Buffer.from(generate({ unit: code, records: 300, seed: 11, year: 2026, lastYear }).file)
    .toString('latin1')
    .split('\r\n')
    .map((row) => row.split(';'));
const written = (rows: readonly (readonly string[])[]) => Buffer.from(rows.map((row) => row.join(';')).join('\r\n'), 'latin1');
const lastFile = (code: string) => written(made(code, true));
/** This year's file without every other record of the most common label, and with a lower salary in the first record. */
function changedFile(code: string, firstSalary = '0025000'): Buffer {
  const rows = made(code, false);
  rows[0]![salary - 1] = firstSalary;
  let seen = 0;
  return written(rows.filter((row) => row[label - 1] !== '207011' || seen++ % 2 === 0));
}
const officerOf = (code: string) => portal.person({ name: 'Anna Testsson', units: [{ code }] });
async function listed(person: TestPerson, code: string, delivery: string) {
  const { checks, notEvaluable } = await person.ask('listChecks', { unit: code, delivery });
  return {
    found: checks.map(({ rule, severity, count }) => `${rule} ${severity} ${count}`).toSorted(),
    notEvaluable: notEvaluable.map(({ rule }) => rule),
  };
}
/** What a check of the whole file finds, made here. */
function found(code: string, file: Uint8Array): string[] {
  const { kind, codes, name, organisationNumber } = frameUnitOf(code);
  const facts = {
    unit: { kind, codes, name },
    employers: [{ organisationNumber, isCompany: false }],
    lastYear: { file: lastFile(code) },
  };
  return openDelivery(november2026, file, facts)
    .summary()
    .counts.map(({ rule, severity, count }) => `${rule} ${severity} ${count}`)
    .toSorted();
}

beforeAll(async () => {
  portal = await startPortal({ at: '2026-11-05T10:00:00Z' });
  await portal.round({});
  const { database, clock } = portal.services;
  const days = { dueOn: '2025-12-31', lastUploadOn: '2025-12-31', closesOn: '2025-12-31' };
  const { periodIds } = await database.transaction({ side: 'collecting' }, (db) =>
    addRound(db, clock.now(), {
      name: 'Novemberstatistik 2025',
      edition: 'november-2026',
      referenceYear: 2025,
      periods: [{ kind: 'submission', opensOn: '2025-11-20', ...days, texts: periodNotices.submission }],
    }),
  );
  lastPeriod = periodIds[0]!;
  const { accountId } = await portal.person({ collectingRole: 'reviewer' });
  for (const code of [unit, testing, without]) {
    const key = await portal.unit(code, { name: frameUnitOf(code).name });
    if (code === unit) place = key;
    if (code === without) continue;
    await addAcceptedDelivery(portal.services, {
      unit: key,
      periodId: lastPeriod,
      file: lastFile(code),
      fileName: 'november-2025.csv',
      by: accountId,
      at: new Date('2025-12-01T10:00:00Z'),
      explanation: 'Stämmer.',
    });
  }
});
afterAll(async () => {
  await portal.close();
  await closeDesks();
});

test('a file of the test period is checked against last year’s accepted delivery', async () => {
  const officer = await officerOf(testing);
  const rows = made(testing, false);
  const view = await delivered(portal, officer, testing, written(rows.slice(0, 200)));
  const { found: now } = await listed(officer, testing, view.id);
  expect(now).toEqual(found(testing, written(rows.slice(0, 200))));
  expect(now).toContain('D-02 warning 1');
});

test('before it is sent a file can be compared with the sums of last year’s, which hold no person', async () => {
  const officer = await officerOf(testing);
  const { aggregates, referenceYear } = await officer.ask('showLastYear', { unit: testing });
  expect(referenceYear).toBe(2026);
  const { kind, codes, name, organisationNumber } = frameUnitOf(testing);
  const facts = { unit: { kind, codes, name }, employers: [{ organisationNumber, isCompany: false }] };
  const opened = openDelivery(november2026, written(made(testing, false).slice(0, 200)), {
    ...facts,
    lastYear: { aggregates: aggregates! },
  });
  const here = opened.summary().counts.map(({ rule, severity, count }) => `${rule} ${severity} ${count}`);
  const server = found(testing, written(made(testing, false).slice(0, 200)));
  expect(here).toEqual(server.filter((line) => !line.startsWith('Y-')));
  expect(here).toContain('D-02 warning 1');
  const persons = new Set(made(testing, true).map((row) => row[personalNumber]!));
  expect(persons.size).toBeGreaterThan(200);
  for (const person of persons) expect(JSON.stringify(aggregates)).not.toContain(person);
  const none = await officerOf(without);
  expect(await none.ask('showLastYear', { unit: without })).toMatchObject({ aggregates: null });
});

test('a halved label and a salary that has fallen are found, and nothing of the comparison is left not evaluable', async () => {
  portal.clock.set('2026-11-25T10:00:00Z');
  const officer = await officerOf(unit);
  const { id } = await delivered(portal, officer, unit, changedFile(unit));
  const before = await listed(officer, unit, id);
  expect(before.found).toEqual(found(unit, changedFile(unit)));
  expect(before.found).toEqual(expect.arrayContaining(['D-06 warning 1', 'Y-01 warning 1']));
  expect(before.notEvaluable.filter((rule) => /^[DY]-/.test(rule))).toEqual([]);
  expect((await officer.ask('listFindings', { unit, delivery: id, rule: 'Y-01' })).findings).toMatchObject([{ record: 1 }]);
});

test('after a correction the findings are those of a check of the whole file, also when it is opened anew', async () => {
  const officer = await officerOf(unit);
  const { id, file } = await officer.ask('showDelivery', { unit });
  const address = { unit, delivery: id!, fileId: file!.id, record: 1, variable: 'agreedFullTimeSalary' };
  const effect = await officer.ask('correctCell', { ...address, text: '0026250', seenText: '0025000', requestId: randomUUID() });
  expect(effect.resolved.map(({ rule }) => rule)).toContain('Y-01');
  const whole = found(unit, changedFile(unit, '0026250'));
  expect((await listed(officer, unit, id!)).found).toEqual(whole);
  await closeDesks();
  expect((await officer.ask('listFindings', { unit, delivery: id!, rule: 'D-06' })).findings).toHaveLength(1);
  expect((await officer.ask('listFindings', { unit, delivery: id!, rule: 'Y-01' })).findings).toHaveLength(0);
});

test('a unit without a delivery of last year is told which checks could not be made', async () => {
  const officer = await officerOf(without);
  const { id } = await delivered(portal, officer, without, written(made(without, false)));
  const { notEvaluable, found: now } = await listed(officer, without, id);
  expect(notEvaluable).toEqual(expect.arrayContaining(['D-01', 'D-06', 'Y-01', 'Y-07']));
  expect(now.filter((line) => /^(D-0[1-8]|Y-)/.test(line))).toEqual([]);
});

test('last year’s delivery is read with its corrections, and not while it is open for change', async () => {
  const officer = await officerOf(unit);
  const { id } = await officer.ask('showDelivery', { unit });
  const { database, keys, clock } = portal.services;
  const scope = { organisation: place.organisationId };
  const last = (await database.transaction(scope, (db) => deliveryOf(db, place, lastPeriod)))!;
  const seal = (text: string, side: 'before' | 'after') =>
    sealText(dataKeyOf(keys, last), text, correctionPlace(last.currentFileId!, 1, side));
  await database.transaction(scope, (db) =>
    appendCorrection(
      db,
      place.organisationId,
      last.currentFileId!,
      {
        number: 1,
        record: 1,
        variable: 'agreedFullTimeSalary',
        requestId: randomUUID(),
        sealedBefore: seal('0025550', 'before'),
        sealedAfter: seal('0020000', 'after'),
        undoes: null,
        by: officer.accountId,
      },
      clock.now(),
    ),
  );
  expect((await officer.ask('listFindings', { unit, delivery: id!, rule: 'Y-02' })).findings).toMatchObject([{ record: 1 }]);
  const reviewer = await portal.person({ collectingRole: 'reviewer' });
  await reviewer.ask('reopenDelivery', { unit, delivery: last.id, expectedVersion: last.version, reason: 'Fel lön.' });
  const left = await listed(officer, unit, id!);
  expect(left.notEvaluable).toEqual(expect.arrayContaining(['D-06', 'Y-02']));
  const compared = async () => (await listed(officer, unit, id!)).found.filter((line) => /^(D-0[1-8]|Y-)/.test(line));
  await expect.poll(compared, { timeout: 20_000 }).toEqual([]);
});
