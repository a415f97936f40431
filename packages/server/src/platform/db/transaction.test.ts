import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '../../testing/database.ts';
import { openLog } from '../log.ts';
import { openDatabase, sql, type Database } from './index.ts';

const log = openLog({ logLevel: 'silent' });
const unit = '00000000-0000-4000-8000-000000000001';

let place: TestDatabase;
let database: Database;
beforeAll(async () => {
  place = await testDatabase();
  await place.ask('create table thing (number int primary key, two_words text)');
  await place.ask('grant select, insert, update, delete on thing to insamling_app');
  // One connection, so that what a test does to it is seen by what comes after.
  database = openDatabase(place.applicationUrl, log, { max: 1 });
});
afterAll(async () => {
  await database.close();
  await place.drop();
});

const inOne = <T>(work: Parameters<typeof database.transaction<T>>[1]) => database.transaction({}, work);
const numbers = async () => (await place.ask('select number from thing order by number')).map(({ number }) => number);
const named = (on: Database) =>
  on.transaction({}, (db) =>
    db.all<{ statement: string }>(sql`select statement from pg_prepared_statements where statement like ${'%thing%'}`),
  );
const thing = (number: number) => sql`insert into thing (number) values (${number})`;

test('a transaction that fails leaves nothing, also of what was asked at once', async () => {
  await expect(inOne((db) => Promise.all([db.run(thing(1)), db.run(thing(2)), db.run(thing(1))]))).rejects.toThrow('duplicate key');
  expect(await numbers()).toEqual([]);
  await expect(
    inOne(async (db) => {
      await db.run(thing(1));
      throw new Error('the work gave up');
    }),
  ).rejects.toThrow('the work gave up');
  expect(await numbers()).toEqual([]);
});

test('a failure that the work hides does not pass for a success', async () => {
  const hidden = inOne(async (db) => {
    await db.run(thing(1));
    await db.run(thing(1)).catch(() => undefined);
  });
  await expect(hidden).rejects.toThrow('a statement of the transaction had failed');
  const inOneBreath = database.transaction({ isOneBreath: true }, (db) =>
    Promise.all([1, 1].map((number) => db.run(thing(number)).catch(() => undefined))),
  );
  await expect(inOneBreath).rejects.toThrow('a statement of the transaction had failed');
  expect(await numbers()).toEqual([]);
});

test('what is sent without waiting is there when the transaction has ended, and undoes it when it fails', async () => {
  await inOne(async (db) => {
    db.send(thing(1));
    expect(await db.all(sql`select number from thing`)).toEqual([{ number: 1 }]);
    db.send(thing(2));
  });
  expect(await numbers()).toEqual([1, 2]);
  const failing = inOne(async (db) => {
    await db.run(thing(3));
    db.send(thing(1));
  });
  await expect(failing).rejects.toMatchObject({ code: '23505' });
  expect(await numbers()).toEqual([1, 2]);
  await inOne((db) => db.run(sql`delete from thing`));
});

test('work that goes on after its transaction has failed cannot ask on the connection, which may be somebody else’s by then', async () => {
  let goesOn: Promise<unknown> = Promise.resolve();
  const failing = inOne(async (db) => {
    const late = async () => {
      await db.run(thing(1));
      await new Promise((resolve) => setTimeout(resolve, 50));
      return db.run(thing(2));
    };
    goesOn = late();
    goesOn.catch(() => undefined);
    throw new Error('one half gave up');
  });
  await expect(failing).rejects.toThrow('one half gave up');
  await expect(goesOn).rejects.toThrow('after its transaction had ended');
  expect(await numbers()).toEqual([]);
});

test('the scope holds for the first statement, and not for the next transaction', async () => {
  const scope = () => sql`select current_setting('app.organisation', true) as organisation where ${true}`;
  expect(await database.transaction({ organisation: unit }, (db) => db.maybe(scope()))).toEqual({ organisation: unit });
  expect(await inOne((db) => db.maybe(scope()))).toEqual({ organisation: '' });
});

test('what may be lost does not wait for the disk, and the next transaction does again', async () => {
  const url = new URL(place.applicationUrl);
  url.searchParams.set('options', '-c synchronous_commit=on');
  // As a query is written by programs, a blank is a plus; in an address of a database it is not.
  const waiting = openDatabase(url.href.replaceAll('+', '%20'), log, { max: 1 });
  const setting = sql`select current_setting('synchronous_commit') as waits, current_setting('transaction_isolation') as level where ${true}`;
  const within = (scope: Parameters<typeof database.transaction>[0]) => waiting.transaction(scope, (db) => db.maybe(setting));
  expect(await within({ mayBeLost: true, isOneMoment: true })).toEqual({ waits: 'off', level: 'repeatable read' });
  expect(await within({ mayBeLost: true })).toEqual({ waits: 'off', level: 'read committed' });
  expect(await within({})).toEqual({ waits: 'on', level: 'read committed' });
  await waiting.close();
});

