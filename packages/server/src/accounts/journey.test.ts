import fc from 'fast-check';
import { expect, test } from 'vitest';
import { transition, type Facts, type JourneyEvent, type Stage, type Transition } from './journey.ts';

const anyEvent: fc.Arbitrary<JourneyEvent> = fc.oneof(
  fc.constant<JourneyEvent>({ type: 'address-given' }),
  fc.boolean().map((isRight): JourneyEvent => ({ type: 'credentials-given', isRight })),
  fc.boolean().map((isRight): JourneyEvent => ({ type: 'provider-answered', isRight })),
  fc.boolean().map((isRight): JourneyEvent => ({ type: 'code-entered', isRight })),
  fc.constant<JourneyEvent>({ type: 'continued' }),
  fc.boolean().map((isRight): JourneyEvent => ({ type: 'app-code-entered', isRight })),
  fc.boolean().map((isAcceptable): JourneyEvent => ({ type: 'password-chosen', isAcceptable })),
  fc.constant<JourneyEvent>({ type: 'notice-acknowledged', byPasskey: false }),
  fc.boolean().map((isRight): JourneyEvent => ({ type: 'recovery-code-entered', isRight })),
  fc.constant<JourneyEvent>({ type: 'passkey-asked' }),
  fc.boolean().map((isRight): JourneyEvent => ({ type: 'passkey-used', isRight })),
  fc.constant<JourneyEvent>({ type: 'passkey-added' }),
  fc.boolean().map((isConfirmed): JourneyEvent => ({ type: 'app-change-begun', isConfirmed })),
);
const facts: fc.Arbitrary<Facts> = fc
  .record({
    status: fc.constantFrom('active', 'invited', 'reset', 'blocked'),
    isNoticeCurrent: fc.boolean(),
    hasPasskey: fc.boolean(),
    requiresPasskey: fc.boolean(),
  })
  .map(({ status, ...rest }) => ({ isEnrolled: status === 'active', mayEnrol: status === 'invited' || status === 'reset', ...rest }));

/** What happens to an account by what the steps save, so that the facts of the next step are true. */
function after(known: Facts, { effects }: Transition): Facts {
  if (effects.includes('save-credentials')) return { ...known, isEnrolled: true, mayEnrol: false };
  return effects.includes('save-passkey') ? { ...known, hasPasskey: true } : known;
}

/** What the browser has shown since it began anew. */
type Shown =
  | 'password'
  | 'provider'
  | 'mail'
  | 'app'
  | 'recovery code'
  | 'passkey'
  | 'own passkey'
  | 'new password'
  | 'notice'
  | 'confirmed';
const shownBy: Readonly<Partial<Record<JourneyEvent['type'], Shown>>> = {
  'credentials-given': 'password',
  'provider-answered': 'provider',
  'code-entered': 'mail',
  'app-code-entered': 'app',
  'recovery-code-entered': 'recovery code',
  'passkey-used': 'passkey',
  'passkey-added': 'own passkey',
  'password-chosen': 'new password',
  'notice-acknowledged': 'notice',
  'app-change-begun': 'confirmed',
};
const beginnings: readonly JourneyEvent['type'][] = [
  'address-given',
  'credentials-given',
  'provider-answered',
  'passkey-asked',
  'app-change-begun',
];

/** Walks whatever way the events lead; `enter` is called when a session is opened, `arrive` at every step. */
function wander(
  known: Facts,
  events: readonly JourneyEvent[],
  enter: (shown: ReadonlySet<Shown>, known: Facts) => void,
  arrive: (next: Transition, event: JourneyEvent, shown: ReadonlySet<Shown>, known: Facts) => void = () => undefined,
): void {
  let stage: Stage | null = null;
  let now = known;
  const shown = new Set<Shown>();
  for (const asked of events) {
    const byPasskey = shown.has('passkey') || shown.has('own passkey');
    const event: JourneyEvent = asked.type === 'notice-acknowledged' ? { ...asked, byPasskey } : asked;
    const next = transition(stage, event, now);
    if (!next) continue;
    if (beginnings.includes(event.type)) shown.clear();
    const proof = shownBy[event.type];
    if (proof) shown.add(proof);
    arrive(next, event, shown, now);
    now = after(now, next);
    if (next.effects.includes('open-session')) enter(shown, now);
    if (next.stage === 'app') return;
    stage = next.stage;
  }
}

test('R01, R02, R42: nobody comes inside without the proofs, whatever is asked in whatever order, and all ways in are listed here', () => {
  fc.assert(
    fc.property(facts, fc.array(anyEvent, { maxLength: 40 }), (known, events) => {
      wander(known, events, (shown, now) => {
        const has = (...all: readonly Shown[]) => all.every((one) => shown.has(one));
        const ways = {
          'password and app': has('password', 'app'),
          'password and recovery code': has('password', 'recovery code'),
          'password and passkey': has('password', 'passkey'),
          'passkey that knows the person': has('passkey'),
          'a provider that is tied to the account': has('provider'),
          'mail, app and a new password': has('mail', 'app', 'new password'),
        };
        expect(Object.values(ways).some(Boolean)).toBe(true);
        expect(now.isEnrolled).toBe(true);
        expect(now.isNoticeCurrent || has('notice')).toBe(true);
        // A recovery code never stands beside the mailbox in the place of the password.
        if (has('recovery code')) expect(has('password')).toBe(true);
        if (now.requiresPasskey) expect(has('passkey') || has('own passkey')).toBe(true);
      });
    }),
    { numRuns: 10_000 },
  );
});

