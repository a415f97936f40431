import { openBrowser, type Browser, type PageAnswer } from './browser.ts';
import { testDatabase, type TestDatabase } from './database.ts';
import { browserHeaders, startPortal, type Portal, type TestPerson } from './portal.ts';
import { providersFile, startProvider, type TestProvider } from './provider.ts';

/** A portal with two providers: `broker`, which the unit 0488 has chosen, and `other`, which is for the collecting side too. */
export interface Federation {
  readonly database: TestDatabase;
  readonly portal: Portal;
  readonly broker: TestProvider;
  readonly other: TestProvider;
  readonly manager: TestPerson;
  /** What the organisation of a unit decides of signing in. */
  choose(unit: string, provider: string | null, requiresPasskey?: boolean): Promise<unknown>;
  /** Goes out from the sign-in page. @returns the provider's address with what we ask of it */
  begin(browser: Browser, provider?: TestProvider, retur?: string): Promise<string>;
  /** The whole way, as `subject`. @returns the answer to coming back */
  signIn(browser: Browser, subject: string, provider?: TestProvider, retur?: string): Promise<PageAnswer>;
  /** The browser in which a person is signed in. */
  browserOf(person: TestPerson): Browser;
  /** Asks for a visit to the provider, as the pages of a signed-in person do. @returns the provider's address */
  goOut(person: TestPerson, browser: Browser, kind: 'link' | 'step-up', provider?: TestProvider, purpose?: string): Promise<string>;
  /** Ties a subject to the person's account. @returns the answer to coming back */
  link(person: TestPerson, subject: string, provider?: TestProvider): Promise<PageAnswer>;
  /** A new person of these units whose account is tied to the provider. */
  linked(units?: readonly string[], provider?: TestProvider): Promise<TestPerson & { readonly subject: string }>;
  close(): Promise<void>;
}

export async function startFederation(): Promise<Federation> {
  const database = await testDatabase();
  const [broker, other] = [await startProvider('broker'), await startProvider('other', { collectingStaff: true })];
  const portal = await startPortal({ database, settings: { OIDC_PROVIDERS: await providersFile(broker, other) } });
  await portal.unit('0488');
  await portal.unit('0331');
  const manager = await portal.person({ collectingRole: 'collectionManager' });
  const choose: Federation['choose'] = (unit, provider, requiresPasskey = false) =>
    manager.ask('changeSignInPolicy', { unit, provider, requiresPasskey });
  await choose('0488', 'broker');

  const browserOf = ({ cookie }: TestPerson): Browser => {
    const browser = openBrowser(portal);
    browser.cookies.set('__Host-session', cookie.split('=')[1]!);
    return browser;
  };
  const begin: Federation['begin'] = async (browser, provider = broker, retur = '') => {
    const left = await browser.post('/logga-in/organisation', { leverantor: provider.id, retur });
    return leadsTo(await browser.get(left.to ?? ''));
  };
  const goOut: Federation['goOut'] = async ({ accountId }, browser, kind, provider = broker, purpose = '') => {
    if (kind === 'link')
      await database.ask(
        `update session set elevated_until = '${new Date(portal.clock.now().getTime() + 60_000).toISOString()}', elevated_for = '' where account_id = '${accountId}'`,
      );
    const answer = await portal.app.inject({
      method: 'POST',
      url: `/api/me/providers/${provider.id}/${kind}`,
      headers: {
        ...browserHeaders,
        'content-type': 'application/json',
        cookie: [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      },
      payload: { returnPath: '/e/0488/profil', ...(kind === 'step-up' ? { purpose } : {}) },
    });
    if (answer.statusCode !== 200) throw new Error(answer.body);
    for (const { name, value } of answer.cookies) browser.cookies.set(name, value);
    return leadsTo(await browser.get(answer.json<{ to: string }>().to));
  };
  const link: Federation['link'] = async (person, subject, provider = broker) => {
    const browser = browserOf(person);
    const address = await goOut(person, browser, 'link', provider);
    provider.next.subject = subject;
    return browser.get(await provider.visit(address));
  };
  let people = 0;
  return {
    database,
    portal,
    broker,
    other,
    manager,
    choose,
    begin,
    async signIn(browser, subject, provider = broker, retur = '') {
      const address = await begin(browser, provider, retur);
      provider.next.subject = subject;
      return browser.get(await provider.visit(address));
    },
    browserOf,
    goOut,
    link,
    async linked(units = ['0488'], provider = broker) {
      const person = await portal.person({ units: units.map((code) => ({ code })) });
      const subject = `subject-of-${(people += 1)}`;
      const { to } = await link(person, subject, provider);
      if (to !== '/e/0488/profil') throw new Error(`the provider was not tied to the account: ${to}`);
      return { ...person, subject };
    },
    async close() {
      await portal.close();
      await broker.close();
      await other.close();
      await database.drop();
    },
  };
}

/** Where the last page of ours leads. */
function leadsTo(page: PageAnswer): string {
  const address = /^0; url=(.+)$/.exec(String(page.headers['refresh']))?.[1];
  if (!address) throw new Error(`the page leads nowhere: ${page.status} ${/<main[^]*?<\/main>/.exec(page.body)?.[0] ?? page.body}`);
  return address;
}

/** The page an answer leads to, followed once. */
export const followed = async (browser: Browser, { to }: PageAnswer): Promise<PageAnswer> => browser.get(to ?? '/');