test('what is asked in one breath is ended with it, and what is asked later is refused', async () => {
  const single = openDatabase(place.applicationUrl, log, { max: 1 });
  const scope = sql`select current_setting('app.organisation', true) as organisation where ${true}`;
  const inOneBreath = { organisation: unit, isOneBreath: true } as const;
  expect(await single.transaction(inOneBreath, (db) => Promise.all([db.maybe(scope), db.run(thing(1))]))).toEqual([
    { organisation: unit },
    1,
  ]);
  // Half of it fails: nothing of it stands.
  await expect(single.transaction(inOneBreath, (db) => Promise.all([db.run(thing(2)), db.run(thing(1))]))).rejects.toMatchObject({
    code: '23505',
  });
  await expect(
    single.transaction(inOneBreath, async (db) => {
      await db.run(thing(2));
      await db.run(thing(3));
    }),
  ).rejects.toThrow('after its transaction had ended');
  // The only connection is whole.
  expect(await single.transaction({}, (db) => db.maybe(scope))).toEqual({ organisation: '' });
  expect(await numbers()).toEqual([1, 2]);
  await single.transaction({}, (db) => db.run(sql`delete from thing`));
  await single.close();
});

test('rows are counted and named as here', async () => {
  await inOne(async (db) => {
    expect(await db.run(sql`insert into thing values (${7}, ${'x'}), (8, 'y')`)).toBe(2);
    expect(await db.all(sql`select two_words, '{"in_json": 1}'::json as as_json from thing where number > ${7}`)).toEqual([
      { twoWords: 'y', asJson: { in_json: 1 } },
    ]);
    expect(await db.run(sql`select number from thing where number > ${0}`)).toBe(0);
    expect(await db.run(sql`delete from thing where number > ${0}`)).toBe(2);
    await expect(db.maybe(sql`select * from (values (1), (${2}::int)) as two_rows`)).rejects.toThrow('one row was expected');
  });
});

test('a statement that comes again is read by the database once', async () => {
  const ask = () => inOne((db) => db.all(sql`select number as again from thing where number = ${1}`));
  const known = async () => (await named(database)).filter(({ statement }) => statement.includes('again')).length;
  await ask();
  expect(await known()).toBe(0);
  await ask();
  await ask();
  expect(await known()).toBe(1);
});

test('behind a pooler no statement is kept', async () => {
  const pooled = openDatabase(place.applicationUrl, log, { max: 1, isPooled: true });
  for (let time = 0; time < 3; time += 1) await pooled.transaction({}, (db) => db.all(sql`select * from thing where number = ${1}`));
  expect(await named(pooled)).toEqual([]);
  await pooled.close();
});

test('a table that changes under a kept statement is no error', async () => {
  const ask = () => inOne((db) => db.all(sql`select * from thing where number = ${9}`));
  await inOne((db) => db.run(thing(9)));
  await ask();
  expect(await ask()).toEqual([{ number: 9, twoWords: null }]);
  await place.ask('alter table thing add column third int default 3');
  expect(await ask()).toEqual([{ number: 9, twoWords: null, third: 3 }]);
});

test('a breath fails as a whole, and tells of each question what failed first', async () => {
  const asked: Promise<unknown>[] = [];
  const failing = inOne((db) => {
    asked.push(
      db.run(thing(20)),
      db.run(sql`insert into thing (number) values (${'no number'})`),
      db.all(sql`select no_such_column from thing`),
    );
    return Promise.all(asked);
  });
  await expect(failing).rejects.toMatchObject({ code: '22P02' });
  for (const answer of await Promise.allSettled(asked)) expect(answer).toMatchObject({ status: 'rejected', reason: { code: '22P02' } });
  expect(await numbers()).not.toContain(20);
});

test('statements that the connection has forgotten are read again', async () => {
  const ask = () => inOne((db) => Promise.all([1, 2].map((number) => db.maybe(sql`select ${number}::int as forgotten`))));
  for (let time = 0; time < 2; time += 1) expect(await ask()).toEqual([{ forgotten: 1 }, { forgotten: 2 }]);
  await inOne((db) => db.run(sql`deallocate all`));
  expect(await ask()).toEqual([{ forgotten: 1 }, { forgotten: 2 }]);
});

test('one statement is one statement', async () => {
  await expect(inOne((db) => db.run(sql`select 1; delete from thing`))).rejects.toMatchObject({ code: '42601' });
});

test('a connection that is lost in the middle is not used again', async () => {
  const lost = inOne(async (db) => {
    const own = await db.maybe<{ pid: number }>(sql`select pg_backend_pid() as pid`);
    await db.run(sql`select pg_terminate_backend(${own!.pid}::int)`);
  });
  await expect(lost).rejects.toThrow();
  expect(await inOne((db) => db.maybe(sql`select 1 as one where ${true}`))).toEqual({ one: 1 });
});
