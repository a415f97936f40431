import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  PrivateKeyJwt,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  type Configuration,
} from 'openid-client';
import type { SignInProvider } from '../../config.ts';
import type { Clock } from '../clock.ts';
import { faultOf, ProviderFault } from './fault.ts';
import { guardedFetch } from './guarded-fetch.ts';

/** What belongs to one visit to a provider; kept in the database while the browser is away, and used once. */
export interface Departure {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

interface Visit {
  /** Our address that the provider answers to; one for each provider, so that an answer cannot come from another. */
  readonly redirectUri: string;
  /** The person has to sign in anew there, however lately it was done. */
  readonly isStepUp: boolean;
}

/** Our half of OpenID Connect: code flow with PKCE, the client shown by a signed assertion, nothing asked for but who it is. */
export interface RelyingParty {
  readonly providers: readonly SignInProvider[];
  find(id: string | undefined): SignInProvider | undefined;
  /** @throws ProviderFault */
  addressOf(provider: SignInProvider, visit: Visit, departure: Departure): Promise<string>;
  /**
   * Exchanges the answer for a subject, once everything about it is as it was asked for.
   * @param query  as it came with the browser
   * @throws ProviderFault
   */
  subjectOf(
    provider: SignInProvider,
    visit: Visit & { readonly secondsAgo: number },
    departure: Departure,
    query: Readonly<Record<string, string>>,
  ): Promise<string>;
}

export const newDeparture = (): Departure => ({ state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() });

const timeoutSeconds = 5;
/** How long what a provider says of itself is believed without asking again. */
const metadataLife = 3_600_000;

export function relyingParty(providers: readonly SignInProvider[], clock: Clock): RelyingParty {
  const remembered = new Map<string, { readonly at: number; readonly client: Promise<Configuration> }>();

  /** One question at a time to a provider, however many wait for it; that it was not there is not remembered. */
  function clientOf(provider: SignInProvider): Promise<Configuration> {
    const now = clock.now().getTime();
    const known = remembered.get(provider.id);
    if (known && Math.abs(now - known.at) < metadataLife) return known.client;
    const asked = { at: now, client: discover(provider) };
    remembered.set(provider.id, asked);
    asked.client.catch(() => remembered.get(provider.id) === asked && remembered.delete(provider.id));
    return asked.client;
  }

  return {
    providers,
    find: (id) => providers.find((provider) => provider.id === id),
    async addressOf(provider, { redirectUri, isStepUp }, { state, nonce, verifier }) {
      try {
        return buildAuthorizationUrl(await clientOf(provider), {
          redirect_uri: redirectUri,
          scope: provider.scopes.join(' '),
          acr_values: (isStepUp ? provider.stepUpAcr : provider.acr).join(' '),
          state,
          nonce,
          code_challenge: await calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
          ui_locales: 'sv',
          ...(isStepUp ? { max_age: '0' } : {}),
        }).href;
      } catch (error) {
        throw faultOf(error);
      }
    },
    async subjectOf(provider, { redirectUri, isStepUp, secondsAgo }, { state, nonce, verifier }, query) {
      const answer = new URL(redirectUri);
      for (const [name, value] of Object.entries(query)) answer.searchParams.set(name, value);
      let claims;
      try {
        const tokens = await authorizationCodeGrant(await clientOf(provider), answer, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
          // The sign-in there must be younger than the visit; how long the person took on the way does not count.
          ...(isStepUp ? { maxAge: Math.max(0, Math.ceil(secondsAgo)) } : {}),
        });
        claims = tokens.claims();
      } catch (error) {
        throw faultOf(error);
      }
      const accepted = isStepUp ? provider.stepUpAcr : provider.acr;
      if (typeof claims?.acr !== 'string' || !accepted.includes(claims.acr)) throw new ProviderFault('refused', 'acr');
      if (claims.sub.length > 255) throw new ProviderFault('refused', 'subject');
      return claims.sub;
    },
  };
}

async function discover(provider: SignInProvider): Promise<Configuration> {
  const isPlain = provider.issuer.startsWith('http:'); // this machine's own, and never in production: the configuration sees to it
  const client = await discovery(
    new URL(provider.issuer),
    provider.clientId,
    {},
    PrivateKeyJwt({ key: signingKey(provider), ...(provider.keyId ? { kid: provider.keyId } : {}) }),
    {
      algorithm: 'oidc',
      timeout: timeoutSeconds,
      [customFetch]: guardedFetch(provider),
      // The signature of what comes back is checked as well, and not only the line it came by.
      execute: [enableNonRepudiationChecks, ...(isPlain ? [allowInsecureRequests] : [])],
    },
  );
  const said = client.serverMetadata();
  if (said.issuer !== provider.issuer) throw new ProviderFault('refused', 'another-issuer');
  if (!said.authorization_endpoint || !isAmong(provider, said.authorization_endpoint)) throw new ProviderFault('refused', 'another-host');
  if (said.code_challenge_methods_supported?.includes('S256') === false) throw new ProviderFault('refused', 'no-pkce');
  return client;
}

/** The browser is not sent to other hosts either. */
const isAmong = ({ issuer, hosts }: SignInProvider, address: string): boolean =>
  URL.canParse(address) && hosts.includes(new URL(address).host) && new URL(address).protocol === new URL(issuer).protocol;

const algorithms = {
  ES256: { name: 'ECDSA', namedCurve: 'P-256' },
  ES384: { name: 'ECDSA', namedCurve: 'P-384' },
  EdDSA: { name: 'Ed25519' },
  RS256: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
  PS256: { name: 'RSA-PSS', hash: 'SHA-256' },
} as const;

/** Node's type of a key and the library's differ in the names of uses that neither has here. */
type ClientKey = Extract<Parameters<typeof PrivateKeyJwt>[0], { readonly key: unknown }>['key'];

const signingKey = ({ key, algorithm }: SignInProvider) => key.toCryptoKey(algorithms[algorithm], false, ['sign']) as ClientKey;
