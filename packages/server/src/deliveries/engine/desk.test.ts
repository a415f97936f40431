import { frameUnitOf, generate } from '@insamling/survey/generator';
import { expect, test } from 'vitest';
import { Desk } from './desk.ts';

const { kind, codes, name, organisationNumber } = frameUnitOf('0488');
const facts = { unit: { kind, codes, name }, employers: [{ organisationNumber, isCompany: false }] };
const { file } = generate({ unit: '0488', records: 5, seed: 1 });

test('a file that nobody asked for between two tidyings is put away; one that was used stays', () => {
  const desk = new Desk();
  desk.open('used', file, facts, 2026, []);
  desk.open('forgotten', file, facts, 2026, []);
  desk.tidy();
  expect(desk.versionOf('used')).toBe(0);
  desk.tidy();
  expect(desk.versionOf('used')).toBe(0);
  expect(desk.versionOf('forgotten')).toBeUndefined();
});

test('a file that was opened beside another delivery of last year does not count as open', () => {
  const desk = new Desk();
  desk.open('alone', file, facts, 2026, []);
  desk.open('beside', file, { ...facts, lastYear: { file } }, 2026, [], 'last 0');
  expect(desk.versionOf('alone')).toBe(0);
  expect(desk.versionOf('alone', 'last 0')).toBeUndefined();
  expect(desk.versionOf('beside', 'last 0')).toBe(0);
  expect(desk.versionOf('beside', 'last 1')).toBeUndefined();
  expect(desk.versionOf('beside')).toBeUndefined();
});

test('of many open files the six used last stay', () => {
  const desk = new Desk();
  for (let number = 1; number <= 6; number += 1) desk.open(String(number), file, facts, 2026, []);
  desk.versionOf('1');
  desk.open('7', file, facts, 2026, []);
  expect(desk.versionOf('2')).toBeUndefined();
  expect(['1', '3', '4', '5', '6', '7'].map((id) => desk.versionOf(id))).toEqual([0, 0, 0, 0, 0, 0]);
});
