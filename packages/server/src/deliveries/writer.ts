import type { Receipt } from '@insamling/survey';
import { sql, type Writer } from '../platform/db/index.ts';
import type { UnitKey } from '../units/index.ts';
import type { Delivery, Erased } from './delivery.ts';
import type { RuleCountRow } from './reader.ts';

/** Makes the delivery of a unit and period unless somebody was quicker. */
export const insertDelivery = (
  db: Writer,
  unit: UnitKey,
  delivery: { id: string; periodId: string; dataKey: Buffer; dataKeyId: string },
  now: Date,
) =>
  db.run(sql`
    insert into delivery (organisation_id, id, unit_id, period_id, state, data_key, data_key_id, created_at, changed_at)
    values (${unit.organisationId}, ${delivery.id}, ${unit.unitId}, ${delivery.periodId}, 'received', ${delivery.dataKey}, ${delivery.dataKeyId}, ${now}, ${now})
    on conflict (organisation_id, unit_id, period_id) do nothing`);

export interface NewFile {
  readonly id: string;
  readonly requestId: string;
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly storageKey: string;
  readonly uploadedBy: string;
}

/** Registers a file as the next version. @returns rows written: 0 when the same upload is registered already */
export const insertFile = (db: Writer, organisationId: string, deliveryId: string, file: NewFile, now: Date) =>
  db.run(sql`
    insert into delivery_file (organisation_id, id, delivery_id, number, request_id, name, bytes, sha256, storage_key, uploaded_by, uploaded_at, "check")
    select ${organisationId}, ${file.id}, ${deliveryId}, coalesce(max(number), 0) + 1, ${file.requestId}, ${file.name}, ${file.bytes}, ${file.sha256}, ${file.storageKey}, ${file.uploadedBy}, ${now}, 'waiting'
      from delivery_file where organisation_id = ${organisationId} and delivery_id = ${deliveryId}
    on conflict (organisation_id, delivery_id, request_id) do nothing`);

/** The one way a delivery changes state: from one of the states named, at the version seen. @returns the delivery, or undefined when it was elsewhere */
export const moveDelivery = (
  db: Writer,
  organisationId: string,
  deliveryId: string,
  move: { to: Delivery['state']; from: readonly Delivery['state'][]; expectedVersion: number | null; currentFileId?: string },
  now: Date,
) =>
  db.maybe<{ version: number }>(sql`
    update delivery
       set state = ${move.to}, version = version + 1, changed_at = ${now}, current_file_id = coalesce(${move.currentFileId ?? null}::uuid, current_file_id)
     where organisation_id = ${organisationId} and id = ${deliveryId} and state = any(${move.from})
       and (${move.expectedVersion}::int is null or version = ${move.expectedVersion})
    returning version`);

export const insertStep = (
  db: Writer,
  organisationId: string,
  deliveryId: string,
  step: { state: Delivery['state']; by: string; note: string },
  now: Date,
) =>
  db.run(sql`
    insert into delivery_step (organisation_id, delivery_id, number, state, at, by, note)
    select ${organisationId}, ${deliveryId}, coalesce(max(number), 0) + 1, ${step.state}, ${now}, ${step.by}, ${step.note}
      from delivery_step where organisation_id = ${organisationId} and delivery_id = ${deliveryId}`);

/** A change within a state: a correction, an explanation. */
export const touchDelivery = (db: Writer, organisationId: string, deliveryId: string, now: Date) =>
  db.maybe<{ version: number }>(
    sql`update delivery set version = version + 1, changed_at = ${now} where organisation_id = ${organisationId} and id = ${deliveryId} returning version`,
  );

/** Takes a file up for checking. @returns tries so far, or undefined when it has been checked already */
export const beginCheck = (db: Writer, organisationId: string, fileId: string) =>
  db.maybe<{ checkTries: number }>(sql`
    update delivery_file set "check" = 'checking', check_tries = check_tries + 1
     where organisation_id = ${organisationId} and id = ${fileId} and "check" in ('waiting', 'checking') returning check_tries`);

