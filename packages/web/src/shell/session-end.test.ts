import { expect, test } from 'vitest';
import { sessionEnd } from './session-end.ts';

const minute = 60_000;

test('every answer from the server gives the idle time anew', () => {
  const told = { endsAt: 60 * minute, toldAt: 0, idleMinutes: 60 };
  expect(sessionEnd({ ...told, answeredAt: 0 })).toBe(60 * minute);
  expect(sessionEnd({ ...told, answeredAt: 20 * minute })).toBe(80 * minute);
});

test("the day's last end is not moved by working on", () => {
  const told = { endsAt: 30 * minute, toldAt: 0, idleMinutes: 60 };
  expect(sessionEnd({ ...told, answeredAt: 25 * minute })).toBe(30 * minute);
});
