import type { MyData } from '@insamling/contract';
import {
  accountFacts,
  acknowledgementsOf,
  deviceFactsOf,
  passkeyFactsOf,
  providerFactsOf,
  recoveryCodeFactsOf,
  namesByPseudonym,
  sessionFactsOf,
} from '../accounts/index.ts';
import { explanationsBy } from '../deliveries/index.ts';
import type { Call } from '../platform/operation.ts';
import { insist } from '../platform/problem.ts';
import { unitsOfAccount } from '../units/index.ts';
import {
  countExplanationsBy,
  eventsAbout,
  eventsOf,
  extensionRequestsBy,
  filesBy,
  messagesBy,
  organisationNames,
  receiptsBy,
  stepsBy,
  type EventRow,
} from './reader.ts';

/**
 * Everything that is kept about the person who asks.
 * @param limit  most entries of a kind, the newest
 */
export async function myData({ actor, db, now, services }: Call, limit: number): Promise<MyData> {
  const { accountId, pseudonym } = actor;
  const account = await accountFacts(db, accountId);
  insist(account, 'account.not-signed-in');
  const files = await filesBy(db, accountId, limit);
  const steps = await stepsBy(db, accountId, limit);
  const receipts = await receiptsBy(db, accountId, limit);
  const messages = await messagesBy(db, accountId, limit);
  const requests = await extensionRequestsBy(db, accountId, limit);
  const explanations = { total: await countExplanationsBy(db, accountId), rows: await explanationsBy(services, db, accountId, limit) };
  const events = await eventsOf(db, pseudonym, limit);
  const about = await eventsAbout(db, { accountId, pseudonym }, limit);
  const lists = [files, steps, receipts, messages, requests, explanations, events, about];
  const ids = lists.flatMap(({ rows }) =>
    (rows as readonly { readonly organisationId: string }[]).map(({ organisationId }) => organisationId),
  );
  const organisations = new Map((await organisationNames(db, ids)).map(({ id, name }) => [id, name]));
  const people = await namesByPseudonym(
    db,
    about.rows.map((row) => row.actor),
  );
  const names = new Map(people.map((one) => [one.pseudonym, one.name]));

  /** The rows as the contract shows them, with the organisation by its name. */
  const list = <Row extends { readonly organisationId: string; readonly at: Date }, Entry>(
    { total, rows }: { readonly total: number; readonly rows: readonly Row[] },
    rest: (row: Row) => Entry,
  ) => ({
    total,
    entries: rows.map((row) => ({ at: row.at.toISOString(), organisation: organisations.get(row.organisationId) ?? '', ...rest(row) })),
  });
  const event = ({ kind, outcome, object, origin, details, organisationId }: EventRow) => ({
    kind,
    outcome,
    object,
    origin,
    details,
    organisation: organisations.get(organisationId) ?? null,
  });
  const iso = (at: Date | null) => at?.toISOString() ?? null;
  return {
    madeAt: now.toISOString(),
    account: {
      ...account,
      createdAt: account.createdAt.toISOString(),
      invitedAt: account.invitedAt.toISOString(),
      lastSignedInAt: iso(account.lastSignedInAt),
      passwordChangedAt: iso(account.passwordChangedAt),
    },
    roles: (await unitsOfAccount(db, accountId)).map(({ code, name, role, isContact, since }) => ({
      unit: code,
      unitName: name,
      role,
      isContact,
      since: since.toISOString(),
    })),
    notices: (await acknowledgementsOf(db, accountId)).map(({ version, at }) => ({ version, at: at.toISOString() })),
    sessions: (await sessionFactsOf(db, accountId)).map(({ id, createdAt, lastSeenAt, userAgent }) => ({
      createdAt: createdAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
      userAgent,
      isThis: id === actor.sessionId,
    })),
    devices: (await deviceFactsOf(db, accountId)).map(({ firstSeenAt, lastSeenAt }) => ({
      firstSeenAt: firstSeenAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
    })),
    passkeys: (await passkeyFactsOf(db, accountId)).map(({ name, createdAt, lastUsedAt }) => ({
      name,
      createdAt: createdAt.toISOString(),
      lastUsedAt: iso(lastUsedAt),
    })),
    recoveryCodes: (await recoveryCodeFactsOf(db, accountId)).map(({ createdAt, usedAt }) => ({
      createdAt: createdAt.toISOString(),
      usedAt: iso(usedAt),
    })),
    providers: (await providerFactsOf(db, accountId)).map(({ name, linkedAt, lastUsedAt }) => ({
      name,
      linkedAt: linkedAt.toISOString(),
      lastUsedAt: iso(lastUsedAt),
    })),
    files: list(files, ({ name, bytes, sha256 }) => ({ name, bytes, sha256 })),
    steps: list(steps, ({ state, note }) => ({ state, note })),
    receipts: list(receipts, ({ number }) => ({ number })),
    explanations: list(explanations, ({ rule, findings, reason, text }) => ({ rule, findings, reason, text })),
    messages: list(messages, ({ text }) => ({ text })),
    extensionRequests: list(requests, ({ as, wishedDueOn, reason, text }) => ({ as, wishedDueOn, reason, text })),
    events: list(events, event),
    aboutAccount: list(about, (row) => ({ ...event(row), by: names.get(row.actor) ?? row.actor })),
  };
}
