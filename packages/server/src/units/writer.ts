import type { UnitRole } from '@insamling/contract';
import { sql, type Writer } from '../platform/db/index.ts';
import type { UnitKey } from './unit.ts';

export const savePayrollSystem = (db: Writer, { organisationId, unitId }: UnitKey, payrollSystem: string) =>
  db.run(sql`
    update reporting_unit set payroll_system = ${payrollSystem}
     where organisation_id = ${organisationId} and id = ${unitId}`);

/** Gives an account its access; undefined when it has one already. */
export const insertAccess = (
  db: Writer,
  { organisationId, unitId }: UnitKey,
  access: { accountId: string; role: UnitRole; isContact: boolean; grantedBy: string | null; since: Date },
) =>
  db.maybe<{ accountId: string }>(sql`
    insert into unit_access (organisation_id, unit_id, account_id, role, is_contact, since, granted_by)
    values (${organisationId}, ${unitId}, ${access.accountId}, ${access.role}, ${access.isContact}, ${access.since}, ${access.grantedBy})
    on conflict do nothing
    returning account_id`);

/** Changes what a person may do in the unit; undefined when the person is not in it. */
export const updateAccess = (
  db: Writer,
  { organisationId, unitId }: UnitKey,
  accountId: string,
  { role, isContact }: { role: UnitRole; isContact: boolean },
) =>
  db.maybe<{ accountId: string }>(sql`
    update unit_access set role = ${role}, is_contact = ${isContact}
     where organisation_id = ${organisationId} and unit_id = ${unitId} and account_id = ${accountId}
    returning account_id`);

/** Takes a person out of the unit; undefined when the person is not in it. */
export const deleteAccess = (db: Writer, { organisationId, unitId }: UnitKey, accountId: string) =>
  db.maybe<{ accountId: string }>(sql`
    delete from unit_access
     where organisation_id = ${organisationId} and unit_id = ${unitId} and account_id = ${accountId}
    returning account_id`);

/** Takes a person out of every unit that may be seen from here. */
export const removeFromUnits = (db: Writer, accountId: string) => db.run(sql`delete from unit_access where account_id = ${accountId}`);

/** A whole frame in four statements. */
export async function insertFrame(db: Writer, frame: readonly FrameRow[], now: Date): Promise<void> {
  const rows = JSON.stringify(frame);
  const columns = sql`jsonb_to_recordset(${rows}::jsonb) as frame ("organisationId" uuid, "unitId" uuid, code text, name text, kind text, county text, codes jsonb, employers jsonb)`;
  await db.run(sql`insert into organisation (id, name, created_at) select "organisationId", name, ${now} from ${columns}`);
  await db.run(sql`
    insert into reporting_unit (organisation_id, id, code, name, kind, county)
    select "organisationId", "unitId", code, name, kind, county from ${columns}`);
  await db.run(sql`
    insert into unit_code (organisation_id, unit_id, code)
    select "organisationId", "unitId", one from ${columns}, jsonb_array_elements_text(codes) one`);
  await db.run(sql`
    insert into employer (organisation_id, unit_id, organisation_number, name, is_company)
    select "organisationId", "unitId", one ->> 'organisationNumber', one ->> 'name', (one ->> 'isCompany')::boolean
      from ${columns}, jsonb_array_elements(employers) one`);
}

export interface FrameRow extends UnitKey {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly county: string;
  readonly codes: readonly string[];
  readonly employers: readonly { organisationNumber: string; name: string; isCompany: boolean }[];
}

export const saveSignInPolicy = (
  db: Writer,
  { organisationId }: UnitKey,
  { provider, requiresPasskey }: { readonly provider: string | null; readonly requiresPasskey: boolean },
) =>
  db.run(sql`
    insert into organisation_policy (organisation_id, oidc_provider, requires_passkey)
    values (${organisationId}, ${provider}, ${requiresPasskey})
    on conflict (organisation_id) do update set oidc_provider = ${provider}, requires_passkey = ${requiresPasskey}`);