export const finishCheck = (
  db: Writer,
  organisationId: string,
  fileId: string,
  facts: { encoding: string; records: number; isFatal: boolean },
  now: Date,
) =>
  db.run(sql`
    update delivery_file set "check" = 'done', checked_at = ${now}, encoding = ${facts.encoding}, records = ${facts.records}, is_fatal = ${facts.isFatal}
     where organisation_id = ${organisationId} and id = ${fileId} and "check" = 'checking'`);

export const failCheck = (db: Writer, organisationId: string, fileId: string) =>
  db.run(
    sql`update delivery_file set "check" = 'failed' where organisation_id = ${organisationId} and id = ${fileId} and "check" in ('waiting', 'checking')`,
  );

/** The counts of a file, as a whole: rules that no longer hit are gone. */
export async function saveCounts(db: Writer, organisationId: string, fileId: string, counts: readonly RuleCountRow[]): Promise<void> {
  await db.run(sql`delete from rule_count where organisation_id = ${organisationId} and file_id = ${fileId}`);
  if (counts.length === 0) return;
  await db.run(sql`
    insert into rule_count (organisation_id, file_id, rule, severity, findings, explained)
    select ${organisationId}, ${fileId}, one.rule, one.severity, one.findings, one.explained
      from jsonb_to_recordset(${JSON.stringify(counts)}::jsonb) as one (rule text, severity text, findings int, explained int)`);
}

export interface NewCorrection {
  readonly number: number;
  readonly record: number;
  readonly variable: string;
  readonly requestId: string;
  readonly sealedBefore: Buffer;
  readonly sealedAfter: Buffer;
  readonly undoes: number | null;
  readonly by: string;
}

export const appendCorrection = (db: Writer, organisationId: string, fileId: string, correction: NewCorrection, now: Date) =>
  db.run(sql`
    insert into correction (organisation_id, file_id, number, record, variable, request_id, sealed_before, sealed_after, undoes, by, at)
    values (${organisationId}, ${fileId}, ${correction.number}, ${correction.record}, ${correction.variable}, ${correction.requestId},
            ${correction.sealedBefore}, ${correction.sealedAfter}, ${correction.undoes}, ${correction.by}, ${now})`);

/** Rows that one statement writes. */
const batch = 10_000;

/** Many corrections by one person with one request, in their order. */
export async function appendCorrections(
  db: Writer,
  organisationId: string,
  fileId: string,
  by: string,
  corrections: readonly Omit<NewCorrection, 'by'>[],
  now: Date,
): Promise<void> {
  for (let from = 0; from < corrections.length; from += batch) {
    const some = corrections.slice(from, from + batch);
    await db.run(sql`
      insert into correction (organisation_id, file_id, number, record, variable, request_id, sealed_before, sealed_after, undoes, by, at, together_from)
      select ${organisationId}, ${fileId}, one.number, one.record, one.variable, one.request_id, one.sealed_before, one.sealed_after, one.undoes, ${by}, ${now}, ${corrections[0]!.number}::int
        from unnest(${some.map(({ number }) => number)}::int[], ${some.map(({ record }) => record)}::int[],
                    ${some.map(({ variable }) => variable)}::text[], ${some.map(({ requestId }) => requestId)}::uuid[],
                    ${some.map(({ sealedBefore }) => sealedBefore)}::bytea[], ${some.map(({ sealedAfter }) => sealedAfter)}::bytea[],
                    ${some.map(({ undoes }) => undoes)}::int[])
             as one (number, record, variable, request_id, sealed_before, sealed_after, undoes)`);
  }
}

export interface NewExplanation {
  readonly findingMac: string;
  readonly sealedText: Buffer;
}

/** Explains findings of a rule; one that is explained already gets the new words. */
export const upsertExplanations = (
  db: Writer,
  organisationId: string,
  deliveryId: string,
  rule: string,
  reason: string,
  by: string,
  explanations: readonly NewExplanation[],
  now: Date,
) =>
  db.run(sql`
    insert into explanation (organisation_id, delivery_id, finding_mac, rule, reason, sealed_text, by, at)
    select ${organisationId}, ${deliveryId}, one.mac, ${rule}, ${reason}, one.sealed, ${by}, ${now}
      from unnest(${explanations.map(({ findingMac }) => findingMac)}::text[], ${explanations.map(({ sealedText }) => sealedText)}::bytea[]) as one (mac, sealed)
    on conflict (organisation_id, delivery_id, finding_mac)
    do update set reason = excluded.reason, sealed_text = excluded.sealed_text, by = excluded.by, at = excluded.at`);

