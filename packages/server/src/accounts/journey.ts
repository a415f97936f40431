/** Where a browser stands on its way in. `app` is inside: no journey is left, a session has begun. */
export type Stage = 'code' | 'verified' | 'enrol' | 'totp' | 'password' | 'sign-in-totp' | 'notice' | 'app';

export type JourneyEvent =
  | { readonly type: 'address-given' }
  | { readonly type: 'credentials-given'; readonly isRight: boolean }
  | { readonly type: 'code-entered'; readonly isRight: boolean }
  | { readonly type: 'continued' }
  | { readonly type: 'app-code-entered'; readonly isRight: boolean }
  | { readonly type: 'password-chosen'; readonly isAcceptable: boolean }
  | { readonly type: 'notice-acknowledged' };

/** What is known of the account at the moment of the event, read in the same transaction. */
export interface Facts {
  /** An authenticator app is registered: it is asked for, and no new QR code is ever shown. */
  readonly isEnrolled: boolean;
  /** Invited, or reset by an administrator. */
  readonly mayEnrol: boolean;
  readonly isNoticeCurrent: boolean;
}

export type Effect = 'make-secret' | 'save-credentials' | 'save-acknowledgement' | 'open-session';

export interface Transition {
  readonly stage: Stage;
  readonly effects: readonly Effect[];
}

/**
 * The permitted steps of the account journey, and the only place that knows them.
 * @param stage  null before the journey has begun
 * @returns undefined when the event is out of step: nothing changes then
 * @source reference instruction: e-mail code, authenticator app, password, information, inside; sign-in: password, app code, inside
 */
export function transition(stage: Stage | null, event: JourneyEvent, facts: Facts): Transition | undefined {
  switch (event.type) {
    case 'address-given':
      return to('code');
    case 'credentials-given':
      return event.isRight && facts.isEnrolled ? to('sign-in-totp') : undefined;
    case 'code-entered':
      return stage === 'code' && event.isRight ? to('verified') : undefined;
    case 'continued':
      if (stage === 'verified' && facts.isEnrolled) return to('totp');
      if (stage === 'verified' && facts.mayEnrol) return to('enrol', 'make-secret');
      return stage === 'enrol' && facts.mayEnrol ? to('totp') : undefined;
    case 'app-code-entered':
      if (!event.isRight) return undefined;
      if (stage === 'totp') return to('password');
      return stage === 'sign-in-totp' ? throughNotice([], facts) : undefined;
    case 'password-chosen':
      return stage === 'password' && event.isAcceptable ? throughNotice(['save-credentials'], facts) : undefined;
    case 'notice-acknowledged':
      return stage === 'notice' ? to('app', 'save-acknowledgement', 'open-session') : undefined;
  }
}

const to = (stage: Stage, ...effects: readonly Effect[]): Transition => ({ stage, effects });

/** The information stands before the door: who has not acknowledged the present version reads it first. */
const throughNotice = (effects: readonly Effect[], { isNoticeCurrent }: Facts): Transition =>
  isNoticeCurrent ? to('app', ...effects, 'open-session') : to('notice', ...effects);
