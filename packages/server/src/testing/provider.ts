import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import OidcProvider from 'oidc-provider';

/** A sign-in provider of one's own on this machine: a real one, in which nobody has to type anything. */
export interface TestProvider {
  readonly id: string;
  readonly issuer: string;
  /** Entry for the file of OIDC_PROVIDERS. */
  readonly entry: Readonly<Record<string, unknown>>;
  /** Who signs in at the next visit, how, and when (seconds since 1970). */
  readonly next: { subject: string; acr: string | undefined; isDenying: boolean; signedInAt: number | undefined };
  /** Which portal it serves from now on; at first the one of the tests that ask by `inject`. */
  serve(portalUrl: string): void;
  /** Goes where the portal sent the browser, and on to where the provider sends it back. @returns path on the portal, with the answer */
  visit(address: string): Promise<string>;
  /** Answers a path of the provider's in another way; undefined for as usual. */
  readonly instead: Map<string, (response: ServerResponse) => void>;
  /** Paths asked for so far. */
  readonly asked: string[];
  close(): Promise<void>;
}

export const twoFactors = 'http://id.example.se/loa3';
/** Some providers tell more than they were asked for. */
export const neverAskedFor = '198001019876';

export async function startProvider(id: string, more: Readonly<Record<string, unknown>> = {}): Promise<TestProvider> {
  const folder = await mkdtemp(join(tmpdir(), 'provider-'));
  const client = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  await writeFile(join(folder, 'key.jwk.json'), JSON.stringify({ ...client.privateKey.export({ format: 'jwk' }), kid: 'portal-1' }));
  const own = generateKeyPairSync('rsa', { modulusLength: 2048 });

  const next: TestProvider['next'] = { subject: 'nobody', acr: twoFactors, isDenying: false, signedInAt: undefined };
  const instead: TestProvider['instead'] = new Map();
  const asked: string[] = [];
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  function providerFor(portalUrl: string) {
    const provider = new OidcProvider(issuer, {
      clients: [
        {
          client_id: 'personalstatistik',
          redirect_uris: [`${portalUrl}/logga-in/organisation/${id}/svar`],
          response_types: ['code'],
          grant_types: ['authorization_code'],
          token_endpoint_auth_method: 'private_key_jwt',
          jwks: { keys: [{ ...client.publicKey.export({ format: 'jwk' }), kid: 'portal-1', use: 'sig' }] },
        },
      ],
      jwks: { keys: [{ ...own.privateKey.export({ format: 'jwk' }), kid: 'provider-1', use: 'sig', alg: 'RS256' }] },
      adapter: shelf(),
      cookies: { keys: [randomBytes(32).toString('hex')] },
      features: { devInteractions: { enabled: false } },
      acrValues: [twoFactors, 'http://id.example.se/loa2'],
      conformIdTokenClaims: false,
      claims: { openid: ['sub', 'https://id.oidc.se/claim/personalIdentityNumber'], acr: null, auth_time: null },
      clientAuthMethods: ['private_key_jwt'],
      pkce: { required: () => true },
      ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 60, IdToken: 600, AuthorizationCode: 60 },
      findAccount: async (_context: unknown, accountId: string) => ({
        accountId,
        claims: async () => ({ sub: accountId, 'https://id.oidc.se/claim/personalIdentityNumber': neverAskedFor }),
      }),
      interactions: { url: async (_context: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
      async loadExistingGrant({ oidc }: { oidc: { session: { accountId: string }; client: { clientId: string } } }) {
        const grant = new provider.Grant({ accountId: oidc.session.accountId, clientId: oidc.client.clientId });
        grant.addOIDCScope('openid');
        await grant.save();
        return grant;
      },
    });
    return { provider, usual: provider.callback() };
  }
  const open = (portalUrl: string) => ({ portalUrl, ...providerFor(portalUrl) });
  let current = open('http://localhost:3000');

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url?.split('?')[0] ?? '/';
    asked.push(path);
    const other = instead.get(path);
    if (other) return other(response);
    if (!path.startsWith('/interaction/')) return current.usual(request, response);
    const { subject, acr, isDenying, signedInAt } = next;
    const result = isDenying
      ? { error: 'access_denied', error_description: 'nej' }
      : { login: { accountId: subject, acr, ts: signedInAt, remember: false } };
    return current.provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  }

  return {
    id,
    issuer,
    entry: {
      id,
      name: `Leverantör ${id.toUpperCase()}`,
      issuer,
      clientId: 'personalstatistik',
      privateKeyFile: join(folder, 'key.jwk.json'),
      acr: [twoFactors],
      ...more,
    },
    next,
    instead,
    asked,
    serve: (portalUrl) => void (current = open(portalUrl)),
    async visit(address) {
      const jar = new Map<string, string>();
      for (let at = new URL(address), hops = 0; hops < 10; hops += 1) {
        if (at.origin === current.portalUrl) return at.pathname + at.search;
        const response = await fetch(at, {
          redirect: 'manual',
          headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
        });
        for (const line of response.headers.getSetCookie()) {
          const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
          jar.set(name, value);
        }
        const to = response.headers.get('location');
        if (!to) throw new Error(`the provider answered ${response.status}: ${(await response.text()).slice(0, 2000)}`);
        at = new URL(to, at);
      }
      throw new Error('the provider sent the browser round and round');
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Where the provider keeps what it has given out; in its own way it would warn at every start. */
function shelf() {
  const kept = new Map<string, Record<string, unknown>>();
  return (model: string) => {
    const place = (id: string) => `${model}:${id}`;
    return {
      upsert: async (id: string, payload: Record<string, unknown>) => void kept.set(place(id), payload),
      find: async (id: string) => kept.get(place(id)),
      findByUid: async (uid: string) => [...kept].find(([key, { uid: of }]) => key.startsWith(`${model}:`) && of === uid)?.[1],
      consume: async (id: string) => void kept.set(place(id), { ...kept.get(place(id)), consumed: Math.floor(Date.now() / 1000) }),
      destroy: async (id: string) => void kept.delete(place(id)),
      revokeByGrantId: async (grantId: string) => {
        for (const [key, { grantId: of }] of kept) if (of === grantId) kept.delete(key);
      },
    };
  };
}

/** Writes the file that OIDC_PROVIDERS names. @returns its path */
export async function providersFile(...providers: readonly Pick<TestProvider, 'entry'>[]): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'providers-')), 'providers.json');
  await writeFile(path, JSON.stringify({ providers: providers.map(({ entry }) => entry) }));
  return path;
}
