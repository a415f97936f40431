import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { november2026 } from '@insamling/survey/editions/november-2026';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { postLetter } from './platform/mail/index.ts';
import { testDatabase, type TestDatabase } from './testing/database.ts';
import { delivered, novemberFile, type Change } from './testing/delivery.ts';
import { startPortal, type Portal, type TestPerson } from './testing/portal.ts';

/** What somebody sees who has a copy of the database and of the files, but not the keys. */
const unit = '0488';
const numberOf = (id: string) => november2026.variables.find((variable) => variable.id === id)!.number;
const [title, label, salary] = [numberOf('positionTitle'), numberOf('aidLabel'), numberOf('agreedFullTimeSalary')];
const planted = {
  inFile: 'Zirkonvaktmästare',
  corrected: 'Beryllsamordnare',
  mendedColumn: '4711900',
  explanation: 'Opalförklaringen stämmer',
  answer: 'Topasetiketten är ny',
  letter: 'Rubinbrevet',
} as const;
let database: TestDatabase;
let portal: Portal;
let rut: TestPerson;
beforeAll(async () => {
  database = await testDatabase();
  portal = await startPortal({ database, at: '2026-11-25T10:00:00Z' });
  await portal.round({});
  await portal.unit(unit);
  rut = await portal.person({ name: 'Rut Testberg', units: [{ code: unit }] });
});
afterAll(async () => {
  await portal.close();
  await database.drop();
});

/** Every row of every table, as text; what is bytes stands there as hex. */
async function dump(): Promise<string> {
  const tables = await database.ask(`
    select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and n.nspname in ('public', 'jobs')`);
  expect(tables.length).toBeGreaterThan(25);
  const rows: string[] = [];
  for (const { name } of tables)
    for (const { row } of await database.ask(`select t::text as row from ${name as string} t`)) rows.push(row as string);
  return rows.join('\n');
}
const spellings = (text: string): readonly string[] => [
  text,
  Buffer.from(text).toString('hex'),
  Buffer.from(text, 'latin1').toString('hex'),
  Buffer.from(text).toString('base64').replace(/=+$/, '').slice(0, -1),
  encodeURIComponent(text),
];

test('R79: of a file, its corrections, explanations and answers nothing can be read in the database, the job table or the stored files', async () => {
  const plain = novemberFile(unit, 60).toString('latin1').split('\r\n');
  const changes = plain.flatMap((row, index): Change[] => {
    const amount = Number(row.split(';')[salary - 1]);
    return amount > 0 ? [{ record: index + 1, field: salary, text: index === 3 ? planted.mendedColumn : String(amount * 100) }] : [];
  });
  const labels = Array.from({ length: 20 }, (_, index): Change => ({ record: index + 20, field: label, text: '991199' }));
  const view = await delivered(
    portal,
    rut,
    unit,
    novemberFile(unit, 60, ...changes, ...labels, { record: 9, field: title, text: planted.inFile }),
  );
  const here = { unit, delivery: view.id };
  const place = { ...here, fileId: view.file!.id };
  const { questions } = await rut.ask('listQuestions', here);
  const key = (cause: string) => questions.find((question) => question.cause === cause)!.key;
  const mended = await rut.ask('applyRemedy', { ...place, key: key('timesHundred'), choice: null, requestId: randomUUID() });
  expect(mended.corrected).toBeGreaterThan(10);
  await rut.ask('explainQuestion', { ...place, key: key('oneCodeEverywhere'), reason: 'verified', text: planted.answer });
  const correct = { ...place, record: 9, variable: 'positionTitle', seenText: null };
  const { correction } = await rut.ask('correctCell', { ...correct, text: planted.corrected, requestId: randomUUID() });
  await rut.ask('undoCorrection', { ...here, correction, requestId: randomUUID() });
  await rut.ask('correctCell', { ...correct, text: planted.corrected, requestId: randomUUID() });
  const { checks } = await rut.ask('listChecks', here);
  const { rule } = checks.find(({ severity, count, handled }) => severity === 'warning' && count > handled)!;
  await rut.ask('explainFindings', { ...place, rule, findings: 'all', reason: 'verified', text: planted.explanation });
  await rut.ask('listRecords', { ...here, reveal: 'true' });
  await rut.ask('startThread', { unit, subject: 'Ämne', text: 'Text', requestId: randomUUID() });
  await portal.services.database.transaction({}, (db) =>
    postLetter(
      db,
      { ...portal.services, jobs: { ...portal.services.jobs, enqueue: async () => undefined } },
      portal.clock.now(),
      'test',
      'x@example.se',
      {
        subject: planted.letter,
        paragraphs: [planted.letter],
      },
    ),
  );
  // All of it is there for who has the keys.
  const records = JSON.stringify(await rut.ask('listRecords', { ...here, limit: 60 }));
  expect(records.includes(planted.corrected)).toBe(true);
  expect(JSON.stringify(await rut.ask('listCorrections', { ...here, limit: 500 })).includes(planted.inFile)).toBe(true);

  const numbers = plain.map((row) => row.split(';')[6] ?? '').filter((number) => number.length >= 10);
  expect(numbers.length).toBeGreaterThan(30);
  const written = await dump();
  expect(written.includes(view.file!.id)).toBe(true);
  for (const text of [...Object.values(planted), ...numbers])
    for (const spelling of spellings(text)) expect(written.includes(spelling), spelling).toBe(false);

  const folder = join(portal.services.config.dataDir, 'files');
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const bytes = (await readFile(join(entry.parentPath, entry.name))).toString('latin1');
    for (const text of [...Object.values(planted), ...numbers]) expect(bytes.includes(text)).toBe(false);
  }
});

test('R83: the secret of an app is not in the database in any spelling', async () => {
  const written = await dump();
  for (const spelling of spellings(rut.appKey)) expect(written.includes(spelling), spelling).toBe(false);
});
