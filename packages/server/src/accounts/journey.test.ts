import fc from 'fast-check';
import { expect, test } from 'vitest';
import { transition, type Facts, type JourneyEvent, type Stage } from './journey.ts';

const event: fc.Arbitrary<JourneyEvent> = fc.oneof(
  fc.constant<JourneyEvent>({ type: 'address-given' }),
  fc.boolean().map((isRight): JourneyEvent => ({ type: 'credentials-given', isRight })),
  fc.boolean().map((isRight): JourneyEvent => ({ type: 'code-entered', isRight })),
  fc.constant<JourneyEvent>({ type: 'continued' }),
  fc.boolean().map((isRight): JourneyEvent => ({ type: 'app-code-entered', isRight })),
  fc.boolean().map((isAcceptable): JourneyEvent => ({ type: 'password-chosen', isAcceptable })),
  fc.constant<JourneyEvent>({ type: 'notice-acknowledged' }),
);
const facts: fc.Arbitrary<Facts> = fc
  .record({ status: fc.constantFrom('active', 'invited', 'reset', 'blocked'), isNoticeCurrent: fc.boolean() })
  .map(({ status, isNoticeCurrent }) => ({
    isEnrolled: status === 'active',
    mayEnrol: status === 'invited' || status === 'reset',
    isNoticeCurrent,
  }));

test('R01: nobody comes inside without the proofs, whatever is asked in whatever order', () => {
  fc.assert(
    fc.property(facts, fc.array(event, { maxLength: 40 }), (known, events) => {
      let stage: Stage | null = null;
      const proofs = new Set<string>();
      for (const one of events) {
        const next = transition(stage, one, known);
        if (!next) continue;
        if (one.type === 'address-given' || one.type === 'credentials-given') proofs.clear();
        if (one.type === 'credentials-given') proofs.add('password');
        if (one.type === 'code-entered') proofs.add('mail');
        if (one.type === 'app-code-entered') proofs.add('app');
        if (one.type === 'password-chosen') proofs.add('new password');
        if (one.type === 'notice-acknowledged') proofs.add('notice');
        if (next.stage === 'app') {
          const bySignIn = proofs.has('password') && proofs.has('app') && known.isEnrolled;
          const byJourney = proofs.has('mail') && proofs.has('app') && proofs.has('new password');
          expect(bySignIn || byJourney).toBe(true);
          expect(known.isNoticeCurrent || proofs.has('notice')).toBe(true);
          return;
        }
        stage = next.stage;
      }
    }),
    { numRuns: 5000 },
  );
});

test('R19: a new key is made only for an account without an app', () => {
  expect.hasAssertions();
  fc.assert(
    fc.property(facts, fc.array(event, { maxLength: 30 }), (known, events) => {
      let stage: Stage | null = null;
      for (const one of events) {
        const next = transition(stage, one, known);
        if (!next) continue;
        if (next.effects.includes('make-secret') || next.stage === 'enrol')
          expect(known).toMatchObject({ isEnrolled: false, mayEnrol: true });
        if (next.stage === 'app') return;
        stage = next.stage;
      }
    }),
    { numRuns: 2000 },
  );
});

test('the two ways in, step by step', () => {
  const invited: Facts = { isEnrolled: false, mayEnrol: true, isNoticeCurrent: false };
  const enrolled: Facts = { isEnrolled: true, mayEnrol: false, isNoticeCurrent: true };
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
      { type: 'notice-acknowledged' },
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
