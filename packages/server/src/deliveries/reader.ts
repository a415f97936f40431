import type { Receipt } from '@insamling/survey';
import { sql, type Reader } from '../platform/db/index.ts';
import type { UnitKey } from '../units/index.ts';
import type { Delivery, DeliveryFileRow, Erased } from './delivery.ts';

const deliveryColumns = sql`organisation_id, id, unit_id, period_id, state, version, current_file_id, data_key, data_key_id, changed_at`;
const fileColumns = sql`id, delivery_id, number, name, bytes, sha256, storage_key, uploaded_by, uploaded_at, "check", encoding, records, is_fatal`;

export const deliveryOf = (db: Reader, { organisationId, unitId }: UnitKey, periodId: string) =>
  db.maybe<Delivery>(
    sql`select ${deliveryColumns} from delivery where organisation_id = ${organisationId} and unit_id = ${unitId} and period_id = ${periodId}`,
  );

/** A delivery of the unit in the address; another unit's is not found. */
export const deliveryById = (db: Reader, { organisationId, unitId }: UnitKey, deliveryId: string) =>
  db.maybe<Delivery>(
    sql`select ${deliveryColumns} from delivery where organisation_id = ${organisationId} and unit_id = ${unitId} and id = ${deliveryId}`,
  );

/** The same, kept for the transaction: what follows sees no change beside it. */
export const lockedDelivery = (db: Reader, { organisationId, unitId }: UnitKey, deliveryId: string) =>
  db.maybe<Delivery>(
    sql`select ${deliveryColumns} from delivery where organisation_id = ${organisationId} and unit_id = ${unitId} and id = ${deliveryId} for update`,
  );

export const deliveryInOrganisation = (db: Reader, organisationId: string, deliveryId: string) =>
  db.maybe<Delivery>(sql`select ${deliveryColumns} from delivery where organisation_id = ${organisationId} and id = ${deliveryId}`);

/** The same, kept for the transaction. */
export const lockedInOrganisation = (db: Reader, organisationId: string, deliveryId: string) =>
  db.maybe<Delivery>(
    sql`select ${deliveryColumns} from delivery where organisation_id = ${organisationId} and id = ${deliveryId} for update`,
  );

export const fileById = (db: Reader, organisationId: string, fileId: string) =>
  db.maybe<DeliveryFileRow>(sql`select ${fileColumns} from delivery_file where organisation_id = ${organisationId} and id = ${fileId}`);

/** Newest first. */
export const filesOf = (db: Reader, organisationId: string, deliveryId: string) =>
  db.all<DeliveryFileRow>(
    sql`select ${fileColumns} from delivery_file where organisation_id = ${organisationId} and delivery_id = ${deliveryId} order by number desc`,
  );

export const fileOfRequest = (db: Reader, organisationId: string, deliveryId: string, requestId: string) =>
  db.maybe<{ id: string }>(
    sql`select id from delivery_file where organisation_id = ${organisationId} and delivery_id = ${deliveryId} and request_id = ${requestId}`,
  );

export interface RuleCountRow {
  readonly rule: string;
  readonly severity: 'fatal' | 'error' | 'warning' | 'info';
  readonly findings: number;
  readonly explained: number;
}

export const ruleCounts = (db: Reader, organisationId: string, fileId: string) =>
  db.all<RuleCountRow>(
    sql`select rule, severity, findings, explained from rule_count where organisation_id = ${organisationId} and file_id = ${fileId} order by rule, severity`,
  );

export interface CorrectionRow {
  readonly number: number;
  readonly record: number;
  readonly variable: string;
  readonly requestId: string;
  readonly sealedBefore: Buffer;
  readonly sealedAfter: Buffer;
  readonly undoes: number | null;
  /** Number of the first correction of the same request; null for one made alone. */
  readonly togetherFrom: number | null;
  readonly by: string;
  readonly at: Date;
}

const correctionColumns = sql`number, record, variable, request_id, sealed_before, sealed_after, undoes, together_from, by, at`;

