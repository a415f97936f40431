import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPortal, type Portal } from '../testing/portal.ts';
import { clockWatch } from './clock-watch.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal({ worker: false });
});
afterAll(() => portal.close());

const alarms = () => portal.log.filter((line) => line.includes('"alarm":"clock"'));

test.each([
  [40, 40],
  [-40, -40],
])('R25: a clock that is %i seconds wrong is an alarm in the log, told once in ten minutes', async (shift, seconds) => {
  const before = alarms().length;
  let later = 0;
  const { database, log } = portal.services;
  const look = clockWatch(database, log, () => Date.now() + 1000 * shift + later);
  expect(Math.abs((await look()) - seconds)).toBeLessThan(3);
  await look();
  expect(alarms()).toHaveLength(before + 1);
  expect(JSON.parse(alarms().at(-1)!)).toMatchObject({ level: 50, alarm: 'clock', seconds: expect.any(Number) });
  later = 0;
  for (let minute = 0; minute < 3; minute += 1) await look();
  expect(alarms()).toHaveLength(before + 1);
});

test('a clock that is right is nothing to tell of, and being asked whether it is ready makes a process look', async () => {
  const before = alarms().length;
  const { database, log } = portal.services;
  expect(Math.abs(await clockWatch(database, log)())).toBeLessThan(2);
  expect((await portal.app.inject({ url: '/readyz', headers: { host: 'localhost:3000' } })).json()).toEqual({ ready: true });
  expect(alarms()).toHaveLength(before);
});
