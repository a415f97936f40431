import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { expect, test } from 'vitest';
import { addressOf, choiceOf, day, placeInLog, textLike, textOf, wholeNumberOf } from './search.ts';

test('an address that asks for a view that does not exist shows the ordinary one', () => {
  expect(choiceOf({ visa: 'fel' }, 'visa', ['alla', 'fel'])).toEqual({ visa: 'fel' });
  expect(choiceOf({ visa: '<script>' }, 'visa', ['alla', 'fel'])).toEqual({});
});

test('a page is a whole number from one', () => {
  expect(wholeNumberOf({ sida: '3' }, 'sida')).toEqual({ sida: 3 });
  for (const wrong of ['0', '-1', '1.5', 'x', '1e9', undefined]) expect(wholeNumberOf({ sida: wrong }, 'sida')).toEqual({});
});

test('what is not chosen is not in the address', () => {
  expect(addressOf({ sok: 'Örebro', status: '', typ: undefined })).toBe('?sok=%C3%96rebro');
  expect(addressOf({})).toBe('');
  expect(textOf({ sok: '' }, 'sok')).toEqual({});
});

test('a text of another form than asked for is as if it were not there', () => {
  expect(textLike({ fran: '2026-11-25' }, 'fran', day)).toEqual({ fran: '2026-11-25' });
  for (const fran of [
    '2026-13-01',
    '2026-02-30',
    '2027-02-29',
    '2026-00-10',
    '12026-01-01',
    '2026-1-1',
    'igår',
    '2026-11-25x',
    5,
    undefined,
  ])
    expect(textLike({ fran }, 'fran', day)).toEqual({});
});

test('a place in the log is an instant that exists, a chain and a number', () => {
  const chain = '0b9fbf0e-5ffd-4a16-8c52-5f0c0b2f5e55';
  expect(placeInLog.test(`2026-11-25T10:00:00.000Z_${chain}_12`)).toBe(true);
  for (const wrong of [`2026-13-45T99:99:99.999Z_${chain}_12`, `2026-11-25T10:00:00.000Z_x_12`, 'abc', ''])
    expect(placeInLog.test(wrong)).toBe(false);
});

test('the page is shown nothing of what its address should not say', () => {
  const root = createRootRoute();
  const page = createRoute({
    getParentRoute: () => root,
    path: '/granska',
    validateSearch: (search) => ({
      ...choiceOf(search, 'visa', ['alla', 'fel']),
      ...textOf(search, 'sok'),
      ...wholeNumberOf(search, 'sida'),
    }),
  });
  const router = createRouter({ routeTree: root.addChildren([page]) });
  const shown = (search: object) => router.matchRoutes('/granska', search).at(-1)!.search;
  expect(shown({ visa: 'foo', sok: 'lön', sida: 'abc' })).toEqual({ sok: 'lön' });
  expect(shown({ visa: 'fel', sida: '1.5' })).toEqual({ visa: 'fel' });
  expect(shown({ visa: 'fel', sida: '2' })).toEqual({ visa: 'fel', sida: 2 });
});
