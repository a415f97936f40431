import { expect, test } from 'vitest';
import { frame, unitByCode } from './frame.ts';

test('the frame holds 310 units: 289 municipalities and 21 regions, Gotland once with both its codes', () => {
  expect(frame).toHaveLength(310);
  expect(frame.filter((unit) => unit.kind === 'municipality')).toHaveLength(289);
  expect(unitByCode('0900')).toBe(unitByCode('0980'));
  expect(unitByCode('0980')?.codes).toEqual(['0980', '0900']);
  expect(new Set(frame.flatMap((unit) => unit.codes)).size).toBe(311);
});

test('every organisation number is valid and belongs to one unit only', () => {
  const isValid = (number: string) =>
    [...number].reduce((sum, digit, index) => {
      const product = Number(digit) * (index % 2 === 0 ? 2 : 1);
      return sum + (product > 9 ? product - 9 : product);
    }, 0) %
      10 ===
    0;
  for (const unit of frame)
    expect(`${unit.name} ${/^\d{10}$/.test(unit.organisationNumber) && isValid(unit.organisationNumber)}`).toBe(`${unit.name} true`);
  expect(new Set(frame.map((unit) => unit.organisationNumber)).size).toBe(310);
});

test('units are named as on screen', () => {
  expect(unitByCode('0488')?.name).toBe('Trosa kommun');
  expect(unitByCode('1480')?.name).toBe('Göteborgs stad');
  expect(unitByCode('0400')?.name).toBe('Region Sörmland');
  expect(unitByCode('1498')?.name).toBe('Tidaholms kommun');
  expect(unitByCode('2080')?.name).toBe('Falu kommun');
  expect(unitByCode('1490')?.name).toBe('Borås stad');
  expect(unitByCode('9999')).toBeUndefined();
});
