import type { CustomFetch } from 'openid-client';
import type { SignInProvider } from '../../config.ts';
import { ProviderFault } from './fault.ts';

const mostBytes = 262_144;

/**
 * The only way out to a provider: to the hosts that the operator named and by the issuer's scheme, whatever addresses the
 * provider's own documents hold; no redirect is followed, and no answer is read without end.
 * @throws ProviderFault `away`, or `refused` for another host
 */
export function guardedFetch({ issuer, hosts }: Pick<SignInProvider, 'issuer' | 'hosts'>): CustomFetch {
  const { protocol } = new URL(issuer);
  return async (address, options) => {
    const url = new URL(address);
    if (url.protocol !== protocol || !hosts.includes(url.host) || url.username !== '') throw new ProviderFault('refused', 'another-host');
    let response: Response;
    let bytes: Uint8Array<ArrayBuffer>;
    try {
      response = await fetch(url, { ...(options as RequestInit), redirect: 'manual' });
      bytes = await bytesOf(response);
    } catch (error) {
      if (error instanceof ProviderFault) throw error;
      throw new ProviderFault('away', (error as Error).name === 'TimeoutError' ? 'timeout' : 'no-answer');
    }
    if (response.status >= 500) throw new ProviderFault('away', 'status');
    if (response.status >= 300 && response.status < 400) throw new ProviderFault('refused', 'redirect');
    const type = response.headers.get('content-type');
    return new Response(response.status === 204 ? null : bytes, { status: response.status, headers: type ? { 'content-type': type } : {} });
  };
}

async function bytesOf({ body }: Response): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of body ?? []) {
    length += piece.byteLength;
    if (length > mostBytes) throw new ProviderFault('refused', 'too-long');
    pieces.push(piece);
  }
  return Uint8Array.from(Buffer.concat(pieces));
}
