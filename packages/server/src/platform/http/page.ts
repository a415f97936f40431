import type { Actor } from '../operation.ts';
import type { Html } from './html.ts';

/** A request to a server-made page, with nothing of the web server in it. */
export interface PageRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** Fields of the form. A field sent twice, or as anything but text, is absent. */
  readonly form: Readonly<Record<string, string>>;
  readonly cookies: Readonly<Record<string, string>>;
  readonly actor: Actor | undefined;
  readonly origin: string;
  readonly userAgent: string;
  /** For `<script nonce>`; new for every response. */
  readonly nonce: string;
  readonly now: Date;
}

/** `value: null` removes the cookie. */
export interface PageCookie {
  readonly name: string;
  readonly value: string | null;
  /** Without it the cookie goes when the browser is closed. */
  readonly maxAgeSeconds?: number;
}

export interface PageReply {
  readonly status?: number;
  readonly html?: Html;
  /** Path on this server; answered with 303. */
  readonly redirect?: string;
  readonly cookies?: readonly PageCookie[];
  readonly headers?: Readonly<Record<string, string>>;
  /** Another kind of content than HTML. */
  readonly body?: { readonly type: string; readonly content: string };
}

export interface Page {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly handle: (request: PageRequest) => Promise<PageReply>;
}

/** A path on this server to return to, or undefined: `//evil`, `/\evil`, schemes, encoded tricks and control characters are none. */
export function safeReturnPath(path: string | undefined): string | undefined {
  if (!path || path.length > 500 || !/^\/(?![/\\])[\x21-\x7e]*$/.test(path) || path.includes('\\')) return undefined;
  if (/%2f%2f|%5c|%0|%1/i.test(path)) return undefined;
  const resolved = new URL(path, 'http://here.invalid');
  return resolved.origin === 'http://here.invalid' ? path : undefined;
}
