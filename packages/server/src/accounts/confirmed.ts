import { safeReturnPath, type PageReply, type PageRequest } from '../platform/http/index.ts';
import type { Actor } from '../platform/operation.ts';

export const confirmPath = '/konto/bekrafta';

/** A page for who is signed in; others sign in first and come back. */
export const signedIn = async (request: PageRequest, work: (actor: Actor) => Promise<PageReply>): Promise<PageReply> =>
  request.actor ? work(request.actor) : { redirect: `/logga-in?retur=${encodeURIComponent(hereOf(request))}` };

/** A page for who has proved within five minutes that it is still them; others do so first and come back. */
export const confirmed = (request: PageRequest, work: (actor: Actor) => Promise<PageReply>): Promise<PageReply> =>
  signedIn(request, async (actor) =>
    actor.elevation && actor.elevation.until > request.now
      ? work(actor)
      : { redirect: `${confirmPath}?retur=${encodeURIComponent(hereOf(request))}` },
  );

/** Where the person came from and goes back to when all is done. */
export const returnOf = (request: PageRequest): string => safeReturnPath(request.form['retur'] ?? request.query['retur']) ?? '/';

/** The path of a page with the place to go back to. */
export const withReturn = (path: string, to: string): string => (to === '/' ? path : `${path}?retur=${encodeURIComponent(to)}`);

const hereOf = (request: PageRequest): string => withReturn(request.path, returnOf(request));
