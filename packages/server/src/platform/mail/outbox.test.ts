import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '../../testing/database.ts';
import { startPortal, type Portal } from '../../testing/portal.ts';
import { sql } from '../db/index.ts';
import { postLetter } from './index.ts';

let database: TestDatabase;
let portal: Portal;
beforeAll(async () => {
  database = await testDatabase();
  portal = await startPortal({ database });
});
afterAll(async () => {
  await portal.close();
  await database.drop();
});

const letter = { subject: 'Hej', paragraphs: ['Hej.'] } as unknown as Parameters<typeof postLetter>[5];
const waiting = async () => (await database.ask('select count(*)::int as n from mail_outbox'))[0]!['n'] as number;

test('whom four hundred others were written to just before does not wait for minutes, and a letter that cannot be sent holds up none', async () => {
  const { services, clock } = portal;
  const broken = randomUUID();
  await services.database.transaction({}, async (db) => {
    await db.run(
      sql`insert into mail_outbox (id, kind, key_id, sealed, recipient_mac, created_at) values (${broken}, 'code', 'k1', ${Buffer.alloc(40)}, ${Buffer.alloc(32)}, ${clock.now()})`,
    );
    await services.jobs.enqueue(db, 'send-mail', { mailId: broken });
    for (let n = 0; n < 400; n += 1) await postLetter(db, services, clock.now(), 'code', `n${n}@example.se`, letter);
  });
  const begun = Date.now();
  while ((await waiting()) > 1 && Date.now() - begun < 40_000) await pause(100);
  expect(await waiting()).toBe(1);
  const [job] = await database.ask(`select state, output from jobs.job where name = 'send-mail' and data->>'mailId' = '${broken}'`);
  expect(job).toMatchObject({ state: 'retry', output: { message: expect.any(String) } });
  expect(Date.now() - begun).toBeLessThan(30_000);
});