/** Stores an explanation under another name, unless one stands there already; then the old one goes. @returns 1 when it was renamed */
export async function renameExplanation(
  db: Writer,
  organisationId: string,
  deliveryId: string,
  from: string,
  to: NewExplanation,
): Promise<number> {
  const renamed = await db.run(sql`
    update explanation set finding_mac = ${to.findingMac}, sealed_text = ${to.sealedText}
     where organisation_id = ${organisationId} and delivery_id = ${deliveryId} and finding_mac = ${from}
       and not exists (select from explanation
                        where organisation_id = ${organisationId} and delivery_id = ${deliveryId} and finding_mac = ${to.findingMac})`);
  if (renamed === 0)
    await db.run(
      sql`delete from explanation where organisation_id = ${organisationId} and delivery_id = ${deliveryId} and finding_mac = ${from}`,
    );
  return renamed;
}

export const deleteExplanation = (db: Writer, organisationId: string, deliveryId: string, rule: string, findingMacs: readonly string[]) =>
  db.run(
    sql`delete from explanation where organisation_id = ${organisationId} and delivery_id = ${deliveryId} and rule = ${rule} and finding_mac = any(${findingMacs})`,
  );

export const invalidateReceipts = (db: Writer, organisationId: string, deliveryId: string) =>
  db.run(sql`update receipt set is_valid = false where organisation_id = ${organisationId} and delivery_id = ${deliveryId} and is_valid`);

export interface NewReceipt {
  readonly number: string;
  readonly deliveryId: string;
  readonly fileId: string;
  readonly submittedBy: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly records: number;
  readonly corrections: number;
  readonly explanations: number;
  readonly counts: object;
  readonly proof: Receipt | null;
}

export const insertReceipt = (db: Writer, organisationId: string, receipt: NewReceipt, now: Date) =>
  db.run(sql`
    insert into receipt (organisation_id, number, delivery_id, file_id, submitted_at, submitted_by, file_name, sha256, records, corrections, explanations, counts, proof)
    values (${organisationId}, ${receipt.number}, ${receipt.deliveryId}, ${receipt.fileId}, ${now}, ${receipt.submittedBy}, ${receipt.fileName},
            ${receipt.sha256}, ${receipt.records}, ${receipt.corrections}, ${receipt.explanations}, ${JSON.stringify(receipt.counts)}, ${receipt.proof && JSON.stringify(receipt.proof)})`);

/** Deletes a delivery with everything that hangs on it. The stored files are the caller's to remove, after the commit. */
export async function deleteDelivery(db: Writer, organisationId: string, deliveryId: string): Promise<Erased> {
  const files = await db.all<{ id: string; storageKey: string }>(
    sql`select id, storage_key from delivery_file where organisation_id = ${organisationId} and delivery_id = ${deliveryId}`,
  );
  const fileIds = files.map(({ id }) => id);
  const found = await db.maybe<{ count: number }>(
    sql`select coalesce(sum(findings), 0) as count from rule_count where organisation_id = ${organisationId} and file_id = any(${fileIds})`,
  );
  const receipts = await db.run(sql`delete from receipt where organisation_id = ${organisationId} and delivery_id = ${deliveryId}`);
  await db.run(sql`delete from rule_count where organisation_id = ${organisationId} and file_id = any(${fileIds})`);
  const corrections = await db.run(sql`delete from correction where organisation_id = ${organisationId} and file_id = any(${fileIds})`);
  const explanations = await db.run(sql`delete from explanation where organisation_id = ${organisationId} and delivery_id = ${deliveryId}`);
  await db.run(sql`delete from delivery_step where organisation_id = ${organisationId} and delivery_id = ${deliveryId}`);
  await db.run(sql`delete from delivery_file where organisation_id = ${organisationId} and delivery_id = ${deliveryId}`);
  const deliveries = await db.run(sql`delete from delivery where organisation_id = ${organisationId} and id = ${deliveryId}`);
  return {
    storageKeys: files.map(({ storageKey }) => storageKey),
    deliveries,
    files: files.length,
    findings: Number(found?.count ?? 0),
    corrections,
    explanations,
    receipts,
  };
}
