import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { dataClasses, type DataClass } from './data-classes.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const classified = (name: string): string[] => Object.values(dataClasses[name]?.columns ?? {}).flatMap((list) => list.split(' '));

test('R84: every column of the migrated database has one class, and no class names a column that is gone', async () => {
  const rows = await database.ask(`
    select c.relname as name, array_agg(a.attname::text order by a.attname) as columns
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') group by 1 order by 1`);
  const real = Object.fromEntries(rows.map(({ name, columns }) => [name as string, (columns as string[]).toSorted()]));
  const known = Object.fromEntries(Object.keys(dataClasses).map((name) => [name, classified(name).toSorted()]));
  expect(known).toEqual(real);
});

test('what names or proves a person, or is of an employee, is in the few places that are meant for it', () => {
  const places = (wanted: DataClass) =>
    Object.entries(dataClasses).flatMap(([name, { columns }]) => (columns[wanted]?.split(' ') ?? []).map((column) => `${name}.${column}`));
  expect(places('name')).toEqual(['account.name']);
  expect(places('contact')).toEqual([
    'account.email_normalised',
    'account.phone',
    'address_change.address',
    'journey.address',
    'mail_outbox.sealed',
  ]);
  expect(places('pay-record')).toEqual(['correction.sealed_before', 'correction.sealed_after', 'delivery_file.storage_key']);
});

test('there are no tables outside the two schemas that the register tells of', async () => {
  expect(
    await database.ask(
      `select distinct schemaname::text as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema') order by 1`,
    ),
  ).toEqual([{ name: 'jobs' }, { name: 'public' }]);
});