/** The log from a number on (exclusive), in order. */
export const correctionsAfter = (db: Reader, organisationId: string, fileId: string, number: number) =>
  db.all<CorrectionRow>(
    sql`select ${correctionColumns} from correction where organisation_id = ${organisationId} and file_id = ${fileId} and number > ${number} order by number`,
  );

/**
 * Every correction of a file with whether it was taken back, and whether its cell holds it: the newest that was not taken back.
 * Windows and sets instead of joins, whose plans are endless for a column that was mended a moment ago and is not in the statistics.
 */
const marked = (organisationId: string, fileId: string) => sql`
  select *, number = held as stands, not is_undone and number >= coalesce(held, 0) as is_newest
    from (select *, max(number) filter (where undoes is null and not is_undone) over (partition by record, variable collate "C") as held
            from (select number, record, variable, undoes, together_from, by, at,
                         number in (select undoes from correction
                                     where organisation_id = ${organisationId} and file_id = ${fileId} and undoes is not null) as is_undone
                    from correction where organisation_id = ${organisationId} and file_id = ${fileId}) as logged) as held`;

export const correctionsPage = (db: Reader, organisationId: string, fileId: string, offset: number, limit: number) =>
  db.all<CorrectionRow & { isUndone: boolean; isNewest: boolean }>(sql`
    with marked as materialized (${marked(organisationId, fileId)})
    select ${correctionColumns}, number in (select number from marked where is_undone) as is_undone,
           number in (select number from marked where is_newest) as is_newest
      from correction where organisation_id = ${organisationId} and file_id = ${fileId}
     order by number desc limit ${limit} offset ${offset}`);

export const correctionByNumber = (db: Reader, organisationId: string, fileId: string, number: number) =>
  db.maybe<CorrectionRow>(
    sql`select ${correctionColumns} from correction where organisation_id = ${organisationId} and file_id = ${fileId} and number = ${number}`,
  );

export const correctionOfRequest = (db: Reader, organisationId: string, fileId: string, requestId: string) =>
  db.maybe<CorrectionRow>(
    sql`select ${correctionColumns} from correction where organisation_id = ${organisationId} and file_id = ${fileId} and request_id = ${requestId}`,
  );

/** The newest correction of a cell. */
export const lastCorrectionOf = (db: Reader, organisationId: string, fileId: string, record: number, variable: string) =>
  db.maybe<CorrectionRow>(sql`
    select ${correctionColumns} from correction
     where organisation_id = ${organisationId} and file_id = ${fileId} and record = ${record} and variable = ${variable}
     order by number desc limit 1`);

/** The correction that a cell holds now. */
export const standingOf = (db: Reader, organisationId: string, fileId: string, record: number, variable: string) =>
  db.maybe<{ number: number | null }>(sql`
    select max(number) as number from correction
     where organisation_id = ${organisationId} and file_id = ${fileId} and record = ${record} and variable = ${variable} and undoes is null
       and number not in (select undoes from correction
                           where organisation_id = ${organisationId} and file_id = ${fileId} and undoes is not null
                             and record = ${record} and variable = ${variable})`);

/** Corrections with these numbers that their cells still hold. */
export const standingBetween = (db: Reader, organisationId: string, fileId: string, first: number, last: number) =>
  db.all<CorrectionRow>(sql`
    with marked as materialized (${marked(organisationId, fileId)})
    select ${correctionColumns}
      from (select *, number in (select number from marked where stands) as stands from correction
             where organisation_id = ${organisationId} and file_id = ${fileId} and number between ${first} and ${last} offset 0) as made
     where stands order by number`);

export interface TogetherRow {
  readonly first: number;
  readonly last: number;
  readonly variables: readonly string[];
  readonly cells: number;
  readonly standing: number;
  readonly by: string;
  readonly at: Date;
}

/** Requests whose corrections are listed; what an older one did is taken back cell by cell. */
const mostTogether = 50;

