import type { SignInProvider } from '../../config.ts';
import type { Services } from '../../context.ts';
import type { Writer } from '../../platform/db/index.ts';
import type { PageCookie } from '../../platform/http/index.ts';
import { newDeparture, type Departure } from '../../platform/oidc/index.ts';
import { hashOf, journeyCookie, newToken } from '../token.ts';
import { endJourney } from '../writer.ts';
import type { VisitRow } from './reader.ts';
import { endVisit, insertVisit } from './writer.ts';

/** Time to find the card or the telephone. */
const visitLife = 10 * 60_000;

type Cookies = Readonly<Record<string, string | undefined>>;

export interface Reason {
  readonly purpose: 'sign-in' | 'link' | 'step-up';
  /** Of the session that it is about; null for a sign-in. */
  readonly accountId: string | null;
  readonly sessionId: string | null;
  /** What a step-up is for. */
  readonly elevatedFor: string;
  readonly returnPath: string | null;
}

/**
 * Begins a visit to a provider. What belongs to it waits in a row that only this browser's cookie finds; whatever else the
 * browser had begun is gone. Nobody outside is asked anything yet.
 * @returns the cookie
 */
export async function beginVisit(
  db: Writer,
  { keys }: Pick<Services, 'keys'>,
  provider: SignInProvider,
  cookies: Cookies,
  now: Date,
  reason: Reason,
): Promise<PageCookie> {
  const brought = cookies[journeyCookie];
  if (brought) {
    await endJourney(db, hashOf(brought));
    await endVisit(db, hashOf(brought));
  }
  const token = newToken();
  const departure = newDeparture();
  const { keyId, sealed } = keys.seal('code', Buffer.from(JSON.stringify(departure)), place(token.hash));
  await insertVisit(db, {
    ...reason,
    tokenHash: token.hash,
    provider: provider.id,
    stateHash: hashOf(departure.state),
    keyId,
    sealed,
    at: now,
    expiresAt: new Date(now.getTime() + visitLife),
  });
  return { name: journeyCookie, value: token.value };
}

/** What was sealed into a visit. */
export const departureOf = ({ keys }: Pick<Services, 'keys'>, tokenHash: Buffer, { keyId, sealed }: VisitRow): Departure =>
  JSON.parse(keys.open('code', { keyId, sealed }, place(tokenHash)).toString()) as Departure;

const place = (tokenHash: Buffer) => `visit ${tokenHash.toString('hex')}`;
