import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { frame } from '@insamling/survey/editions/november-2026';
import { generate } from '@insamling/survey/generator';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checked, upload } from '../testing/delivery.ts';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { startPortal, testKey, type Portal } from '../testing/portal.ts';

/** Workers as they are in production, in processes of their own, killed without mercy. */
let database: TestDatabase;
let portal: Portal;
const workers: ChildProcess[] = [];
beforeAll(async () => {
  database = await testDatabase();
  portal = await startPortal({ database, worker: false });
});
afterAll(async () => {
  for (const worker of workers) worker.kill('SIGKILL');
  await portal.close();
  await database.drop();
});

function startWorker(): ChildProcess {
  const { smtpUrl, dataDir } = portal.services.config;
  const worker = spawn(process.execPath, [join(import.meta.dirname, '../main.ts')], {
    env: {
      PATH: process.env['PATH'],
      ROLE: 'worker',
      DATABASE_URL: database.applicationUrl,
      SMTP_URL: smtpUrl,
      SECRET_KEYS: testKey,
      DATA_DIR: dataDir,
      PUBLIC_URL: 'http://localhost:3000',
      LOG_LEVEL: 'silent',
    },
    stdio: 'ignore',
  });
  workers.push(worker);
  return worker;
}

test('a check whose worker is killed in the middle is made by another, once', async () => {
  const today = new Date(Date.now()).toISOString().slice(0, 10);
  const later = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10);
  const afterwards = new Date(Date.now() + 41 * 86_400_000).toISOString().slice(0, 10);
  await portal.round({ test: [today, later], submission: [afterwards, afterwards] });
  const code = frame.find(({ kind }) => kind === 'municipality')!.codes[0]!;
  await portal.unit(code);
  const person = await portal.person({ units: [{ code }] });
  const { file, manifest } = generate({ unit: code, records: 60_000, errorShare: 0.01, seed: 5 });
  const { fileId } = await upload(portal, person, code, file);

  const first = startWorker();
  await expect
    .poll(async () => (await database.ask(`select check_tries from delivery_file where id = '${fileId}'`))[0]?.['check_tries'], {
      timeout: 20_000,
      interval: 5,
    })
    .toBe(1);
  first.kill('SIGKILL');
  expect(await database.ask(`select "check" from delivery_file where id = '${fileId}'`)).not.toEqual([{ check: 'done' }]);

  startWorker();
  const view = await checked(person, code, 50);
  expect(view).toMatchObject({ state: 'validated', file: { check: 'done', records: 60_000 } });
  const hard = await database.ask(
    `select rule, findings from rule_count where file_id = '${fileId}' and severity = 'error' and rule = any('{${Object.keys(manifest.counts).join(',')}}')`,
  );
  expect(Object.fromEntries(hard.map(({ rule, findings }) => [rule, findings]))).toEqual(manifest.counts);
  expect(await database.ask(`select count(*)::int as n from delivery_step where state = 'validated'`)).toEqual([{ n: 1 }]);
  expect(await database.ask(`select count(*)::int as n from audit_event where kind = 'delivery.file-checked'`)).toEqual([{ n: 1 }]);
});
