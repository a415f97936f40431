import type { DeliveryState } from '@insamling/contract';
import { sql, type Reader } from '../platform/db/index.ts';

/** Reads across organisations what one account has done; row-level security shows it its own rows and no others. */

export const organisationNames = (db: Reader, ids: readonly string[]) =>
  db.all<{ id: string; name: string }>(sql`select id, name from organisation where id = any(${[...new Set(ids)]}::uuid[])`);

const counted = async (db: Reader, statement: ReturnType<typeof sql>): Promise<number> =>
  (await db.maybe<{ count: number }>(sql`select count(*) as count from (${statement}) as counted`))?.count ?? 0;

/** The newest rows of a statement that is ordered, and how many it has in all. */
async function newest<Row>(
  db: Reader,
  read: (ordered: ReturnType<typeof sql>) => Promise<Row[]>,
  statement: ReturnType<typeof sql>,
  order: ReturnType<typeof sql>,
  limit: number,
): Promise<{ readonly total: number; readonly rows: Row[] }> {
  return {
    total: await counted(db, statement),
    rows: await read(sql`select * from (${statement}) as found order by ${order} desc limit ${limit}`),
  };
}

interface OfOrganisation {
  readonly organisationId: string;
  readonly at: Date;
}

export const filesBy = (db: Reader, accountId: string, limit: number) =>
  newest(
    db,
    (ordered) => db.all<OfOrganisation & { name: string; bytes: number; sha256: string }>(ordered),
    sql`select organisation_id, uploaded_at as at, name, bytes, sha256 from delivery_file where uploaded_by = ${accountId}`,
    sql`at`,
    limit,
  );

export const stepsBy = (db: Reader, accountId: string, limit: number) =>
  newest(
    db,
    (ordered) => db.all<OfOrganisation & { state: DeliveryState; note: string }>(ordered),
    sql`select organisation_id, at, state, note, number from delivery_step where by = ${accountId}`,
    sql`(at, number)`,
    limit,
  );

export const receiptsBy = (db: Reader, accountId: string, limit: number) =>
  newest(
    db,
    (ordered) => db.all<OfOrganisation & { number: string }>(ordered),
    sql`select organisation_id, submitted_at as at, number from receipt where submitted_by = ${accountId}`,
    sql`at`,
    limit,
  );

export const countExplanationsBy = (db: Reader, accountId: string) =>
  counted(db, sql`select from explanation where by = ${accountId} group by organisation_id, delivery_id, rule, reason, at`);

export const messagesBy = (db: Reader, accountId: string, limit: number) =>
  newest(
    db,
    (ordered) => db.all<OfOrganisation & { text: string }>(ordered),
    sql`select organisation_id, at, text from message where author = ${accountId}`,
    sql`at`,
    limit,
  );

export const extensionRequestsBy = (db: Reader, accountId: string, limit: number) =>
  newest(
    db,
    (ordered) => db.all<OfOrganisation & { as: 'asked' | 'decided'; wishedDueOn: string; reason: string; text: string }>(ordered),
    sql`select organisation_id, asked_at as at, 'asked' as "as", wished_due_on, reason, comment as text
          from extension_request where asked_by = ${accountId}
         union all
        select organisation_id, decided_at, 'decided', wished_due_on, reason, answer
          from extension_request where decided_by = ${accountId}`,
    sql`at`,
    limit,
  );

export interface EventRow extends OfOrganisation {
  readonly actor: string;
  readonly kind: string;
  readonly object: string;
  readonly outcome: 'done' | 'refused' | 'failed';
  readonly origin: string;
  readonly details: Readonly<Record<string, string | number | boolean | null>>;
}
const eventColumns = sql`organisation_id, number, at, actor, kind, object, outcome, origin, details`;

/** What an account did, by its pseudonym. */
export const eventsOf = (db: Reader, pseudonym: string, limit: number) =>
  newest(
    db,
    (ordered) => db.all<EventRow>(ordered),
    sql`select ${eventColumns} from audit_event where actor = ${pseudonym}`,
    sql`(at, number)`,
    limit,
  );

/** What others, or the service, did with an account. */
export const eventsAbout = (db: Reader, { accountId, pseudonym }: { accountId: string; pseudonym: string }, limit: number) =>
  newest(
    db,
    (ordered) => db.all<EventRow>(ordered),
    sql`select ${eventColumns} from audit_event where object = ${accountId} and actor <> ${pseudonym}`,
    sql`(at, number)`,
    limit,
  );
