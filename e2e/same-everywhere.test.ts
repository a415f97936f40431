import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDelivery, type DeliveryFacts, type Finding } from '@insamling/survey';
import { november2026 } from '@insamling/survey/editions/november-2026';
import { frameUnitOf, generate } from '@insamling/survey/generator';
import type { Browser } from 'playwright-core';
import { everyExample } from '../packages/survey/src/testing/examples/index.ts';
import { openBrowser } from './browser.ts';
import { buildWorker, serveWorker } from './same-everywhere/built-worker.ts';
import type { FileInWorker } from './same-everywhere/findings-worker.ts';
import { spelled } from './same-everywhere/spelled.ts';
import type { TestsInWorker } from './same-everywhere/survey-tests-worker.ts';

let browser: Browser;
let folder = '';
beforeAll(async () => {
  browser = await openBrowser();
  folder = await mkdtemp(join(tmpdir(), 'same-everywhere-'));
});
afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
});

/** Starts the worker in a window of its own, with the zone and language given, and waits for its answer. */
async function ask(
  worker: string,
  message: unknown,
  zone: { readonly locale: string; readonly timezoneId: string },
  mayCompile: boolean,
): Promise<{ answer: unknown; asked: string[] }> {
  const bundle = await buildWorker(worker);
  const { address, asked, stop } = await serveWorker(bundle, mayCompile);
  const context = await browser.newContext(zone);
  try {
    const page = await context.newPage();
    await page.goto(address);
    const answer = await page.evaluate<string, { entry: string; text: string }>(
      ({ entry, text }) =>
        new Promise((resolve, reject) => {
          const started = new Worker(entry, { type: 'module' });
          started.addEventListener('message', ({ data }) => resolve(JSON.stringify(data)));
          started.addEventListener('error', (event) => reject(new Error(event.message || 'The worker could not be started')));
          // Bytes travel as base64: an argument of the page must be plain text.
          const revive = (_: string, value: unknown) =>
            typeof value === 'object' && value !== null && 'base64' in value
              ? Uint8Array.from(atob(String(value.base64)), (character) => character.charCodeAt(0))
              : value;
          started.postMessage(JSON.parse(text, revive));
        }),
      { entry: `/${worker.replace(/\.ts$/, '.js')}`, text: JSON.stringify(message, asBase64) },
    );
    return { answer: JSON.parse(answer) as unknown, asked };
  } finally {
    await context.close();
    stop();
  }
}

const asBase64 = (_: string, value: unknown) => (value instanceof Uint8Array ? { base64: Buffer.from(value).toString('base64') } : value);

/** Runs each of some files of tests in one of two workers, whichever is free. */
async function runInWorkers(files: readonly string[]): Promise<TestsInWorker[]> {
  const { address, stop } = await serveWorker(await buildWorker('survey-tests-worker.ts'));
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(address);
    const answers = await page.evaluate<string, readonly string[]>(
      (names) =>
        new Promise((resolve, reject) => {
          const left = [...names];
          const done: unknown[] = [];
          for (let worker = 0; worker < 2; worker += 1) {
            const started = new Worker('/survey-tests-worker.js', { type: 'module' });
            const next = (): void => {
              const name = left.shift();
              if (name !== undefined) started.postMessage([name]);
            };
            started.addEventListener('message', ({ data }) => {
              done.push(data);
              if (done.length === names.length) resolve(JSON.stringify(done));
              next();
            });
            started.addEventListener('error', (event) => reject(new Error(event.message || 'The worker could not be started')));
            next();
          }
        }),
      files,
    );
    return JSON.parse(answers) as TestsInWorker[];
  } finally {
    await context.close();
    stop();
  }
}

test('the tests of the survey pass in a worker of a browser as they do in Node', { timeout: 400_000 }, async () => {
  const names = await portableTests();
  const answers = await runInWorkers(names);
  expect(answers.flatMap(({ failed }) => failed)).toEqual([]);
  expect(answers.flatMap(({ files }) => files.map((file) => basename(file))).toSorted()).toEqual(
    names.map((name) => basename(name)).toSorted(),
  );
  expect(answers.reduce((sum, { passed }) => sum + passed, 0)).toBeGreaterThan(1000);
});

/** Test files of the survey that need no Node, by their path under its sources. */
async function portableTests(): Promise<string[]> {
  const names = await readdir(join(import.meta.dirname, '../packages/survey/src'), { recursive: true });
  const portable = names.filter((name) => name.endsWith('.test.ts') && !name.endsWith('.node.test.ts'));
  // Those that try many cases take longest, and are begun first.
  return portable.toSorted((one, other) => Number(other.includes('property')) - Number(one.includes('property')) || (one < other ? -1 : 1));
}

