import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { findingsPath, mostFetchedFindings } from '@insamling/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '../testing/database.ts';
import { delivered, novemberFile, type Change } from '../testing/delivery.ts';
import { browserHeaders, type Portal, type TestPerson } from '../testing/portal.ts';
import { municipalities, portalOfUnits, type PortalOfUnits } from '../testing/portal-of-units.ts';

let database: TestDatabase;
let portal: Portal;
let anna: TestPerson;
let reader: TestPerson;
let close: PortalOfUnits['close'];
const units = municipalities(3, 80);

beforeAll(async () => {
  ({ database, portal, anna, reader, close } = await portalOfUnits(units));
});
afterAll(() => close());

const fetched = (person: TestPerson, unit: string, delivery: string) =>
  portal.app.inject({ url: findingsPath(unit, delivery), headers: { ...browserHeaders, cookie: person.cookie } });
const rowsOf = (csv: string): string[][] =>
  csv
    .split('\r\n')
    .slice(0, -1)
    .map((row) => row.split(';'));

const placesOf = (rows: readonly string[][]): string[] =>
  rows.map(([, rule, , row, , field, value]) => [rule, row, field, value].join(' '));

test('each finding is a row, worst first, with the row in the file, what is wrong, how to mend it and the comment; no personal number is whole', async () => {
  const unit = units[0]!;
  const wrongDigit = novemberFile(unit, 30)
    .toString('latin1')
    .split('\r\n')[5]!
    .split(';')[6]!
    .replace(/.$/, (digit) => String((Number(digit) + 1) % 10));
  const faults: readonly Change[] = [
    { record: 2, field: 21, text: '15000' },
    { record: 6, field: 7, text: wrongDigit },
    { record: 7, field: 14, text: '' },
    { record: 9, field: 14, text: '' },
  ];
  const delivery = await delivered(portal, anna, unit, novemberFile(unit, 30, ...faults));
  const { findings } = await anna.ask('listFindings', { unit, delivery: delivery.id, rule: 'P14-01' });
  await anna.ask('explainFindings', {
    unit,
    delivery: delivery.id,
    fileId: delivery.file!.id,
    rule: 'P14-01',
    findings: [findings[1]!.id],
    reason: 'other',
    text: '=Vi har inga koder',
  });

  const answer = await fetched(anna, unit, delivery.id);
  expect(answer.headers).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': expect.stringContaining('november-anmarkningar.csv') as string,
  });
  const [header, ...rows] = rowsOf(answer.body);
  expect(header).toEqual([
    '\ufeffNivå',
    'Kontroll',
    'Anmärkning',
    'Rad',
    'Anställning',
    'Fält',
    'Värde',
    'Vad som är fel',
    'Så här rättar du',
    'Kommentar',
  ]);
  const { counts } = delivery;
  expect(rows).toHaveLength(counts!.errors + counts!.warnings + counts!.infos);
  expect(rows.map(([level]) => level)).toEqual([
    ...Array.from({ length: counts!.errors }, () => 'Fel'),
    ...Array.from({ length: counts!.warnings }, () => 'Varning'),
    ...Array.from({ length: counts!.infos }, () => 'Upplysning'),
  ]);
  const moreThanFull = rows.find(([, rule]) => rule === 'P21-02')!;
  expect(moreThanFull.slice(2, 4)).toEqual(['Mer än heltid', '2']);
  expect(moreThanFull.slice(5, 7)).toEqual(['21 Överenskommen sysselsättningsgrad', '15000']);
  expect(moreThanFull[7]).toContain('150,00 procent');
  expect(moreThanFull[8]).toContain('Ange högst 100,00 procent');
  expect(rows.filter(([, rule]) => rule === 'P14-01').map((row) => [row[3], row[9]])).toEqual([
    ['7', ''],
    ['9', "'=Vi har inga koder"],
  ]);
  const digit = rows.find(([, rule]) => rule === 'P07-04')!;
  expect(digit[6]).toMatch(/^\d{6,8}-?[^\d]+$/);
  expect(answer.body).not.toContain(wrongDigit);
});

test('who may read the delivery may fetch them; each fetch is an event that tells how many, and another’s delivery is not there', async () => {
  const unit = units[1]!;
  const delivery = await delivered(portal, anna, unit, novemberFile(unit, 10));
  for (const person of [anna, reader]) expect((await fetched(person, unit, delivery.id)).statusCode).toBe(200);
  const stranger = await portal.person({ units: [{ code: units[0]! }] });
  expect((await fetched(stranger, unit, delivery.id)).statusCode).toBe(404);
  expect((await fetched(stranger, units[0]!, delivery.id)).statusCode).toBe(404);
  expect((await fetched({ ...anna, cookie: '' }, unit, delivery.id)).statusCode).toBe(401);
  expect((await fetched(anna, unit, 'nonsense')).statusCode).toBe(404);
  const { errors, warnings, infos } = delivery.counts!;
  const events = await database.ask(
    `select details from audit_event where kind = 'delivery.findings-fetched' and object = '${delivery.id}'`,
  );
  expect(events).toEqual(Array.from({ length: 2 }, () => ({ details: { file: delivery.file!.id, findings: errors + warnings + infos } })));
});

test('of more findings than the file may hold it has the first, and says how many there are beside them', async () => {
  const unit = units[2]!;
  const records = 17_500;
  const faults = Array.from({ length: records }, (_, index) => index + 1).flatMap((record): Change[] => [
    { record, field: 17, text: 'X' },
    { record, field: 15, text: 'XXX' },
    { record, field: 21, text: '15000' },
  ]);
  const delivery = await delivered(portal, anna, unit, novemberFile(unit, records, ...faults));
  const { errors, warnings, infos } = delivery.counts!;
  const all = errors + warnings + infos;
  expect(all).toBeGreaterThan(mostFetchedFindings + 1000);
  const rows = rowsOf((await fetched(anna, unit, delivery.id)).body);
  expect(rows).toHaveLength(mostFetchedFindings + 2);
  const places = rows.slice(1, -1).map(([, rule, , row, , field]) => `${rule} ${row} ${field}`);
  expect(new Set(places).size).toBe(mostFetchedFindings);
  // A correction in the middle of it: the list is the one from before or the one from after.
  const correcting = setTimeout(150).then(() =>
    anna.ask('correctCell', {
      unit,
      delivery: delivery.id,
      fileId: delivery.file!.id,
      record: 1,
      variable: 'collectiveAgreement',
      text: novemberFile(unit, 1).toString('latin1').split(';')[14]!,
      seenText: null,
      requestId: randomUUID(),
    }),
  );
  const meanwhile = placesOf(rowsOf((await fetched(anna, unit, delivery.id)).body));
  await correcting;
  const after = placesOf(rowsOf((await fetched(anna, unit, delivery.id)).body));
  expect([placesOf(rows), after]).toContainEqual(meanwhile);
  expect(after).not.toEqual(placesOf(rows));
  const left = String(all - mostFetchedFindings)
    .replace(/(?=(?:\d{3})+$)/g, '\u00a0')
    .trim();
  expect(rows.at(-1)!.join(' ').trim()).toBe(`Det finns ${left} anmärkningar till. Se dem i portalen.`);
});
