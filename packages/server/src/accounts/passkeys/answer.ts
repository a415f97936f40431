import type { PasskeyAssertion, PasskeyAttestation } from '@insamling/contract';
import { passkeyAssertion, passkeyAttestation } from '@insamling/contract/schemas';
import type { PageReply } from '../../platform/http/index.ts';

/** The field of a form that holds what a passkey has signed. */
const field = 'svar';

type Form = Readonly<Record<string, string>>;

/** What a passkey signed, as the page's script sent it; undefined for anything of another shape. */
export const assertionIn = (form: Form): PasskeyAssertion | undefined => passkeyAssertion.safeParse(jsonIn(form)).data;

/** A new passkey, as the page's script sent it; undefined for anything of another shape. */
export const attestationIn = (form: Form): PasskeyAttestation | undefined => passkeyAttestation.safeParse(jsonIn(form)).data;

function jsonIn(form: Form): unknown {
  try {
    return JSON.parse(form[field] ?? '');
  } catch {
    return undefined;
  }
}

/** The question for the page's script. */
export const asJson = (question: object): Pick<PageReply, 'body'> => ({
  body: { type: 'application/json; charset=utf-8', content: JSON.stringify(question) },
});
