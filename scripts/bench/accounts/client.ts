import { generateSync } from 'otplib';
import { KeptConnection } from './connection.ts';
import { password, type Person } from './persons.ts';

export interface Answer {
  readonly status: number;
  readonly location: string;
  readonly cookies: readonly string[];
  readonly milliseconds: number;
}

/** A browser's connections, kept open. */
export function openClient(origin: string) {
  const idle: KeptConnection[] = [];
  const { host, hostname, port } = new URL(origin);

  async function send(method: 'GET' | 'POST', path: string, cookie: string, form?: Readonly<Record<string, string>>): Promise<Answer> {
    const body = form ? new URLSearchParams(form).toString() : '';
    const about = form ? `content-type: application/x-www-form-urlencoded\r\ncontent-length: ${body.length}\r\n` : '';
    const said = cookie === '' ? '' : `cookie: ${cookie}\r\n`;
    const startedAt = performance.now();
    let connection = idle.pop();
    while (connection?.isClosed) connection = idle.pop();
    connection ??= new KeptConnection(hostname, Number(port));
    const { status, headers } = await connection.ask(
      `${method} ${path} HTTP/1.1\r\nhost: ${host}\r\nsec-fetch-site: same-origin\r\n${said}${about}\r\n${body}`,
    );
    const milliseconds = performance.now() - startedAt;
    if (connection.isClosed) connection.close();
    else idle.push(connection);
    return { status, location: headers.get('location')?.[0] ?? '', cookies: headers.get('set-cookie') ?? [], milliseconds };
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
    close: () => idle.forEach((connection) => connection.close()),
  };
}
export type Client = ReturnType<typeof openClient>;

const cookieIn = ({ cookies }: Answer, name: string): string => cookies.find((line) => line.startsWith(`${name}=`))?.split(';')[0] ?? '';
