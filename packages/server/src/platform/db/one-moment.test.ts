import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '../../testing/database.ts';
import { startPortal, type Portal } from '../../testing/portal.ts';
import { sql, type Writer } from './index.ts';

let database: TestDatabase;
let portal: Portal;
let organisationId: string;
beforeAll(async () => {
  database = await testDatabase();
  portal = await startPortal({ database, worker: false });
  ({ organisationId } = await portal.unit('0488'));
});
afterAll(async () => {
  await portal.close();
  await database.drop();
});

/** The name of a unit asked for twice, while somebody else changes it in between. */
async function seenTwice(isOneMoment: boolean): Promise<unknown[]> {
  const nameIn = (db: Writer) => db.maybe(sql`select name from reporting_unit where organisation_id = ${organisationId} and code = '0488'`);
  return portal.services.database.transaction({ organisation: organisationId, isOneMoment }, async (db) => {
    const before = await nameIn(db);
    await database.ask(`update reporting_unit set name = name || '!' where code = '0488'`);
    return [before, await nameIn(db)];
  });
}

test('an answer that is put together at one moment does not see what is written meanwhile', async () => {
  const [first, second] = await seenTwice(true);
  expect(second).toEqual(first);
  const [third, fourth] = await seenTwice(false);
  expect(fourth).not.toEqual(third);
});
