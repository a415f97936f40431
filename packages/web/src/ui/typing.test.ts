import { expect, test } from 'vitest';
import { asking, begun, received, wish, type Typing } from './typing.ts';

const typed = (now: Typing, text: string): Typing => ({ ...now, text });
const sent = (now: Typing): Typing => asking(now, wish(now)!);

test('what is typed is searched for once, and its echo leaves the text as it is', () => {
  const rut = typed(begun(''), 'Rut ');
  expect(wish(rut)).toBe('Rut');
  const echoed = received(sent(rut), 'Rut');
  expect(echoed.text).toBe('Rut ');
  expect(wish(echoed)).toBeUndefined();
  expect(wish(typed(echoed, 'Rut Testberg'))).toBe('Rut Testberg');
});

test('a late echo does not take back what has been typed since', () => {
  const more = sent(typed(sent(typed(begun(''), 'bj')), 'bju'));
  const first = received(more, 'bj');
  expect(first.text).toBe('bju');
  expect(wish(first)).toBeUndefined();
  expect(received(first, 'bju')).toEqual(begun('bju'));
  // The first of two may never be seen.
  expect(received(more, 'bju')).toEqual(begun('bju'));
});

test('what is cleared or chosen elsewhere is taken over, and is not asked for again', () => {
  const zzz = received(sent(typed(begun(''), 'zzz')), 'zzz');
  const cleared = received(zzz, '');
  expect(cleared.text).toBe('');
  expect(wish(cleared)).toBeUndefined();
  expect(received(zzz, 'bjur').text).toBe('bjur');
  expect(received(typed(zzz, 'zzzz'), '').text).toBe('');
});

test('a word in the address with spaces around it is left there', () => {
  expect(wish(begun(' lön '))).toBeUndefined();
});
