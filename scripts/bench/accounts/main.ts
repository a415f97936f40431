import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startPortal } from '../../../e2e/running-portal.ts';
import { runProgram } from '../process.ts';
import { median, quantile } from '../statistics.ts';
import { openClient, type Client } from './client.ts';
import { addPersons, type Person } from './persons.ts';

/**
 * `npm run bench:accounts [SECONDS]`: how many sign-ins a second the portal takes beside the rate of bare Argon2id on this machine,
 * and what other requests wait meanwhile beside when nobody signs in. The portal is the one of `npm start`, on the same machine as
 * PostgreSQL and as what asks. A machine that others share changes its speed by the minute: bare hashing and sign-ins take turns, so many
 * seconds each, and every turn is set against the bare ones beside it. Measures only; nothing fails when a goal is missed.
 */
const seconds = Number(process.argv[2] ?? 5);
const turns = 7;
/** Seconds before and after what is counted of a turn: what is sustained has neither a beginning nor an end. */
const edge = 1;
const cores = availableParallelism();
/** Milliseconds between two other requests: what a few hundred persons at work ask. */
const probeEvery = 25;
const leastShare = 0.7;
const mostTimesIdle = 3;

const say = (line: string) => void process.stdout.write(`${line}\n`);
const rawRate = async () => (await runProgram<{ rate: number }>(join(import.meta.dirname, 'raw-rate.ts'), [String(seconds)])).told.rate;

const portal = await startPortal({ env: { DEMO: '0', REQUESTS_PER_MINUTE: '1000000', LOG_LEVEL: 'error', TEST_CLOCK_FILE: '' } });
const client = openClient(portal.url);
try {
  // A tenth more than bare hashing could use up, in the turns and the run before them.
  const longest = (seconds + 2 * edge) * turns;
  const persons = await addPersons(portal.dataDir, Math.ceil((await rawRate()) * (3 * longest + 2) * 1.1) + 1);
  const take = personsIn(persons);
  const cookie = await client.signIn(take());
  // What is sustained is measured: a process compiles what it has done some hundred times.
  await signInsFor((seconds * turns) / 2, cores, take, client);

  const idle = await probe(client, cookie, (seconds * turns) / 2);
  const bare = [await rawRate()];
  const kinds = [cores, 4 * cores].map((atOnce) => ({ atOnce, measured: [] as Turn[] }));
  for (let turn = 0; turn < turns; turn += 1)
    for (const { atOnce, measured } of kinds) {
      const made = await measure(atOnce);
      bare.push(await rawRate());
      measured.push({ ...made, beside: (bare.at(-1)! + bare.at(-2)!) / 2 });
    }

  say(
    `Node ${process.versions.node}, ${cores} × ${cpus()[0]?.model.trim() ?? 'unknown'}; portal, PostgreSQL and what asks on the same cores`,
  );
  say(`bare Argon2id (19 MiB, 2 passes), ${cores} at once: ${spread(bare, (rate) => rate.toFixed(1))} a second`);
  say(
    `other requests (GET /api/me and /healthz, every ${probeEvery} ms), nobody signs in: median ${ms(median(idle))}, p99 ${ms(quantile(idle, 0.99))}`,
  );
  for (const { atOnce, measured } of kinds) {
    const shares = measured.map(({ rate, beside }) => rate / beside);
    const p99 = quantile(
      measured.flatMap(({ probes }) => probes),
      0.99,
    );
    const [share, times] = [median(shares), p99 / quantile(idle, 0.99)];
    const rate = median(measured.map((turn) => turn.rate));
    const ownShare = median(measured.map((turn) => turn.ownShare));
    say(`\n${atOnce} sign-ins at once, ${turns} times ${seconds} s (what asks used ${(ownShare * 100).toFixed(0)} % of a core):`);
    say(
      `  A1  sign-ins a second to bare Argon2id   ${spread(shares, (one) => one.toFixed(2))}, ${rate.toFixed(1)} a second; must be at least ${leastShare}   ${share >= leastShare ? 'pass' : 'MISS'}`,
    );
    say(
      `  A2  other requests' p99 to idle          ${times.toFixed(2)} (${ms(p99)} / ${ms(quantile(idle, 0.99))}); must be at most ${mostTimesIdle}   ${times <= mostTimesIdle ? 'pass' : 'MISS'}`,
    );
  }

  async function measure(atOnce: number): Promise<Omit<Turn, 'beside'>> {
    const signingIn = signInsFor(seconds + 2 * edge, atOnce, take, client);
    await pause(edge * 1000);
    const usedBefore = process.cpuUsage();
    const probes = await probe(client, cookie, seconds);
    const used = process.cpuUsage(usedBefore);
    const { ended, startedAt } = await signingIn;
    const [from, to] = [edge, edge + seconds].map((time) => startedAt + time * 1000) as [number, number];
    const rate = ended.filter((at) => at >= from && at < to).length / seconds;
    return { rate, ownShare: (used.user + used.system) / 1e6 / seconds, probes };
  }
} finally {
  client.close();
  await portal.discard();
}

interface Turn {
  /** Sign-ins a second. */
  readonly rate: number;
  /** Bare hashes a second, of the turns before and after. */
  readonly beside: number;
  /** Of a core, that this program used. */
  readonly ownShare: number;
  /** Milliseconds of the other requests. */
  readonly probes: readonly number[];
}

/** The median, and between what it lies. */
function spread(values: readonly number[], shown: (value: number) => string): string {
  return `${shown(median(values))} (${shown(Math.min(...values))} to ${shown(Math.max(...values))})`;
}

function personsIn(persons: readonly Person[]): () => Person {
  let at = 0;
  return () => {
    const person = persons[at++];
    if (!person) throw new Error('more sign-ins than persons');
    return person;
  };
}

/** @returns when it began and when each ended, each begun when one of those before it has ended */
async function signInsFor(
  time: number,
  atOnce: number,
  take: () => Person,
  through: Client,
): Promise<{ readonly startedAt: number; readonly ended: readonly number[] }> {
  const startedAt = performance.now();
  const ended: number[] = [];
  const lane = async () => {
    while (performance.now() - startedAt < time * 1000) {
      await through.signIn(take());
      ended.push(performance.now());
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return { startedAt, ended };
}

/** @returns milliseconds of each; one is begun at its time whether those before it have been answered or not */
async function probe(through: Client, cookie: string, time: number): Promise<number[]> {
  const startedAt = performance.now();
  const asked: Promise<number>[] = [];
  for (let number = 0; performance.now() - startedAt < time * 1000; number += 1) {
    asked.push(
      (number % 2 === 0 ? through.get('/api/me', cookie) : through.get('/healthz')).then(({ status, milliseconds }) => {
        if (status !== 200) throw new Error(`a request beside the sign-ins was answered with ${status}`);
        return milliseconds;
      }),
    );
    await pause(Math.max(0, startedAt + (number + 1) * probeEvery - performance.now()));
  }
  return Promise.all(asked);
}

function ms(time: number): string {
  return `${time.toFixed(1)} ms`;
}
