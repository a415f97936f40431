import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { inviteAccount } from '../accounts/index.ts';
import { appCode, goodPassword, openBrowser, walkTo, type Browser } from './browser.ts';
import { browserHeaders, type Portal } from './portal.ts';

/** Somebody who has walked the whole way in: a real password, a real app, and the browser it was done in. */
export interface Owner {
  readonly email: string;
  readonly key: string;
  readonly browser: Browser;
}

/** The code of this half-minute is spent afterwards; the clock has moved on a minute. */
export async function newOwner(portal: Portal, userAgent?: string): Promise<Owner> {
  const email = `owner-${randomUUID().slice(0, 8)}@example.se`;
  const { services, clock } = portal;
  await services.database.transaction({}, (db) =>
    inviteAccount(db, services, clock.now(), { email, name: 'Test Testsson', invitedBy: null }),
  );
  const browser = openBrowser(portal, userAgent);
  const key = await walkTo(portal, browser, email, 'app');
  clock.advance(60);
  return { email, key, browser };
}

export const givePassword = (browser: Browser, email: string, losenord: string = goodPassword) =>
  browser.post('/logga-in', { epost: email, losenord });

/** Signs in with password and app. The clock has moved on a minute. */
export async function signInWith(
  portal: Portal,
  { email, key }: Owner,
  browser: Browser,
  password: string = goodPassword,
): Promise<Browser> {
  expect((await givePassword(browser, email, password)).to).toBe('/logga-in/kod');
  expect((await browser.post('/logga-in/kod', { kod: appCode(portal, key) })).status).toBe(303);
  portal.clock.advance(60);
  return browser;
}

/** The cookies of a browser as a header. */
export const cookieOf = (browser: Browser): string => [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');

/** Proves with the code the app shows now who acts, and keeps the new token. */
export async function confirmIn(portal: Portal, { key }: Owner, browser: Browser, purpose = ''): Promise<void> {
  const answer = await portal.app.inject({
    method: 'POST',
    url: '/api/me/step-up',
    headers: { ...browserHeaders, cookie: cookieOf(browser), 'content-type': 'application/json' },
    payload: { purpose, code: appCode(portal, key) },
  });
  expect(answer.json()).toEqual({ outcome: 'confirmed', minutes: null });
  browser.cookies.set('__Host-session', /__Host-session=([^;]+)/.exec(String(answer.headers['set-cookie']))![1]!);
  portal.clock.advance(60);
}
