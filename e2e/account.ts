import jsQR from 'jsqr';
import { generateSync } from 'otplib';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { expect } from 'vitest';
import type { RunningPortal } from './running-portal.ts';

/** What a person remembers (and the app on the phone). */
export interface Credentials {
  readonly email: string;
  readonly password: string;
  /** Base32 key in the authenticator app. */
  readonly key: string;
}

/** The six digits the app shows at a time. */
export const appCode = (key: string, at: Date): string => generateSync({ secret: key, epoch: Math.floor(at.getTime() / 1000) });

// The package is of the old kind: its types name an export that Node does not see.
const decode = jsQR as unknown as typeof jsQR.default;

/** Reads the QR code off the screen, as a phone would. */
export async function scanQr(page: Page): Promise<URL> {
  const picture = PNG.sync.read(await page.getByRole('img', { name: 'QR-kod för autentiseringsappen' }).screenshot());
  const found = decode(new Uint8ClampedArray(picture.data), picture.width, picture.height);
  expect(found, 'a QR code that can be read').not.toBeNull();
  return new URL(found!.data);
}

/** The six digits of the newest code letter. */
export const codeIn = (text: string): string => /\b(\d{6})\b/.exec(text)?.[1] ?? '';

/**
 * The whole way from the letter of invitation to the first page inside, as a person walks it.
 * `look` is called on every page.
 */
export async function acceptInvitation(
  page: Page,
  portal: RunningPortal,
  email: string,
  password: string,
  look: (name: string) => Promise<void> = async () => undefined,
): Promise<Credentials> {
  await page.goto('/logga-in');
  await look('logga-in');
  await page.getByRole('link', { name: 'Har du fått en inbjudan eller har du glömt ditt lösenord?' }).click();
  await proveAddress(page, portal, email, look);
  const address = await scanQr(page);
  expect(address.protocol).toBe('otpauth:');
  const key = address.searchParams.get('secret') ?? '';
  await look('konto-app');
  await page.getByRole('button', { name: /^(Vidare|Fortsätt)$/ }).click();
  await page.getByLabel('Ange koden').fill(appCode(key, portal.now()));
  await look('konto-appkod');
  await page.getByRole('button', { name: 'Verifiera' }).click();
  await page.getByLabel('Nytt lösenord', { exact: false }).first().fill(password);
  await page.getByLabel('Bekräfta nytt lösenord').fill(password);
  await look('konto-losenord');
  await page.getByRole('button', { name: 'Fortsätt' }).click();
  await page.getByRole('heading', { level: 1, name: 'Information om personuppgiftsbehandling' }).waitFor();
  await look('konto-information');
  await page.getByRole('button', { name: 'OK' }).click();
  return { email, password, key };
}

/** Letters come in any order: an invitation may arrive after the code that was asked for. */
const codeSubject = 'Verifiera din e-postadress';
export const codeLettersTo = async (portal: RunningPortal, email: string): Promise<number> =>
  (await portal.lettersTo(email)).filter(({ subject }) => subject === codeSubject).length;
export const nextCodeLetterTo = (portal: RunningPortal, email: string, alreadySeen: number) =>
  portal.nextLetterTo(email, alreadySeen, codeSubject);

/** Asks for a code by mail, reads it in the inbox and enters it; ends on the page after «Fortsätt». */
export async function proveAddress(
  page: Page,
  portal: RunningPortal,
  email: string,
  look: (name: string) => Promise<void> = async () => undefined,
): Promise<void> {
  const seen = await codeLettersTo(portal, email);
  await look('konto-epost');
  await page.getByLabel('E-post').fill(email);
  await page.getByRole('button', { name: 'Skicka verifieringskod' }).click();
  const letter = await nextCodeLetterTo(portal, email, seen);
  await look('konto-kod');
  await page.getByLabel('Verifieringskod').fill(codeIn(letter.text));
  await page.getByRole('button', { name: 'Verifiera koden' }).click();
  await page.getByText('E-postadressen har verifierats. Du kan fortsätta nu.').waitFor();
  await look('konto-verifierad');
  await page.getByRole('button', { name: 'Fortsätt' }).click();
}

/** Answers «Bekräfta att det är du» with the code that comes next; one that was used already is refused. */
export async function confirmWithCode(page: Page, portal: RunningPortal, { key }: Credentials): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Bekräfta att det är du' });
  await dialog.waitFor();
  await portal.wait(30);
  await dialog.getByLabel('Kod från appen').fill(appCode(key, portal.now()));
  await dialog.getByRole('button', { name: 'Bekräfta' }).click();
}

/** Signs in with password and app. The app's code is accepted once: `portal.wait` half a minute in between. */
export async function signIn(page: Page, portal: RunningPortal, { email, password, key }: Credentials): Promise<void> {
  await page.goto('/logga-in');
  await page.getByLabel('E-postadress').fill(email);
  await page.getByLabel('Lösenord').fill(password);
  await page.getByRole('button', { name: 'Logga in', exact: true }).click();
  await page.getByLabel('Ange koden').fill(appCode(key, portal.now()));
  await page.getByRole('button', { name: 'Verifiera' }).click();
}
