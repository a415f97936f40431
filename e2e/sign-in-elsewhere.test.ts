import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { providersFile, startProvider, type TestProvider } from '../packages/server/src/testing/provider.ts';
import { acceptInvitation, confirmWithCode, type Credentials } from './account.ts';
import { inspectPage, openBrowser, openWindow, pictureFailures } from './browser.ts';
import { startDemonstration } from './first-start.ts';
import type { RunningPortal } from './running-portal.ts';

/** An organisation lets its people sign in as they do at work: decided, tied to an account, used, used as a proof, and removed. */
let provider: TestProvider;
let portal: RunningPortal;
let browser: Browser;
let uno: Page;
let iris: Page;
let irisKnows: Credentials;
const faults: string[][] = [];
const name = 'Freja Organisations-eID';
beforeAll(async () => {
  provider = await startProvider('freja', { name });
  [portal, browser] = await Promise.all([startDemonstration({ OIDC_PROVIDERS: await providersFile(provider) }), openBrowser()]);
  provider.serve(portal.url);
  provider.next.subject = 'uno-at-work';
});
afterAll(async () => {
  await browser?.close();
  await portal?.discard();
  await provider?.close();
});
pictureFailures(() => browser);

async function open(options: Parameters<typeof openWindow>[2] = {}): Promise<Page> {
  const window = await openWindow(browser, portal.url, options);
  faults.push(window.faults);
  return window.page;
}
const heading = (page: Page, title: string | RegExp) => page.getByRole('heading', { level: 1, name: title }).waitFor();

test('who runs the collection chooses how the people of an organisation may sign in', async () => {
  iris = await open();
  irisKnows = await acceptInvitation(iris, portal, 'iris.exempelsson@example.se', 'Snöstormar-i-mars-77');
  await iris.goto('/granskning/organisationer/1480/kontakter');
  await iris.getByRole('button', { name: 'Ändra inloggning' }).click();
  await iris.getByLabel(/^Inloggning med organisationen/).selectOption(name);
  await inspectPage(iris, 'inloggning-andra');
  await iris.getByRole('button', { name: 'Spara' }).click();
  await iris.getByText('Inloggningen är ändrad.').waitFor();
  await iris.getByRole('region', { name: 'Inloggning' }).getByText(name).waitFor();
  await inspectPage(iris, 'inloggning');
});

test('a person of the organisation ties it to the account, and gets a letter', async () => {
  uno = await open();
  await acceptInvitation(uno, portal, 'uno.latsasson@example.se', 'Räkna-alla-fåglar-9');
  await uno.goto('/e/1480/profil');
  const seen = (await portal.lettersTo('uno.latsasson@example.se')).length;
  await uno.getByRole('button', { name: `Koppla ${name}` }).waitFor();
  await inspectPage(uno, 'profil-att-koppla');
  await uno.getByRole('button', { name: `Koppla ${name}` }).click();
  await uno
    .getByText(/^Kopplat den/)
    .or(uno.getByText('Inte använt än.'))
    .first()
    .waitFor();
  expect(new URL(uno.url()).pathname).toBe('/e/1480/profil');
  await inspectPage(uno, 'profil-kopplat');
  expect((await portal.nextLetterTo('uno.latsasson@example.se', seen)).subject).toBe(`${name} är kopplat till ditt konto`);
});

test('sign-in works with scripts off, and leaves nothing of the answer in the address', async () => {
  const plain = await open({ javaScriptEnabled: false });
  await plain.goto('/logga-in');
  await plain.getByRole('link', { name: 'Logga in med din organisation' }).click();
  await plain.getByRole('button', { name: `Logga in med ${name}` }).click();
  await plain.waitForURL(`${portal.url}/`);
  await plain.goto('/api/me');
  expect(await plain.content()).toContain('uno.latsasson@example.se');
});

test('the pages on the way are pages like all others', async () => {
  const other = await open();
  await other.goto('/logga-in');
  await inspectPage(other, 'logga-in-med-leverantor');
  await other.getByRole('link', { name: 'Logga in med din organisation' }).click();
  await heading(other, 'Logga in med din organisation');
  await inspectPage(other, 'logga-in-organisation');
  // A browser that breaks off stays on the page.
  await other.route(`${provider.issuer}/**`, (route) => route.abort('aborted'));
  const goesOn = other.waitForEvent('requestfailed');
  await other.getByRole('button', { name: `Logga in med ${name}` }).click();
  await goesOn;
  await heading(other, `Du skickas vidare till ${name}`);
  await inspectPage(other, 'vidare-till-leverantor');
  provider.next.subject = 'nobody-here';
  await other.unroute(`${provider.issuer}/**`);
  await other.getByRole('link', { name: `Fortsätt till ${name}` }).click();
  await heading(other, `Det gick inte att logga in med ${name}`);
  expect(new URL(other.url()).search).toBe('');
  await inspectPage(other, 'leverantor-nekat');
  provider.next.subject = 'uno-at-work';
});

test('the help page tells how to sign in with the organisation, and what to do when it does not work', async () => {
  const reader = await open();
  await reader.goto('/hjalp');
  await reader.getByText('Med din organisation: välj «Logga in med din organisation»').waitFor();
  await inspectPage(reader, 'hjalp-med-leverantor');
  await reader.context().close();
});

test('who has no app at hand proves at the provider that it is them, and removes it from the account', async () => {
  await portal.wait(301);
  await uno.goto('/e/1480/profil');
  const remove = async () => {
    await uno.getByRole('button', { name: `Ta bort kopplingen till ${name}` }).click();
    await uno.getByRole('dialog').getByRole('button', { name: 'Ta bort' }).click();
  };
  await remove();
  await uno.getByRole('heading', { name: 'Bekräfta att det är du' }).waitFor();
  await inspectPage(uno, 'bekrafta-med-leverantor');
  const answered = uno.waitForResponse((response) => response.url().includes('/svar?'));
  await uno.getByRole('button', { name: `Bekräfta med ${name}` }).click();
  await answered;
  await uno.waitForURL(`${portal.url}/e/1480/profil`);
  await heading(uno, 'Profil & enheter');
  await remove();
  await uno.getByText(`Kopplingen till ${name} är borttagen.`).waitFor();
  await uno.getByRole('button', { name: `Koppla ${name}` }).waitFor();
});

test('who runs the collection is told before whom it signs out to ask for passkeys, and they are signed out', async () => {
  await iris.goto('/granskning/organisationer/1480/kontakter');
  await iris.getByRole('button', { name: 'Ändra inloggning' }).click();
  await iris.getByLabel('Kräv passkey').check();
  await iris.getByText(/^När du sparar loggas alla som arbetar för/).waitFor();
  await inspectPage(iris, 'inloggning-krav-passkey');
  await iris.getByRole('button', { name: 'Spara' }).click();
  await confirmWithCode(iris, portal, irisKnows);
  await iris.getByText('Inloggningen är ändrad. 1 person loggades ut.').waitFor();
  await heading(uno, 'Logga in');
});

test('no page had a fault of its own', () => {
  expect(faults.flat()).toEqual([]);
});
