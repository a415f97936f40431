import type { KeyRing } from '../keys.ts';

/** The chain of what belongs to no organisation: accounts, periods, the service itself. */
export const noOrganisation = '00000000-0000-0000-0000-000000000000';

/** One line of the audit log: ids, codes and counts; never a value, a name or an address. */
export interface AuditEvent {
  readonly organisationId?: string | undefined;
  /** Pseudonym of the account, or `system` and the name of the job. */
  readonly actor: string;
  readonly unitId?: string | undefined;
  /** What happened, for example `delivery.cell-corrected`. */
  readonly kind: string;
  /** Id of what it happened to. */
  readonly object: string;
  readonly outcome: 'done' | 'refused' | 'failed';
  readonly details?: Readonly<Record<string, string | number | boolean | null>>;
  /** IP address, or `system`. */
  readonly origin: string;
}

/** An event as it stands in its chain. */
export interface AuditRow {
  readonly organisationId: string;
  readonly number: number;
  readonly at: Date;
  readonly actor: string;
  readonly unitId: string | null;
  readonly kind: string;
  readonly object: string;
  readonly outcome: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly origin: string;
  readonly keyId: string;
  /** Mac of the event before; empty for the first. */
  readonly previous: Buffer;
}

/** Everything an event says, as one text: fields in a fixed order, details with sorted names, since jsonb forgets the order. */
export const textOf = (row: AuditRow): string =>
  JSON.stringify([
    row.organisationId,
    row.number,
    row.at.toISOString(),
    row.actor,
    row.unitId,
    row.kind,
    row.object,
    row.outcome,
    Object.fromEntries(Object.entries(row.details).sort(([a], [b]) => (a < b ? -1 : 1))),
    row.origin,
    row.keyId,
    row.previous.toString('hex'),
  ]);

/** The keyed hash of an event, which covers every column and the mac before it. */
export const macOf = (keys: KeyRing, row: AuditRow): Buffer => keys.mac('audit', textOf(row), row.keyId);

/** The keyed hash of an event and of the mac it has, under another key. */
export const renewedMacOf = (keys: KeyRing, row: AuditRow & { readonly mac: Buffer }, keyId: string): Buffer =>
  keys.mac('audit', `renewed ${textOf(row)} ${row.mac.toString('hex')}`, keyId);
