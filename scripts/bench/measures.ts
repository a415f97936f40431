import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'vite';
import { november2026 } from '../../packages/survey/src/editions/november-2026/index.ts';
import { openDelivery, type OpenedDelivery } from '../../packages/survey/src/index.ts';
import { adverse, changed, facts, fileOf } from './files.ts';

/** A goal, what was measured, and the bounds it is held against: at most `must`, `ambition` for the proud. */
export interface Measured {
  readonly goal: string;
  readonly what: string;
  readonly figure: number;
  readonly must: number;
  readonly ambition: number;
  readonly unit?: string;
}

const runs = 5;
export const median = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[values.length >> 1] ?? Number.NaN;
const timed = (work: () => unknown): number => {
  const startedAt = performance.now();
  work();
  return performance.now() - startedAt;
};
const child = (what: string, path: string): { readonly cpuMs: number; readonly peakKb: number } =>
  JSON.parse(execFileSync(process.execPath, [join(import.meta.dirname, 'child.ts'), what, path], { encoding: 'utf8' })) as {
    cpuMs: number;
    peakKb: number;
  };

const open = (path: string): OpenedDelivery => openDelivery(november2026, new Uint8Array(readFileSync(path)), facts);
function scan(bytes: Uint8Array): number {
  let count = 0;
  for (let index = 0; index < bytes.length; index += 1) if (bytes[index] === 0x3b || bytes[index] === 0x0a) count += 1;
  return count;
}

/** Whole processes, their processor time against the floor's on the same file, in turns. */
function ofProcesses(goal: string, records: number, times: number, must: number, ambition: number): Measured {
  const path = fileOf(records);
  const ratios = Array.from({ length: times }, () => child('engine', path).cpuMs / child('floor', path).cpuMs);
  return { goal, what: `command line, ${records} records, processor time / floor`, figure: median(ratios), must, ambition };
}

/** Warm, in one process: opening and checking against one loop over the bytes, in turns. */
function warm(): Measured {
  const bytes = new Uint8Array(readFileSync(fileOf(60_000)));
  const ratios = Array.from({ length: runs + 3 }, () => timed(() => openDelivery(november2026, bytes, facts)) / timed(() => scan(bytes)));
  return {
    goal: 'P6',
    what: 'warm, 60000 records, time / one loop over the bytes',
    figure: median(ratios.slice(3)),
    must: 5,
    ambition: 1.2,
  };
}

function nation(): Measured {
  const sizes = Array.from({ length: 320 }, (_, place) => (place < 4 ? 60_000 : 5000));
  const files = new Map([5000, 60_000].map((size) => [size, new Uint8Array(readFileSync(fileOf(size)))]));
  open(fileOf(5000));
  const engine = timed(() => sizes.forEach((size) => openDelivery(november2026, files.get(size)!, facts)));
  const floor = timed(() => sizes.forEach((size) => scan(files.get(size)!)));
  return {
    goal: 'P8',
    what: '320 deliveries one after the other, time / one loop over their bytes',
    figure: engine / floor,
    must: 7,
    ambition: 2.5,
  };
}

function memory(): Measured[] {
  const [large, usual] = [fileOf(1_250_000), fileOf(60_000)];
  const perRecord = ((child('engine', large).peakKb - child('read', large).peakKb) * 1024) / 1_250_000;
  const share = child('engine', usual).peakKb / child('read', usual).peakKb;
  return [
    { goal: 'P9', what: '1250000 records, peak beyond reading the file, a record', figure: perRecord, must: 300, ambition: 160, unit: 'B' },
    { goal: 'P10', what: '60000 records, peak / peak of reading the file', figure: share, must: 1.8, ambition: 1.35 },
  ];
}

