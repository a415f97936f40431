import type { DeliveryFile, DeliveryView } from '@insamling/contract';
import { expect, test } from 'vitest';
import { nextTask, tasksOf } from './next-step.ts';

const file: DeliveryFile = {
  id: '00000000-0000-4000-8000-000000000001',
  number: 1,
  name: 'november.csv',
  bytes: 1000,
  sha256: 'a'.repeat(64),
  encoding: 'utf-8',
  records: 10,
  uploadedAt: '2026-11-20T08:00:00Z',
  uploadedBy: 'Anna Exempelsson',
  check: 'done',
  isFatal: false,
};
const noFindings = { fatal: 0, errors: 0, warnings: 0, infos: 0, warningsLeft: 0 };
const delivery = (parts: Partial<DeliveryView> = {}) => ({ state: 'validated', file, counts: noFindings, ...parts }) as const;

test('before a file is uploaded the only step is to upload one', () => {
  const tasks = tasksOf(delivery({ state: 'notStarted', file: null, counts: null }));
  expect(tasks.map((task) => task.is)).toEqual(['notStarted', 'notYet', 'notYet', 'notYet']);
  expect(nextTask(tasks)).toBe('upload');
});

test('while the server checks the file there is nothing to press', () => {
  const tasks = tasksOf(delivery({ state: 'received', file: { ...file, check: 'checking' }, counts: null }));
  expect(tasks[0]?.is).toBe('ongoing');
  expect(nextTask(tasks)).toBeNull();
});

test('a file that cannot be read must be replaced', () => {
  expect(nextTask(tasksOf(delivery({ file: { ...file, isFatal: true }, counts: { ...noFindings, fatal: 1 } })))).toBe('upload');
});

test('errors come before warnings, and both before submitting', () => {
  const counts = { ...noFindings, errors: 3, warnings: 5, warningsLeft: 2 };
  expect(nextTask(tasksOf(delivery({ counts })))).toBe('errors');
  expect(nextTask(tasksOf(delivery({ counts: { ...counts, errors: 0 } })))).toBe('warnings');
  expect(nextTask(tasksOf(delivery({ counts: { ...counts, errors: 0, warningsLeft: 0 } })))).toBe('submit');
});

test('explained warnings do not hold the delivery back', () => {
  const tasks = tasksOf(delivery({ counts: { ...noFindings, warnings: 5, warningsLeft: 0 } }));
  expect(tasks[2]).toEqual({ task: 'warnings', is: 'done' });
  expect(tasks[3]).toEqual({ task: 'submit', is: 'notStarted' });
});

test('when the delivery is submitted every step is done; when it is returned, submitting is left', () => {
  expect(nextTask(tasksOf(delivery({ state: 'submitted' })))).toBeNull();
  expect(nextTask(tasksOf(delivery({ state: 'returned' })))).toBe('submit');
});
