import type { UnitRow } from '@insamling/contract';
import { expect, test } from 'vitest';
import { sortingOf, sortText, unitRows } from './unit-rows.ts';

const row = (parts: Partial<UnitRow>): UnitRow => ({
  unit: '0488',
  name: 'Trosa kommun',
  kind: 'municipality',
  county: 'Södermanlands län',
  state: 'notStarted',
  records: null,
  errors: null,
  warnings: null,
  explanations: null,
  lastEventAt: null,
  dueOn: '2026-12-31',
  isExtended: false,
  isLate: false,
  unansweredThreads: 0,
  people: 1,
  ...parts,
});
const trosa = row({});
const orebro = row({ unit: '1880', name: 'Örebro kommun', county: 'Örebro län', state: 'submitted', errors: 0, records: 12000 });
const alingsas = row({ unit: '1489', name: 'Alingsås kommun', county: 'Västra Götalands län', isLate: true, errors: 7, records: 900 });
const region = row({ unit: '0400', name: 'Region Södermanland', kind: 'region' });
const all = [trosa, orebro, alingsas, region];
const names = (rows: readonly UnitRow[]) => rows.map(({ name }) => name);

test('units stand in Swedish order of name when nothing else is asked for', () => {
  expect(names(unitRows(all, {}))).toEqual(['Alingsås kommun', 'Region Södermanland', 'Trosa kommun', 'Örebro kommun']);
});

test('a filter holds for status, type, county and a mark such as late', () => {
  expect(names(unitRows(all, { status: 'submitted' }))).toEqual(['Örebro kommun']);
  expect(names(unitRows(all, { status: 'forsenad' }))).toEqual(['Alingsås kommun']);
  expect(names(unitRows(all, { typ: 'region' }))).toEqual(['Region Södermanland']);
  expect(names(unitRows(all, { lan: 'Örebro län', status: 'notStarted' }))).toEqual([]);
});

test('a search finds a part of a name or the beginning of a code', () => {
  expect(names(unitRows(all, { sok: 'sÖdErman' }))).toEqual(['Region Södermanland']);
  expect(names(unitRows(all, { sok: '04' }))).toEqual(['Region Södermanland', 'Trosa kommun']);
});

test('sorted by a number, units without the number come last both ways', () => {
  expect(names(unitRows(all, { sort: 'fel' }))).toEqual(['Örebro kommun', 'Alingsås kommun', 'Region Södermanland', 'Trosa kommun']);
  expect(names(unitRows(all, { sort: '-fel' }))).toEqual(['Alingsås kommun', 'Örebro kommun', 'Region Södermanland', 'Trosa kommun']);
});

test('the order survives the address', () => {
  expect(sortText(sortingOf('-fel'))).toBe('-fel');
  expect(sortingOf(undefined)).toEqual({ by: 'namn', direction: 'ascending' });
});
