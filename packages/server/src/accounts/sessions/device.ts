import type { Reader, Writer } from '../../platform/db/index.ts';
import type { PageCookie } from '../../platform/http/index.ts';
import type { KeyRing } from '../../platform/keys.ts';
import { addressMac } from '../address-mac.ts';
import { isKnownDevice } from '../reader.ts';
import { deviceCookie, hashOf, newToken } from '../token.ts';
import { forgetOldestDevices, insertDevice, renewDevice } from './writer.ts';

type Cookies = Readonly<Record<string, string | undefined>>;

/** The browser keeps the cookie this long (400 days, the most that browsers allow), and so do we. */
export const deviceDays = 400;
/** An account is known from at most so many browsers; the one not used for longest is forgotten. */
const mostDevices = 20;

/**
 * Remembers that the account has been signed in from this browser. Its token is replaced at every sign-in, so that a copy of it is
 * worth something until then only; other accounts that use the same browser follow to the new one.
 */
export async function rememberDevice(
  db: Writer,
  accountId: string,
  cookies: Cookies,
  now: Date,
): Promise<{ readonly isNew: boolean; readonly cookie: PageCookie }> {
  const token = newToken();
  const brought = cookies[deviceCookie];
  const [, { isNew, others }] = await Promise.all([
    brought && renewDevice(db, hashOf(brought), token.hash),
    insertDevice(db, token.hash, accountId, now),
  ]);
  if (others >= mostDevices) await forgetOldestDevices(db, accountId, mostDevices);
  return { isNew, cookie: { name: deviceCookie, value: token.value, maxAgeSeconds: deviceDays * 86_400 } };
}

/**
 * What tries and code mails for an address are counted under: a browser that somebody with the address has signed in from has a count
 * of its own, so that nobody else can use it up. Whether the question is put depends on the browser alone, not on whether anybody has
 * the address.
 */
export async function countedUnder(db: Reader, keys: KeyRing, cookies: Cookies, address: string): Promise<Buffer> {
  const brought = cookies[deviceCookie];
  const tokenHash = hashOf(brought ?? '');
  return brought && (await isKnownDevice(db, tokenHash, address))
    ? keys.mac('code', `device ${tokenHash.toString('hex')} ${address}`)
    : addressMac(keys, address);
}
