import type { UnitRole } from '@insamling/contract';
import { sql, type Reader } from '../platform/db/index.ts';
import type { Access, Employer, Unit, UnitKey } from './unit.ts';

/** The unit with this code and the role the account has in it, if any. */
export const unitWithRole = (db: Reader, code: string, accountId: string) =>
  db.maybe<Unit & { role: UnitRole | null }>(sql`
    select unit.organisation_id, unit.id as unit_id, unit.code, unit.name, unit.kind, unit.county, unit.payroll_system, access.role
      from reporting_unit unit
      left join unit_access access
        on access.organisation_id = unit.organisation_id and access.unit_id = unit.id and access.account_id = ${accountId}
     where unit.code = ${code}`);

export const unitsOfAccount = (db: Reader, accountId: string) =>
  db.all<{ code: string; name: string; kind: Unit['kind']; role: UnitRole; isContact: boolean; since: Date }>(sql`
    select unit.code, unit.name, unit.kind, access.role, access.is_contact, access.since
      from unit_access access
      join reporting_unit unit on unit.organisation_id = access.organisation_id and unit.id = access.unit_id
     where access.account_id = ${accountId}
     order by unit.name, unit.code`);

export const unitByKey = (db: Reader, { organisationId, unitId }: UnitKey) =>
  db.maybe<Unit>(sql`
    select organisation_id, id as unit_id, code, name, kind, county, payroll_system
      from reporting_unit
     where organisation_id = ${organisationId} and id = ${unitId}`);

/** Every value of field 1 that belongs to the unit, the one in its address first. */
export const codesOf = (db: Reader, { organisationId, unitId }: UnitKey) =>
  db.all<{ code: string }>(sql`
    select code.code
      from unit_code code
      join reporting_unit unit on unit.organisation_id = code.organisation_id and unit.id = code.unit_id
     where code.organisation_id = ${organisationId} and code.unit_id = ${unitId}
     order by code.code <> unit.code, code.code`);

export const employersOf = (db: Reader, { organisationId, unitId }: UnitKey) =>
  db.all<Employer>(sql`
    select organisation_number, name, is_company
      from employer
     where organisation_id = ${organisationId} and unit_id = ${unitId}
     order by is_company, organisation_number`);

export const accessOf = (db: Reader, { organisationId, unitId }: UnitKey) =>
  db.all<Access>(sql`
    select account_id, role, is_contact, since
      from unit_access
     where organisation_id = ${organisationId} and unit_id = ${unitId}
     order by since, account_id`);

/** Every unit with how many people may act for it. */
export const allUnits = (db: Reader) =>
  db.all<Unit & { people: number }>(sql`
    select unit.organisation_id, unit.id as unit_id, unit.code, unit.name, unit.kind, unit.county, unit.payroll_system,
           count(access.account_id) as people
      from reporting_unit unit
      left join unit_access access on access.organisation_id = unit.organisation_id and access.unit_id = unit.id
     group by unit.organisation_id, unit.id
     order by unit.name, unit.code`);

/** Keys of the units with these codes, by code; a code that nobody has is left out. */
export const unitKeysByCode = async (db: Reader, codes: readonly string[]): Promise<ReadonlyMap<string, UnitKey>> =>
  new Map(
    (
      await db.all<UnitKey & { code: string }>(
        sql`select organisation_id, id as unit_id, code from reporting_unit where code = any(${[...codes]}::text[])`,
      )
    ).map(({ code, ...key }) => [code, key]),
  );

/** The units that a person acts for, with what finds them. */
export const unitsOfPerson = (db: Reader, accountId: string) =>
  db.all<UnitKey & { code: string }>(sql`
    select unit.organisation_id, unit.id as unit_id, unit.code
      from unit_access access
      join reporting_unit unit on unit.organisation_id = access.organisation_id and unit.id = access.unit_id
     where access.account_id = ${accountId}
     order by unit.code`);

/** Whether a person acts for any unit of any organisation, also one that may not be seen from here. */
export const hasAnyUnit = async (db: Reader, accountId: string): Promise<boolean> =>
  (await db.maybe<{ has: boolean }>(sql`select account_has_unit(${accountId}) as has`))?.has ?? false;

export const organisationName = async (db: Reader, { organisationId }: UnitKey): Promise<string> =>
  (await db.maybe<{ name: string }>(sql`select name from organisation where id = ${organisationId}`))?.name ?? '';

/** What the organisation has decided of signing in; undefined while it has decided nothing. */
export const signInPolicyOf = (db: Reader, { organisationId }: UnitKey) =>
  db.maybe<{ provider: string | null; requiresPasskey: boolean }>(
    sql`select oidc_provider as provider, requires_passkey from organisation_policy where organisation_id = ${organisationId}`,
  );

/** Everybody who acts for a unit of the organisation. */
export const peopleOfOrganisation = async (db: Reader, { organisationId }: Pick<UnitKey, 'organisationId'>): Promise<readonly string[]> =>
  (await db.all<{ accountId: string }>(sql`select distinct account_id from unit_access where organisation_id = ${organisationId}`)).map(
    ({ accountId }) => accountId,
  );
