import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '../../testing/database.ts';
import { startPortal, type Portal } from '../../testing/portal.ts';
import { sql } from './index.ts';

/** The second barrier: what the database refuses even when the code has forgotten to ask. */
let database: TestDatabase;
let portal: Portal;
let mine: { organisationId: string; unitId: string };
let theirs: { organisationId: string; unitId: string };
let tenantTables: string[];
/** Name an organisation but hold nothing of it: the heads of the audit chains (a number and a mac), and «something changed» for open pages. */
const ofNobody = ['audit_head', 'live_event'];
beforeAll(async () => {
  database = await testDatabase();
  portal = await startPortal({ database, worker: false });
  mine = await portal.unit('0488');
  theirs = await portal.unit('0331');
  tenantTables = (
    await database.ask(`
      select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
       where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attname = 'organisation_id' and not a.attisdropped order by 1`)
  ).map(({ name }) => name as string);
});
afterAll(async () => {
  await portal.close();
  await database.drop();
});

test('R57: every table of a unit has the organisation first in its primary key, and row-level security with a policy', async () => {
  expect(tenantTables).toEqual(
    expect.arrayContaining([
      'delivery',
      'delivery_file',
      'correction',
      'explanation',
      'receipt',
      'reporting_unit',
      'unit_access',
      'extension_request',
      'thread_read',
      'message',
    ]),
  );
  const facts = await database.ask(`
    select c.relname as name, c.relrowsecurity as secured,
           (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies,
           (select a.attname from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
             where i.indrelid = c.oid and i.indisprimary) as first_key
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname = any('{${tenantTables.join(',')}}')`);
  for (const { name, secured, policies, first_key: firstKey } of facts) {
    if (ofNobody.includes(name as string)) continue;
    expect({ name, firstKey, secured, hasPolicy: (policies as number) > 0 }).toEqual({
      name,
      firstKey: 'organisation_id',
      secured: true,
      hasPolicy: true,
    });
  }
});

test('R57: the application owns nothing, is no superuser, and cannot step past the policies', async () => {
  const login = decodeURIComponent(new URL(database.applicationUrl).username);
  expect(await database.ask(`select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole from pg_roles where rolname = '${login}'`)).toEqual([
    { rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false },
  ]);
  expect(
    await database.ask(`select count(*)::int as n from pg_class where relowner = (select oid from pg_roles where rolname = '${login}')`),
  ).toEqual([{ n: 0 }]);
  for (const statement of [
    sql`create table x (a int)`,
    sql`alter table delivery disable row level security`,
    sql`drop table message`,
    sql`truncate receipt`,
    sql`delete from notice_acknowledgement`,
    sql`update audit_event set kind = 'x'`,
  ])
    await expect(portal.services.database.transaction({ side: 'collecting' }, (db) => db.run(statement))).rejects.toThrow(
      /permission denied|must be owner/,
    );
});

test('R57: with the organisation of one unit, rows of another are neither seen, changed nor written', async () => {
  const { database: db } = portal.services;
  const count = (scope: Parameters<typeof db.transaction>[0]) =>
    db.transaction(scope, (inside) => inside.all<{ organisationId: string }>(sql`select organisation_id from reporting_unit`));
  expect(await count({ organisation: mine.organisationId })).toEqual([{ organisationId: mine.organisationId }]);
  expect(await count({})).toEqual([]);
  expect(await count({ side: 'collecting' })).toHaveLength(2);
  const changed = await db.transaction({ organisation: mine.organisationId }, (inside) =>
    inside.run(sql`update reporting_unit set payroll_system = 'x' where organisation_id = ${theirs.organisationId}`),
  );
  expect(changed).toBe(0);
  await expect(
    db.transaction({ organisation: mine.organisationId }, (inside) =>
      inside.run(
        sql`insert into employer (organisation_id, unit_id, organisation_number, name) values (${theirs.organisationId}, ${theirs.unitId}, '5560000000', 'x')`,
      ),
    ),
  ).rejects.toThrow('row-level security');
});

test('R57: the scope of one transaction does not reach the next on the same connection', async () => {
  const { database: db } = portal.services;
  await Promise.all(
    Array.from({ length: 40 }, async (_, index) => {
      const scope = index % 3 === 0 ? {} : { organisation: index % 3 === 1 ? mine.organisationId : theirs.organisationId };
      const rows = await db.transaction(scope, (inside) =>
        inside.all<{ organisationId: string }>(sql`select organisation_id from reporting_unit`),
      );
      expect(rows.map(({ organisationId }) => organisationId)).toEqual('organisation' in scope ? [scope.organisation] : []);
    }),
  );
});

test('what fails half way is undone whole', async () => {
  const { database: db } = portal.services;
  const id = randomUUID();
  await expect(
    db.transaction({ side: 'collecting' }, async (inside) => {
      await inside.run(sql`insert into organisation (id, name, created_at) values (${id}, 'x', now())`);
      throw new Error('half way');
    }),
  ).rejects.toThrow('half way');
  expect(await database.ask(`select count(*)::int as n from organisation where id = '${id}'`)).toEqual([{ n: 0 }]);
});
