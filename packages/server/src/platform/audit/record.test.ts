import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '../../testing/database.ts';
import { openDatabase, sql, type Database } from '../db/index.ts';
import { keyRing } from '../keys.ts';
import { openLog } from '../log.ts';
import { firstBrokenEvent, noOrganisation, recordEvent } from './record.ts';

const keys = keyRing([{ id: 'k1', bytes: new Uint8Array(randomBytes(32)) }]);
let place: TestDatabase;
let database: Database;
beforeAll(async () => {
  place = await testDatabase();
  database = openDatabase(place.applicationUrl, openLog({ logLevel: 'silent' }));
});
afterAll(async () => {
  await database.close();
  await place.drop();
});

const event = (object: string) =>
  ({
    actor: 'p-1',
    kind: 'delivery.submitted',
    object,
    outcome: 'done',
    origin: '127.0.0.1',
    details: { records: 3, b: null, a: true },
  }) as const;
const record = (object: string) => database.transaction({}, (db) => recordEvent(db, keys, new Date(), event(object)));
const verify = () => database.transaction({ side: 'collecting' }, (db) => firstBrokenEvent(db, keys, noOrganisation));
const asOwner = async (statement: string) => {
  const client = new pg.Client({ connectionString: place.ownerUrl });
  await client.connect();
  await client.query(statement).finally(() => client.end());
};

test('events written side by side form one whole chain', async () => {
  await Promise.all(Array.from({ length: 20 }, (_, index) => record(`d-${index}`)));
  expect(await verify()).toBeUndefined();
});

test('the application can neither change, remove nor empty the log', async () => {
  for (const statement of [sql`update audit_event set kind = 'x'`, sql`delete from audit_event`, sql`truncate audit_event`]) {
    await expect(database.transaction({ side: 'collecting' }, (db) => db.run(statement))).rejects.toThrow('permission denied');
  }
});

test('a changed row, a removed row and a cut-off tail are each named', async () => {
  await asOwner(`create table kept as select * from audit_event; create table kept_head as select * from audit_head`);
  const restore = () => asOwner(`truncate audit_event; insert into audit_event select * from kept`);
  await asOwner(`update audit_event set details = '{"records": 4}' where number = 7`);
  expect(await verify()).toBe(7);
  await restore();
  await asOwner(`delete from audit_event where number = 5`);
  expect(await verify()).toBe(5);
  await restore();
  await asOwner(`delete from audit_event where number = 20`);
  expect(await verify()).toBe(20);
  await restore();
  expect(await verify()).toBeUndefined();
});