test('who reads the information while an organisation begins to ask for passkeys shows or makes one before coming in', () => {
  const reading: Facts = { isEnrolled: true, mayEnrol: false, isNoticeCurrent: true, hasPasskey: true, requiresPasskey: true };
  const acknowledged = (known: Facts, byPasskey: boolean) => transition('notice', { type: 'notice-acknowledged', byPasskey }, known);
  expect(acknowledged(reading, false)).toEqual({ stage: 'sign-in-passkey', effects: ['save-acknowledgement'] });
  expect(acknowledged({ ...reading, hasPasskey: false }, false)).toEqual({ stage: 'add-passkey', effects: ['save-acknowledgement'] });
  expect(acknowledged(reading, true)).toEqual({ stage: 'app', effects: ['save-acknowledgement', 'open-session'] });
});

test('who has a passkey and acts for an organisation that asks for one never makes another on the way in', () => {
  expect.hasAssertions();
  fc.assert(
    fc.property(facts, fc.array(anyEvent, { maxLength: 40 }), (known, events) => {
      wander(
        known,
        events,
        () => undefined,
        (next, _event, _shown, now) => {
          if (next.stage === 'add-passkey') expect(now).toMatchObject({ requiresPasskey: true, hasPasskey: false });
          if (next.stage === 'sign-in-passkey') expect(now).toMatchObject({ requiresPasskey: true, hasPasskey: true });
        },
      );
    }),
    { numRuns: 3000 },
  );
});

test('R19: a new key is made only for an account without an app, or by who is inside and has proved anew who they are', () => {
  expect.hasAssertions();
  fc.assert(
    fc.property(facts, fc.array(anyEvent, { maxLength: 30 }), (known, events) => {
      wander(
        known,
        events,
        () => undefined,
        (next, one, shown, now) => {
          const makesKey = next.effects.includes('make-secret') || next.stage === 'enrol' || next.stage === 'new-app';
          if (makesKey && one.type !== 'app-change-begun') expect(now).toMatchObject({ isEnrolled: false, mayEnrol: true });
          if (one.type === 'app-change-begun') expect([one.isConfirmed, now.isEnrolled]).toEqual([true, true]);
          if (next.effects.includes('save-app')) expect([...shown].toSorted()).toEqual(['app', 'confirmed']);
        },
      );
    }),
    { numRuns: 5000 },
  );
});

test('the two ways in, step by step', () => {
  const passkeys = { hasPasskey: false, requiresPasskey: false };
  const invited: Facts = { isEnrolled: false, mayEnrol: true, isNoticeCurrent: false, ...passkeys };
  const enrolled: Facts = { isEnrolled: true, mayEnrol: false, isNoticeCurrent: true, ...passkeys };
  const walk = (known: Facts, ...events: readonly JourneyEvent[]) =>
    events.reduce<Stage[]>(
      (stages, one) => [...stages, transition(stages.at(-1) ?? null, one, known)?.stage ?? (stages.at(-1) as Stage)],
      [],
    );
  expect(
    walk(
      invited,
      { type: 'address-given' },
      { type: 'code-entered', isRight: true },
      { type: 'continued' },
      { type: 'continued' },
      { type: 'app-code-entered', isRight: true },
      { type: 'password-chosen', isAcceptable: true },
      { type: 'notice-acknowledged', byPasskey: false },
    ),
  ).toEqual(['code', 'verified', 'enrol', 'totp', 'password', 'notice', 'app']);
  expect(walk(enrolled, { type: 'credentials-given', isRight: true }, { type: 'app-code-entered', isRight: true })).toEqual([
    'sign-in-totp',
    'app',
  ]);
  expect(
    walk(
      enrolled,
      { type: 'address-given' },
      { type: 'code-entered', isRight: true },
      { type: 'continued' },
      { type: 'app-code-entered', isRight: true },
    ),
  ).toEqual(['code', 'verified', 'totp', 'password']);
});

test('the ways beside them, step by step', () => {
  const person: Facts = { isEnrolled: true, mayEnrol: false, isNoticeCurrent: true, hasPasskey: true, requiresPasskey: false };
  const stages = (known: Facts, ...events: readonly JourneyEvent[]) => {
    const seen: (Stage | undefined)[] = [];
    for (const one of events) seen.push(transition(seen.at(-1) ?? null, one, known)?.stage);
    return seen;
  };
  const right = { isRight: true } as const;
  expect(stages(person, { type: 'passkey-asked' }, { type: 'passkey-used', ...right })).toEqual(['passkey', 'app']);
  expect(stages(person, { type: 'credentials-given', ...right }, { type: 'passkey-used', ...right })).toEqual(['sign-in-totp', 'app']);
  expect(stages(person, { type: 'credentials-given', ...right }, { type: 'recovery-code-entered', ...right })).toEqual([
    'sign-in-totp',
    'app',
  ]);
  const strict = { ...person, requiresPasskey: true };
  expect(stages(strict, { type: 'credentials-given', ...right }, { type: 'app-code-entered', ...right })).toEqual([
    'sign-in-passkey',
    undefined,
  ]);
  const first = { ...strict, hasPasskey: false };
  expect(stages(first, { type: 'credentials-given', ...right }, { type: 'app-code-entered', ...right }, { type: 'passkey-added' })).toEqual(
    ['sign-in-totp', 'add-passkey', 'app'],
  );
});
