import { generateSync } from 'otplib';
import { browserHeaders, type Portal } from './portal.ts';

export interface PageAnswer {
  readonly status: number;
  /** Path of a redirect. */
  readonly to: string | undefined;
  readonly body: string;
  readonly headers: Readonly<Record<string, unknown>>;
  /** Cookies of the answer as they came, with their attributes. */
  readonly setCookies: readonly string[];
}

/** A browser without script: a jar of cookies, pages and forms. It follows nothing by itself. */
export interface Browser {
  get(path: string): Promise<PageAnswer>;
  post(path: string, form?: Readonly<Record<string, string>>): Promise<PageAnswer>;
  readonly cookies: Map<string, string>;
}

export function openBrowser(portal: Portal, userAgent = 'Testbladdraren/1.0'): Browser {
  const cookies = new Map<string, string>();
  const send = async (method: 'GET' | 'POST', path: string, form?: Readonly<Record<string, string>>): Promise<PageAnswer> => {
    const response = await portal.app.inject({
      method,
      url: path,
      headers: {
        ...browserHeaders,
        'user-agent': userAgent,
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded' } : { 'sec-fetch-site': 'none' }),
      },
      ...(method === 'POST' ? { payload: new URLSearchParams(form ?? {}).toString() } : {}),
    });
    const setCookies = [response.headers['set-cookie'] ?? []].flat();
    for (const line of setCookies) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    return { status: response.statusCode, to: response.headers.location, body: response.body, headers: response.headers, setCookies };
  };
  return { cookies, get: (path) => send('GET', path), post: (path, form) => send('POST', path, form) };
}

/** The six digits an app shows `halfMinutes` from the portal's now. */
export const appCode = (portal: Portal, key: string, halfMinutes = 0): string =>
  generateSync({ secret: key, epoch: Math.floor(portal.clock.now().getTime() / 1000) + halfMinutes * 30 });

/** The key in letters, as the page shows it to who cannot scan. */
export const keyOn = (page: PageAnswer): string => (/id="nyckel">([A-Z2-7 ]+)</.exec(page.body)?.[1] ?? '').replaceAll(' ', '');

/** The code of the newest letter to an address, when there are at least so many with a code. */
export async function mailedCode(portal: Portal, email: string, atLeast = 1): Promise<string> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const codes = (await portal.mailsTo(email, 0)).flatMap(({ text }) => /^Din kod är: (\d{6})$/m.exec(text)?.[1] ?? []);
    if (codes.length >= atLeast) return codes.at(-1)!;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`waited 5 s for ${atLeast} code letters`);
}

const stages = ['code', 'verified', 'enrol', 'totp', 'password', 'notice', 'app'] as const;
export type WalkStage = (typeof stages)[number];

/** Walks an invited person's way until the page of the stage has been opened. @returns the app's key, when it has been shown */
export async function walkTo(
  portal: Portal,
  browser: Browser,
  email: string,
  stage: WalkStage,
  password: string = goodPassword,
): Promise<string> {
  const codes = (await portal.mailsTo(email, 0)).filter(({ text }) => text.includes('Din kod är')).length;
  let key = '';
  const steps: Readonly<Record<WalkStage, () => Promise<PageAnswer>>> = {
    code: () => browser.post('/konto/inbjudan', { epost: email }),
    verified: async () => browser.post('/konto/kod', { kod: await mailedCode(portal, email, codes + 1) }),
    enrol: () => browser.post('/konto/verifierad'),
    totp: async () => {
      key = keyOn(await browser.get('/konto/app'));
      return browser.post('/konto/app');
    },
    password: () => browser.post('/konto/appkod', { kod: appCode(portal, key) }),
    notice: () => browser.post('/konto/losenord', { losenord: password, bekrafta: password }),
    app: () => browser.post('/konto/information'),
  };
  for (const next of stages.slice(0, stages.indexOf(stage) + 1)) {
    const answer = await steps[next]();
    if (answer.status !== 303) throw new Error(`${next}: ${answer.status} ${/<main[^]*?<\/main>/.exec(answer.body)?.[0] ?? ''}`);
  }
  return key;
}

export const goodPassword = 'Vintergröna-tallar-26';
