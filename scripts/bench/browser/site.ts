import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { chromium } from 'playwright-core';
import { findChromium } from '../../find-chromium.mjs';
import type { Built } from '../build.ts';
import { factsOf } from '../programs/facts.ts';
import { unit } from '../unit.ts';

/** What the page saw of one file. */
export interface SeenByPage {
  /** Told by the worker itself, when it does. */
  readonly milliseconds: number;
  /** From the worker's start to its answer. */
  readonly waited: number;
  /** The page's own tasks above 50 ms; 0 when there was none. */
  readonly longestTask: number;
}

export interface Site {
  /** Starts a new worker and hands it the file: as bytes with facts, or as a file with what the upload page knows. */
  check(as: 'bytes' | 'file'): Promise<SeenByPage>;
  close(): Promise<void>;
}

/** A page with nothing but a worker and a file, in a browser of its own. */
export async function openSite(worker: Built, path: string): Promise<Site> {
  const file = readFileSync(path);
  const server = createServer(({ url = '/' }, response) => {
    const code = worker.get(url.slice(1))?.code;
    const [type, body] =
      url === '/file'
        ? ['text/csv', file]
        : code === undefined
          ? ['text/html', '<!doctype html><title>Bench</title>']
          : ['text/javascript', code];
    response.setHeader('content-type', type);
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  });
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${port}/`);
  return {
    check: (as) => page.evaluate(checkInPage, { as, facts: factsOf(unit) }),
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}

/** Runs in the page. */
async function checkInPage({ as, facts }: { as: 'bytes' | 'file'; facts: ReturnType<typeof factsOf> }): Promise<SeenByPage> {
  const blob = await (await fetch('/file')).blob();
  const message =
    as === 'file' ? { file: new File([blob], 'november.csv'), ...facts } : { bytes: new Uint8Array(await blob.arrayBuffer()), facts };
  // What the fetch left behind is no task of the check.
  await new Promise((resolve) => setTimeout(resolve, 200));
  const tasks: number[] = [];
  const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration)));
  observer.observe({ type: 'longtask' });
  const startedAt = performance.now();
  const worker = new Worker('/worker.js', { type: 'module' });
  const told = await new Promise<{ milliseconds?: number; failed?: string }>((resolve, reject) => {
    worker.addEventListener('message', ({ data }) => resolve(data as { milliseconds?: number }));
    worker.addEventListener('error', (event) => reject(new Error(event.message || 'The worker could not be started')));
    worker.postMessage(message);
  });
  const waited = performance.now() - startedAt;
  if (told.failed !== undefined) throw new Error(`The worker failed: ${told.failed}`);
  await new Promise((resolve) => setTimeout(resolve, 200));
  worker.terminate();
  observer.disconnect();
  return { milliseconds: told.milliseconds ?? waited, waited, longestTask: Math.max(0, ...tasks) };
}
