import { expect, test } from 'vitest';
import { NoAnswer, Refusal } from '../client.ts';
import { isOutOfReach } from './out-of-reach.ts';

test.each([
  new NoAnswer(),
  new Refusal({ code: 'service.unavailable', message: 'x', details: {}, reference: '' }, 503),
  new TypeError('Failed to fetch dynamically imported module: https://example.se/assets/x.js'),
  new TypeError('error loading dynamically imported module: https://example.se/assets/x.js'),
  new TypeError('Importing a module script failed.'),
])('a page that could not be fetched: %s', (error) => expect(isOutOfReach(error)).toBe(true));

test('a fault of the page itself is not the fault of the service', () => {
  expect(isOutOfReach(new TypeError("Cannot read properties of undefined (reading 'filter')"))).toBe(false);
  expect(isOutOfReach('x')).toBe(false);
});
