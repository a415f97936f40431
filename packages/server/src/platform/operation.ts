import type { CollectingRole, EndpointName, Input, Output, UnitRole } from '@insamling/contract';
import type { Services } from '../context.ts';
import type { CalendarDate } from './clock.ts';
import type { Writer } from './db/index.ts';
import type { PageCookie } from './http/page.ts';

/** Who asks, looked up anew for every request so that a changed role works at once. */
export interface Actor {
  readonly accountId: string;
  readonly pseudonym: string;
  readonly name: string;
  readonly collectingRole: CollectingRole | null;
  readonly sessionId: string;
  /** When the session ends whatever happens. */
  readonly sessionEndsAt: Date;
  /** Set while it counts that the person has just proved with a second factor who they are. */
  readonly elevation: Elevation | null;
}

/** A proof of a few minutes' age, asked for before what must not happen from a browser somebody left open. */
export interface Elevation {
  readonly until: Date;
  /** What the proof was given for; empty when for nothing in particular. A proof for one thing is spent by it. */
  readonly purpose: string;
}

/** The unit in the address, once it is known that the actor may know of it. */
export interface ActingUnit {
  readonly organisationId: string;
  readonly unitId: string;
  readonly code: string;
  readonly name: string;
  readonly kind: 'municipality' | 'region' | 'federation' | 'company';
  /** The actor's role in the unit; null for the collecting side. */
  readonly role: UnitRole | null;
}

/** What an operation is given beside its input. */
export interface Call {
  readonly actor: Actor;
  readonly now: Date;
  readonly today: CalendarDate;
  /** The operation's one transaction. */
  readonly db: Writer;
  readonly services: Services;
  /** IP address, for the audit log. */
  readonly origin: string;
  /** Cookies for the answer, set when the transaction has been committed. */
  readonly answerCookies: PageCookie[];
}
export interface UnitCall extends Call {
  readonly unit: ActingUnit;
}

/** kind, id of the object, and details without values. */
export type Audit = readonly [kind: string, object: string, details?: Readonly<Record<string, string | number | boolean | null>>];

interface Story<Name extends EndpointName, C extends Call> {
  /** The one audit event of a state change; questions that change nothing may leave it out. */
  readonly audit?: (input: Input<Name>, output: Output<Name>, call: C) => Audit | null;
  /** Of a question only: its answer is put together as everything was at one moment. */
  readonly isOneMoment?: true;
  /** Of a question only: all that it asks of the database is asked before anything is waited for. */
  readonly isOneBreath?: true;
  /**
   * The person must have proved anew who they are: for anything, or for just this, which the proof names and is spent by. What the
   * proof is for may be asked of the data first: null when nothing would be changed; a Problem when it would be refused anyway, so
   * that nobody is asked for a code in vain.
   */
  readonly stepUp?: 'any' | ((input: Input<Name>, call: C) => string | null | Promise<string | null>);
  readonly run: (call: C, input: Input<Name>) => Promise<Output<Name>>;
}

interface AnyStory {
  readonly name: EndpointName;
  readonly audit?: AnyAudit;
  readonly isOneMoment?: true;
  readonly isOneBreath?: true;
  readonly stepUp?: 'any' | ((input: never, call: never) => string | null | Promise<string | null>);
}
export type Operation = AnyStory &
  (
    | { readonly of: 'person'; readonly run: (call: Call, input: never) => Promise<unknown> }
    | { readonly of: 'unit'; readonly run: (call: UnitCall, input: never) => Promise<unknown> }
    | { readonly of: 'collecting'; readonly least: CollectingRole; readonly run: (call: Call, input: never) => Promise<unknown> }
  );
type AnyAudit = (input: never, output: never, call: never) => Audit | null;

/** An operation on the signed-in person's own things. */
export const personalOperation = <Name extends EndpointName>(name: Name, story: Story<Name, Call>): Operation =>
  ({ name, of: 'person', ...story }) as Operation;

/** An operation on the unit in the address (`:unit`). Who has no part in the unit gets the answer of one that does not exist. */
export const unitOperation = <Name extends EndpointName>(name: Name, story: Story<Name, UnitCall>): Operation =>
  ({ name, of: 'unit', ...story }) as Operation;

/** An operation across units, for the collecting side with at least the role named. */
export const collectingOperation = <Name extends EndpointName>(name: Name, least: CollectingRole, story: Story<Name, Call>): Operation =>
  ({ name, of: 'collecting', least, ...story }) as Operation;

const ladder: readonly CollectingRole[] = ['reader', 'reviewer', 'collectionManager', 'administrator'];

/** Roles of the collecting side include those below them. */
export const hasCollectingRole = (role: CollectingRole | null, least: CollectingRole): boolean =>
  role !== null && ladder.indexOf(role) >= ladder.indexOf(least);
