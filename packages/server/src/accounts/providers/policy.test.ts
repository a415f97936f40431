import { expect, test } from 'vitest';
import { mayUseProvider, type Standing } from './policy.ts';

const broker = { id: 'broker', isForCollectingStaff: false };
const forStaff = { ...broker, isForCollectingStaff: true };
const chose = (provider: string | null, requiresPasskey = false) => ({ provider, requiresPasskey });
const of = (...organisations: Standing['organisations']): Standing => ({ isCollecting: false, organisations });

test.each([
  ['its one organisation has chosen it', broker, of(chose('broker')), true],
  ['the organisation has chosen another', broker, of(chose('other')), false],
  ['the organisation has chosen none', broker, of(chose(null)), false],
  ['only one of two organisations has chosen it', broker, of(chose('broker'), chose(null)), false],
  ['both have', broker, of(chose('broker'), chose('broker')), true],
  ['one of them demands a passkey', broker, of(chose('broker'), chose('broker', true)), false],
  ['a person acts for nobody', broker, of(), false],
  ['a person of the collecting side', broker, { isCollecting: true, organisations: [] }, false],
  ['the same, where the operator has said so', forStaff, { isCollecting: true, organisations: [] }, true],
  ['the same, also acting for one that has not chosen it', forStaff, { isCollecting: true, organisations: [chose(null)] }, false],
])('R02: %s', (_, provider, standing, may) => {
  expect(mayUseProvider(provider, standing)).toBe(may);
});
