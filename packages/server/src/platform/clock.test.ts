import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addDays, dayOf, daysBetween, systemClock } from './clock.ts';

test('the day is the day in Stockholm, whatever zone the machine is in', () => {
  expect(dayOf(new Date('2026-11-19T22:59:59Z'))).toBe('2026-11-19');
  expect(dayOf(new Date('2026-11-19T23:00:00Z'))).toBe('2026-11-20');
  expect(dayOf(new Date('2026-07-01T21:59:59Z'))).toBe('2026-07-01');
  expect(dayOf(new Date('2026-07-01T22:00:00Z'))).toBe('2026-07-02');
});

test('days are counted over month ends, leap days and changes of summer time', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  expect(daysBetween('2026-11-20', '2026-11-19')).toBe(-1);
});

test('the test clock moves by the seconds in its file, read at every use', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'clock-')), 'seconds');
  const clock = systemClock(file);
  const near = (at: Date, seconds: number) => Math.abs(at.getTime() - Date.now() - seconds * 1000) < 2000;
  expect(near(clock.now(), 0)).toBe(true);
  writeFileSync(file, '86400\n');
  expect(near(clock.now(), 86_400)).toBe(true);
  writeFileSync(file, '-3600');
  expect(near(clock.now(), -3600)).toBe(true);
  writeFileSync(file, 'nonsense');
  expect(near(clock.now(), 0)).toBe(true);
});
