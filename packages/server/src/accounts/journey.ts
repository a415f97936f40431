/**
 * Where a browser stands on its way in, or on its way to another app. `app` is inside: no journey is left. `passkey`: asked who the
 * person is; `sign-in-passkey`: only a passkey leads on; `add-passkey`: the organisation asks for one and the person has none.
 */
export type Stage =
  | 'code'
  | 'verified'
  | 'enrol'
  | 'totp'
  | 'password'
  | 'sign-in-totp'
  | 'passkey'
  | 'sign-in-passkey'
  | 'add-passkey'
  | 'notice'
  | 'new-app'
  | 'new-app-code'
  | 'app';
/** On the way; the others have a row. */
export type OpenStage = Exclude<Stage, 'app'>;

export type JourneyEvent =
  | { readonly type: 'address-given' }
  | { readonly type: 'credentials-given'; readonly isRight: boolean }
  /** A provider that counts as both factors has said who it is; right when that is an account's own, and the account may use it. */
  | { readonly type: 'provider-answered'; readonly isRight: boolean }
  | { readonly type: 'code-entered'; readonly isRight: boolean }
  | { readonly type: 'continued' }
  | { readonly type: 'app-code-entered'; readonly isRight: boolean }
  | { readonly type: 'recovery-code-entered'; readonly isRight: boolean }
  | { readonly type: 'passkey-asked' }
  | { readonly type: 'passkey-used'; readonly isRight: boolean }
  | { readonly type: 'passkey-added' }
  /** From inside, by who has just proved anew who they are. */
  | { readonly type: 'app-change-begun'; readonly isConfirmed: boolean }
  | { readonly type: 'password-chosen'; readonly isAcceptable: boolean }
  /** `byPasskey`: a passkey was shown or made on this way in. */
  | { readonly type: 'notice-acknowledged'; readonly byPasskey: boolean };

/** What is known of the account at the moment of the event, read in the same transaction. */
export interface Facts {
  /** An authenticator app is registered: it is asked for, and no new QR code is ever shown. */
  readonly isEnrolled: boolean;
  /** Invited, or reset by an administrator. */
  readonly mayEnrol: boolean;
  readonly isNoticeCurrent: boolean;
  readonly hasPasskey: boolean;
  /** An organisation of the person's lets people in with a passkey only. */
  readonly requiresPasskey: boolean;
}

export type Effect = 'make-secret' | 'save-credentials' | 'save-passkey' | 'save-app' | 'save-acknowledgement' | 'open-session';

export interface Transition {
  readonly stage: Stage;
  readonly effects: readonly Effect[];
}

/**
 * The permitted steps of the account journey, and the only place that knows them. What a provider answers stands in the place
 * of password and app code, and of nothing else.
 * @param stage  null before the journey has begun
 * @returns undefined when the event is out of step: nothing changes then
 * @source reference instruction: e-mail code, authenticator app, password, information, inside; sign-in: password, app code, inside.
 *         Beside it: a passkey alone, a passkey or a recovery code in the place of the app code, and another app for the old one
 */
export function transition(stage: Stage | null, event: JourneyEvent, facts: Facts): Transition | undefined {
  switch (event.type) {
    case 'address-given':
      return to('code');
    case 'credentials-given':
      if (!event.isRight || !facts.isEnrolled) return undefined;
      return to(facts.requiresPasskey && facts.hasPasskey ? 'sign-in-passkey' : 'sign-in-totp');
    case 'provider-answered':
      return stage === null && event.isRight && facts.isEnrolled && !facts.requiresPasskey ? throughNotice([], facts) : undefined;
    case 'passkey-asked':
      return to('passkey');
    case 'code-entered':
      return stage === 'code' && event.isRight ? to('verified') : undefined;
    case 'continued':
      if (stage === 'verified' && facts.isEnrolled) return to('totp');
      if (stage === 'verified' && facts.mayEnrol) return to('enrol', 'make-secret');
      if (stage === 'new-app' && facts.isEnrolled) return to('new-app-code');
      return stage === 'enrol' && facts.mayEnrol ? to('totp') : undefined;
    case 'app-code-entered':
      if (!event.isRight) return undefined;
      if (stage === 'totp') return to('password');
      if (stage === 'new-app-code' && facts.isEnrolled) return to('app', 'save-app');
      return stage === 'sign-in-totp' ? pastPasskey([], facts) : undefined;
    case 'recovery-code-entered':
      return stage === 'sign-in-totp' && event.isRight ? pastPasskey([], facts) : undefined;
    case 'passkey-used': {
      const mayUse = stage === 'passkey' || stage === 'sign-in-passkey' || stage === 'sign-in-totp';
      return mayUse && event.isRight && facts.isEnrolled ? throughNotice([], facts) : undefined;
    }
    case 'passkey-added':
      return stage === 'add-passkey' && facts.isEnrolled ? throughNotice(['save-passkey'], facts) : undefined;
    case 'password-chosen':
      return stage === 'password' && event.isAcceptable ? pastPasskey(['save-credentials'], facts) : undefined;
    case 'app-change-begun':
      return event.isConfirmed && facts.isEnrolled ? to('new-app', 'make-secret') : undefined;
    case 'notice-acknowledged':
      if (stage !== 'notice') return undefined;
      // The organisation may have begun to ask for passkeys while the person was reading.
      if (facts.requiresPasskey && !event.byPasskey) return pastPasskey(['save-acknowledgement'], facts);
      return to('app', 'save-acknowledgement', 'open-session');
  }
}

const to = (stage: Stage, ...effects: readonly Effect[]): Transition => ({ stage, effects });

/** Who has shown no passkey shows one now, or makes one, where an organisation asks for it. */
function pastPasskey(effects: readonly Effect[], facts: Facts): Transition {
  if (facts.requiresPasskey) return to(facts.hasPasskey ? 'sign-in-passkey' : 'add-passkey', ...effects);
  return throughNotice(effects, facts);
}

/** The information stands before the door: who has not acknowledged the present version reads it first. */
const throughNotice = (effects: readonly Effect[], { isNoticeCurrent }: Facts): Transition =>
  isNoticeCurrent ? to('app', ...effects, 'open-session') : to('notice', ...effects);