/** Corrections made with one request of which something still stands, the newest first. */
export const correctionsTogether = (db: Reader, organisationId: string, fileId: string) =>
  db.all<TogetherRow>(sql`
    select together_from as first, max(number) as last, array_agg(distinct variable) as variables, count(*)::int as cells,
           (count(*) filter (where stands))::int as standing, by, at
      from (${marked(organisationId, fileId)}) as marked
     where together_from is not null and undoes is null
     group by together_from, by, at having count(*) filter (where stands) > 0
     order by together_from desc limit ${mostTogether}`);

/** Number of the last correction that one request made with this one; its own for one made alone. */
export async function lastTogether(db: Reader, organisationId: string, fileId: string, number: number): Promise<number> {
  const row = await db.maybe<{ number: number | null }>(sql`
    select max(number) as number from correction
     where organisation_id = ${organisationId} and file_id = ${fileId} and together_from = ${number}`);
  return row?.number ?? number;
}

/** First correction of each corrected cell among some records: what the file said. */
export const originalsIn = (db: Reader, organisationId: string, fileId: string, records: readonly number[]) =>
  db.all<CorrectionRow>(sql`
    select distinct on (record, variable) ${correctionColumns} from correction
     where organisation_id = ${organisationId} and file_id = ${fileId} and record = any(${records})
     order by record, variable, number`);

/** Number of the newest correction of a file, 0 when there is none: how far the log goes. */
export async function lastCorrectionNumber(db: Reader, organisationId: string, fileId: string): Promise<number> {
  const row = await db.maybe<{ number: number }>(
    sql`select coalesce(max(number), 0) as number from correction where organisation_id = ${organisationId} and file_id = ${fileId}`,
  );
  return row?.number ?? 0;
}

/** Cells that were corrected and not taken back. */
export async function correctionCount(db: Reader, organisationId: string, fileId: string): Promise<number> {
  const row = await db.maybe<{ count: number }>(sql`
    select count(distinct (record, variable))::int as count from correction
     where organisation_id = ${organisationId} and file_id = ${fileId} and undoes is null
       and not exists (select from correction later where later.organisation_id = correction.organisation_id
                          and later.file_id = correction.file_id and later.undoes = correction.number)`);
  return row?.count ?? 0;
}

export interface ExplanationRow {
  readonly findingMac: string;
  readonly rule: string;
  readonly reason: string;
  readonly sealedText: Buffer;
  readonly by: string;
  readonly at: Date;
}

export const explanationsOf = (db: Reader, organisationId: string, deliveryId: string, rule: string | null = null) =>
  db.all<ExplanationRow>(sql`
    select finding_mac, rule, reason, sealed_text, by, at from explanation
     where organisation_id = ${organisationId} and delivery_id = ${deliveryId} and (${rule}::text is null or rule = ${rule})`);

/** Keyed hashes and rules of a delivery's explanations, without their texts. */
export const explainedMacs = (db: Reader, organisationId: string, deliveryId: string) =>
  db.all<{ findingMac: string; rule: string }>(
    sql`select finding_mac, rule from explanation where organisation_id = ${organisationId} and delivery_id = ${deliveryId}`,
  );

/** Deliveries with explanations stored under a key of the portal; a name under the delivery's own key is a letter longer. */
export const deliveriesWithOlderNames = (db: Reader) =>
  db.all<{ organisationId: string; deliveryId: string }>(
    sql`select distinct organisation_id, delivery_id from explanation where length(finding_mac) = 43 order by 1, 2`,
  );

export const stepsOf = (db: Reader, organisationId: string, deliveryId: string) =>
  db.all<{ state: Delivery['state']; at: Date; by: string; note: string }>(sql`
    select state, at, by, note from delivery_step where organisation_id = ${organisationId} and delivery_id = ${deliveryId} order by number`);