/** Random cells given another record's value and their own again. */
function edits(): Measured[] {
  const of = (records: number, times: number) => {
    const delivery = open(fileOf(records));
    const taken: number[] = [];
    for (let time = 0; taken.length < times; time += 1) {
      const record = 1 + ((time * 7919) % records);
      const variable = november2026.variables[(time * 13) % november2026.variables.length]!;
      const [own, other] = [record, 1 + ((time * 104_729) % records)].map((one) => delivery.record(one));
      const text = other?.[variable.number - 1] ?? '';
      if (own?.length !== november2026.variables.length || text === own[variable.number - 1]) continue;
      let before = '';
      taken.push(timed(() => (before = delivery.correct({ record, variable: variable.id }, text).before)));
      delivery.correct({ record, variable: variable.id }, before);
    }
    return taken.sort((one, other) => one - other);
  };
  const usual = of(60_000, 400);
  const full = median(Array.from({ length: runs }, () => timed(() => open(fileOf(60_000)))));
  const [small, large] = [median(of(5000, 300)), median(of(1_250_000, 100))];
  return [
    { goal: 'P12', what: 'one cell, 60000 records, median / a full run', figure: median(usual) / full, must: 1 / 500, ambition: 1 / 5000 },
    {
      goal: 'P12',
      what: 'one cell, 60000 records, 99 of 100 within',
      figure: usual[Math.floor(usual.length * 0.99)]!,
      must: 1,
      ambition: 0.1,
      unit: 'ms',
    },
    { goal: 'P13', what: 'one cell, 1250000 records / 5000 records', figure: large / small, must: 5, ambition: 2 },
  ];
}

function faults(): Measured[] {
  const time = (path: string) => {
    const bytes = new Uint8Array(readFileSync(path));
    return median(Array.from({ length: runs }, () => timed(() => openDelivery(november2026, bytes, facts))));
  };
  const normal = time(fileOf(60_000));
  const wrong = changed('every-row-wrong', (cells) => void (cells[20] = '10001'));
  return [
    { goal: 'P15', what: 'every row wrong in one field / normal', figure: time(wrong) / normal, must: 1.5, ambition: 1.1 },
    ...Object.entries(adverse()).map(([what, path]) => ({
      goal: 'P16',
      what: `${what} / normal`,
      figure: time(path) / normal,
      must: 3,
      ambition: 1.5,
    })),
  ];
}

/** Engine and rules as a browser gets them, without the lists of codes. */
async function size(): Promise<Measured> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    root: import.meta.dirname,
    build: {
      write: false,
      minify: true,
      lib: { entry: join(import.meta.dirname, 'engine-and-rules.ts'), formats: ['es'], fileName: 'engine' },
    },
  });
  const code = [built]
    .flat()
    .flatMap((one) => ('output' in one ? one.output : []))
    .flatMap((chunk) => (chunk.type === 'chunk' ? [chunk.code] : []))
    .join('');
  return {
    goal: 'P19',
    what: 'engine and rules for a browser, gzip',
    figure: gzipSync(code, { level: 9 }).length / 1000,
    must: 40,
    ambition: 15,
    unit: 'kB',
  };
}

/** A stored file: unpacked, opened, 500 corrections replayed. */
function stored(): Measured {
  const bytes = new Uint8Array(readFileSync(fileOf(60_000)));
  const packed = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } });
  const log = Array.from({ length: 500 }, (_, index) => ({ record: 1 + index * 97, variable: 'agreedEmploymentRate', text: '9000' }));
  const reopened = median(
    Array.from({ length: runs }, () =>
      timed(() => openDelivery(november2026, new Uint8Array(brotliDecompressSync(packed)), facts).correctMany(log)),
    ),
  );
  const full = median(Array.from({ length: runs }, () => timed(() => openDelivery(november2026, bytes, facts))));
  return { goal: 'P20', what: 'stored, opened, 500 corrections replayed / a full run', figure: reopened / full, must: 4, ambition: 2.5 };
}

/** Every goal that can be measured here, by its number. */
export const measures: Readonly<Record<string, () => Measured[] | Promise<Measured[]>>> = {
  P1: () => [ofProcesses('P1', 60_000, runs, 5.5, 3)],
  P2: () => [ofProcesses('P2', 1_250_000, 1, 4.5, 2)],
  P6: () => [warm()],
  P8: () => [nation()],
  P9: () => memory(),
  P12: () => edits(),
  P15: () => faults(),
  P19: async () => [await size()],
  P20: () => [stored()],
};