/** Every example of every rule, and generated files with and without planted errors. */
function corpus(): FileInWorker[] {
  const generated = [
    { unit: '1480', records: 3000, errorShare: 0.05, seed: 3 },
    { unit: '0400', records: 1000, errorShare: 0.02, seed: 4 },
    { unit: '2300', records: 120, oneOfEach: true, seed: 1 },
  ].map((order) => {
    const unit = frameUnitOf(order.unit);
    return { file: generate(order).file, facts: { unit, employers: [{ organisationNumber: unit.organisationNumber, isCompany: false }] } };
  });
  const examples = everyExample.filter(({ edition }) => edition === undefined).map(({ file, facts }) => ({ file, facts }));
  return [...generated, ...examples];
}

test('every example of every rule is answered with the same bytes in Node and in a browser, whatever its zone and language, with the kernels and without, and the browser asks nobody', async () => {
  const files = corpus();
  const inNode = files.map(({ file, facts }) => spelled(openDelivery(november2026, file, facts)));
  for (const [zone, mayCompile] of [
    [{ locale: 'sv-SE', timezoneId: 'Europe/Stockholm' }, true],
    [{ locale: 'tr-TR', timezoneId: 'Pacific/Kiritimati' }, false],
  ] as const) {
    const { answer, asked } = await ask('findings-worker.ts', files, zone, mayCompile);
    expect(answer).toEqual(inNode);
    expect(asked.filter((url) => url !== '/' && !url.endsWith('.js'))).toEqual([]);
  }
});

test('the command line finds the same, whatever the zone and language of the computer', async () => {
  const chosen = [...corpus().slice(0, 3), ...someOf(corpus().slice(3))].filter(({ facts }) => canBeSaid(facts));
  expect(chosen.length).toBeGreaterThan(20);
  const environments = [
    { TZ: 'Europe/Stockholm', LANG: 'sv_SE.UTF-8' },
    { TZ: 'America/Anchorage', LANG: 'tr_TR.UTF-8' },
  ];
  for (const [place, { file, facts }] of chosen.entries()) {
    const path = join(folder, `file-${place}.csv`);
    await writeFile(path, file);
    const answer = await validate(path, facts, environments[place % 2]!);
    const expected = openDelivery(november2026, file, facts).findings().map(said);
    expect(JSON.stringify(answer), path).toBe(JSON.stringify(expected));
  }
});

/** One in forty: each is a process of its own. */
const someOf = <Item>(items: readonly Item[]): Item[] => items.filter((_, place) => place % 40 === 0);
const said = ({ rule, severity, record, fields, message }: Finding) => ({ rule, severity, record, fields, message });
/** What the command line can be told: a unit of the frame and facts of the facts file. */
const canBeSaid = ({ unit, lastYear, sha256 }: DeliveryFacts): boolean =>
  unit !== undefined && lastYear === undefined && sha256 === undefined && JSON.stringify(frameUnit(unit.codes[0])) === JSON.stringify(unit);
function frameUnit(code = ''): unknown {
  try {
    return frameUnitOf(code);
  } catch {
    return undefined;
  }
}

async function validate(path: string, facts: DeliveryFacts, environment: Readonly<Record<string, string>>): Promise<unknown> {
  const { unit, ...others } = facts;
  const factsPath = `${path}.json`;
  await writeFile(factsPath, JSON.stringify(others));
  const binary = join(import.meta.dirname, '../packages/cli/bin/insamling.mjs');
  const words = ['validate', path, '--unit', unit?.codes[0] ?? '', '--facts', factsPath, '--format', 'json'];
  const stdout = await new Promise<string>((resolve) => {
    execFile(process.execPath, [binary, ...words], { env: { ...process.env, ...environment }, maxBuffer: 200_000_000 }, (_, out) =>
      resolve(out),
    );
  });
  return (JSON.parse(stdout) as { readonly findings: unknown }).findings;
}

test('where the bytes lie in memory makes no difference', () => {
  for (const { file, facts } of corpus().slice(0, 3)) {
    const expected = spelled(openDelivery(november2026, file, facts));
    for (let offset = 1; offset < 9; offset += 1) {
      const memory = new Uint8Array(file.length + 16).fill(0x3b);
      memory.set(file, offset);
      expect(spelled(openDelivery(november2026, memory.subarray(offset, offset + file.length), facts))).toBe(expected);
    }
  }
});
