import { Agent, request } from 'node:http';
import { generateSync } from 'otplib';
import { password, type Person } from './persons.ts';

export interface Answer {
  readonly status: number;
  readonly location: string;
  readonly cookies: readonly string[];
  readonly milliseconds: number;
}

/** A browser's connections, kept open. */
export function openClient(origin: string) {
  const agent = new Agent({ keepAlive: true });
  const { host, hostname, port } = new URL(origin);

  function send(method: 'GET' | 'POST', path: string, cookie: string, form?: Readonly<Record<string, string>>): Promise<Answer> {
    const body = form ? new URLSearchParams(form).toString() : undefined;
    const startedAt = performance.now();
    return new Promise((resolve, reject) => {
      const sent = request({
        agent,
        hostname,
        port,
        method,
        path,
        headers: {
          host,
          cookie,
          'sec-fetch-site': 'same-origin',
          ...(body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) }),
        },
      });
      sent.once('error', reject);
      sent.once('response', (response) => {
        response.resume();
        response.once('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            location: response.headers.location ?? '',
            cookies: response.headers['set-cookie'] ?? [],
            milliseconds: performance.now() - startedAt,
          }),
        );
      });
      sent.end(body);
    });
  }

  return {
    get: (path: string, cookie = '') => send('GET', path, cookie),
    /** The whole way in: password, then the app's code. @returns the session's cookie @throws Error when a step leads elsewhere */
    async signIn({ email, key }: Person): Promise<string> {
      const asked = send('POST', '/logga-in', '', { epost: email, losenord: password });
      // Read off a telephone, which is another machine, while the portal looks at the password.
      const kod = generateSync({ secret: key });
      const first = await asked;
      if (first.location !== '/logga-in/kod') throw new Error(`the password led to ${first.status} ${first.location}`);
      const second = await send('POST', '/logga-in/kod', cookieIn(first, '__Host-resa'), { kod });
      if (second.location !== '/') throw new Error(`the code led to ${second.status} ${second.location}`);
      return cookieIn(second, '__Host-session');
    },
    close: () => agent.destroy(),
  };
}
export type Client = ReturnType<typeof openClient>;

const cookieIn = ({ cookies }: Answer, name: string): string => cookies.find((line) => line.startsWith(`${name}=`))?.split(';')[0] ?? '';
