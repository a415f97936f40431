import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '../../testing/database.ts';
import { openDatabase, sql, type Database } from '../db/index.ts';
import { keyRing } from '../keys.ts';
import { openLog } from '../log.ts';
import { noOrganisation } from './event.ts';
import { readings, recordReading } from './reading.ts';
import { recordEvent } from './record.ts';
import { walkChain } from './verify.ts';

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

test('R80: events written side by side form one whole chain', async () => {
  await Promise.all(Array.from({ length: 20 }, (_, index) => record(`d-${index}`)));
  const { brokenAt } = await database.transaction({ side: 'collecting' }, (db) => walkChain(db, keys, noOrganisation));
  expect(brokenAt).toBeUndefined();
});

test.each([
  'update audit_event set kind = kind',
  'delete from audit_event',
  'truncate audit_event',
  'delete from audit_head',
  'truncate audit_head',
  'update audit_head set number = number - 1',
  'update audit_head set number = number + 2',
  'update audit_head set mac = mac',
])('R80: «%s» is refused, to the application and in everyday use to the owner of the tables', async (statement) => {
  await expect(database.transaction({ side: 'collecting' }, (db) => db.run(sql.raw(statement)))).rejects.toThrow('permission denied');
  await expect(place.ask(statement)).rejects.toThrow('permission denied');
  await expect(place.ask(`set session_replication_role = replica; ${statement}`)).rejects.toThrow('permission denied');
});

test('reading the same thing a hundred times within an hour is one event, also when all ask at once; the hour after it is another', async () => {
  const at = new Date('2026-11-25T10:59:00Z');
  const read = (minutes: number, actor = 'p-1') =>
    database.transaction({}, (db) =>
      recordReading(db, keys, new Date(at.getTime() + minutes * 60_000), { ...event('delivery-1'), actor, kind: 'records.read' }),
    );
  await Promise.all(Array.from({ length: 100 }, () => read(0)));
  const count = async () => (await place.ask(`select count(*)::int as n from audit_event where kind = 'records.read'`))[0]!['n'];
  expect(await count()).toBe(1);
  await read(0.5);
  expect(await count()).toBe(1);
  await read(1);
  await read(0, 'p-2');
  expect(await count()).toBe(3);
});

test('what was noted of readings is forgotten; the events stay', async () => {
  await database.transaction({ side: 'collecting' }, (db) => readings.erase(db, new Date('2026-11-25T12:00:00Z')));
  expect(await place.ask('select count(*)::int as n from audit_reading')).toEqual([{ n: 0 }]);
  expect(await place.ask(`select count(*)::int as n from audit_event where kind = 'records.read'`)).toEqual([{ n: 3 }]);
});