export interface ReceiptRow {
  readonly number: string;
  readonly deliveryId: string;
  readonly fileId: string;
  readonly submittedAt: Date;
  readonly submittedBy: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly records: number;
  readonly corrections: number;
  readonly explanations: number;
  readonly counts: { fatal: number; errors: number; warnings: number; infos: number; warningsLeft: number };
  readonly isValid: boolean;
  /** Null for one that was written before receipts vouched for what was checked. */
  readonly proof: Receipt | null;
}

const receiptColumns = sql`number, delivery_id, file_id, submitted_at, submitted_by, file_name, sha256, records, corrections, explanations, counts, is_valid, proof`;

/** The newest receipt of a delivery. */
export const lastReceipt = (db: Reader, organisationId: string, deliveryId: string) =>
  db.maybe<ReceiptRow>(
    sql`select ${receiptColumns} from receipt where organisation_id = ${organisationId} and delivery_id = ${deliveryId} order by submitted_at desc limit 1`,
  );

export const receiptByNumber = (db: Reader, { organisationId, unitId }: UnitKey, number: string) =>
  db.maybe<ReceiptRow>(sql`
    select ${receiptColumns} from receipt
     where organisation_id = ${organisationId} and number = ${number}
       and delivery_id in (select id from delivery where organisation_id = ${organisationId} and unit_id = ${unitId})`);

/** Per unit: where its delivery in the period stands. */
export interface DeliveryRow {
  readonly organisationId: string;
  readonly unitId: string;
  readonly deliveryId: string;
  readonly state: Delivery['state'];
  readonly records: number;
  readonly errors: number;
  readonly warnings: number;
  readonly explanations: number;
  readonly changedAt: Date;
}

export const deliveryRows = (db: Reader, periodId: string) =>
  db.all<DeliveryRow>(sql`
    select delivery.organisation_id, delivery.unit_id, delivery.id as delivery_id, delivery.state, delivery.changed_at, file.records,
           coalesce(sum(counted.findings) filter (where counted.severity in ('fatal', 'error')), 0)::int as errors,
           coalesce(sum(counted.findings) filter (where counted.severity = 'warning'), 0)::int as warnings,
           coalesce(sum(counted.explained), 0)::int as explanations
      from delivery
      join delivery_file file on file.organisation_id = delivery.organisation_id and file.id = delivery.current_file_id
      left join rule_count counted on counted.organisation_id = delivery.organisation_id and counted.file_id = delivery.current_file_id
     where delivery.period_id = ${periodId}
     group by delivery.organisation_id, delivery.id, file.records`);

/** Deliveries of a period over all organisations, for the erasing of a test period. */
export const deliveriesInPeriod = (db: Reader, periodId: string) =>
  db.all<{ organisationId: string; id: string }>(
    sql`select organisation_id, id from delivery where period_id = ${periodId} order by organisation_id, id`,
  );

/** What the audit log says has been erased of a period, one line a delivery. */
export const erasedInPeriod = (db: Reader, periodId: string) =>
  db.all<{ details: Omit<Erased, 'storageKeys'> }>(
    sql`select details from audit_event where kind = 'delivery.erased' and details ->> 'period' = ${periodId}`,
  );

/** Storage keys that some row still names. */
export const namedStorageKeys = (db: Reader, storageKeys: readonly string[]) =>
  db.all<{ storageKey: string }>(sql`select storage_key from delivery_file where storage_key = any(${storageKeys})`);

/** Explanations of an account, newest first, those of one request as one row with the text of one of them. */
export const explanationTextsBy = (db: Reader, accountId: string, limit: number) =>
  db.all<{
    organisationId: string;
    deliveryId: string;
    rule: string;
    reason: string;
    at: Date;
    findings: number;
    findingMac: string;
    sealedText: Buffer;
  }>(sql`
    select organisation_id, delivery_id, rule, reason, at, count(*)::int as findings,
           min(finding_mac) as finding_mac, (array_agg(sealed_text order by finding_mac))[1] as sealed_text
      from explanation
     where by = ${accountId}
     group by organisation_id, delivery_id, rule, reason, at
     order by at desc, rule limit ${limit}`);
