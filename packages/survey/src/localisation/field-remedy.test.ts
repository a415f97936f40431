import { expect, test } from 'vitest';
import { november2026 } from '../editions/november-2026/index.ts';
import { fieldRemedy, type Knowledge } from './field-remedy.ts';

const variable = (id: string) => november2026.variables.find((one) => one.id === id)!;
const knowing = (known: Partial<Knowledge>): Knowledge => ({
  before: '',
  candidates: [],
  lastYear: undefined,
  isRight: () => true,
  encode: Number,
  layout: undefined,
  ...known,
});

test('a dozen codes are named; of more only how many there are', () => {
  const codes = (count: number) => ({ kind: 'codes' as const, texts: Array.from({ length: count }, (_, place) => String(place)) });
  expect(fieldRemedy(variable('collectiveAgreement'), codes(12), knowing({}))).toMatchObject({ kind: 'codes', codes: 12 });
  expect(fieldRemedy(variable('collectiveAgreement'), codes(12), knowing({}))!.texts).toHaveLength(12);
  expect(fieldRemedy(variable('collectiveAgreement'), codes(13), knowing({}))).toMatchObject({ kind: 'codes', texts: [], codes: 13 });
});

test('a date is only proposed where it is a day, and its bounds are days', () => {
  const date = november2026.variables.find(({ unit }) => unit === 'date')!;
  const allowed = { kind: 'number' as const, ranges: [{ low: 20_260_199, high: 20_260_399 }], mayBeMissing: false };
  const turned = { mechanism: 'dayAndMonth' as const, text: '20260230' };
  expect(fieldRemedy(date, allowed, knowing({ candidates: [turned] }))).toMatchObject({
    kind: 'interval',
    low: 20_260_201,
    high: 20_260_331,
  });
  expect(fieldRemedy(date, allowed, knowing({ candidates: [{ ...turned, text: '20260302' }] }))).toMatchObject({
    kind: 'deductive',
    texts: ['20260302'],
  });
});
