import { randomUUID } from 'node:crypto';
import { get, type ClientRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { eventsPath } from '@insamling/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { browserHeaders, startPortal, type Portal, type TestPerson } from '../testing/portal.ts';

let database: TestDatabase;
let portal: Portal;
let officer: TestPerson;
let stranger: TestPerson;
let reviewer: TestPerson;
const unit = '0488';
beforeAll(async () => {
  database = await testDatabase();
  portal = await startPortal({ database, at: '2026-11-25T10:00:00Z' });
  await portal.round({});
  await portal.unit(unit);
  await portal.unit('0331');
  officer = await portal.person({ email: 'officer@example.se', name: 'Olle Provsson', units: [{ code: unit }] });
  stranger = await portal.person({ units: [{ code: '0331' }] });
  reviewer = await portal.person({ email: 'reviewer@example.se', name: 'Rita Granskare', collectingRole: 'reviewer' });
});
afterAll(async () => {
  await portal.close();
  await database.drop();
});
const start = (person: TestPerson, text = 'Hur räknas timavlönade?', requestId: string = randomUUID()) =>
  person.ask('startThread', { unit, subject: 'Timavlönade', text, rule: null, requestId });

test('a question waits for us until it is answered, then for nobody; each side is told by a letter without content', async () => {
  const thread = await start(officer);
  expect(await reviewer.ask('listAllThreads', { unanswered: 'true' as never })).toMatchObject([
    { id: thread.id, unit, lastSide: 'respondent', unread: 1 },
  ]);
  const [notice] = await portal.mailsTo('reviewer@example.se');
  expect(notice!.text).toContain('Du har ett nytt meddelande i Personalstatistik.');
  expect(notice!.text).not.toContain('timavlönade');
  await reviewer.ask('reply', { unit, thread: thread.id, text: 'Efter arbetade timmar.', requestId: randomUUID() });
  expect(await reviewer.ask('listAllThreads', { unanswered: 'true' as never })).toEqual([]);
  expect(await officer.ask('showThread', { unit, thread: thread.id })).toMatchObject({
    unread: 1,
    messages: [{ isMine: true }, { author: 'Rita Granskare', isMine: false, text: 'Efter arbetade timmar.' }],
  });
  const { messages } = await officer.ask('showThread', { unit, thread: thread.id });
  await officer.ask('markThreadRead', { unit, thread: thread.id, upTo: messages.at(-1)!.id });
  expect((await officer.ask('listThreads', { unit }))[0]).toMatchObject({ unread: 0 });
  expect((await portal.mailsTo('officer@example.se'))[0]!.text).not.toContain('arbetade timmar');
});

test('a message sent again with its id is one message', async () => {
  const requestId = randomUUID();
  const [first, second] = [await start(officer, 'En gång.', requestId), await start(officer, 'En gång.', requestId)];
  expect(second.id).toBe(first.id);
  const again = randomUUID();
  await Promise.all([1, 2, 3].map(() => officer.ask('reply', { unit, thread: first.id, text: 'Svar', requestId: again })));
  expect((await officer.ask('showThread', { unit, thread: first.id })).messages).toHaveLength(2);
});

test('a personal number is stopped before it is written', async () => {
  const before = await database.ask(`select count(*)::int as n from message`);
  for (const text of ['Gäller 8001019804.', '19800101-9804', '800101 9804'])
    await expect(start(officer, text)).rejects.toMatchObject({ status: 422, body: { code: 'message.holds-personal-number' } });
  expect(await database.ask(`select count(*)::int as n from message`)).toEqual(before);
});

test('the threads of a unit are unknown to another', async () => {
  const { id: thread } = await start(officer);
  await expect(stranger.ask('showThread', { unit: '0331', thread })).rejects.toMatchObject({ status: 404 });
  await expect(stranger.ask('reply', { unit: '0331', thread, text: 'Hej', requestId: randomUUID() })).rejects.toMatchObject({
    status: 404,
  });
  expect(await stranger.ask('listThreads', { unit: '0331' })).toEqual([]);
});

test('what is written through one process reaches an open page of another within two seconds, and no other unit', async () => {
  const other = await startPortal({ database, worker: false, settings: { DATA_DIR: portal.services.config.dataDir } });
  other.clock.set(portal.clock.now());
  await other.app.listen({ port: 0, host: '127.0.0.1' });
  const port = (other.app.server.address() as AddressInfo).port;
  const open: ClientRequest[] = [];
  const listen = (cookie: string) =>
    new Promise<{ heard: () => string }>((resolve, reject) => {
      let text = '';
      const request = get({ port, host: '127.0.0.1', path: eventsPath, headers: { ...browserHeaders, cookie } }, (response) => {
        response.on('data', (piece: Buffer) => (text += piece.toString()));
        response.on('error', () => undefined);
        resolve({ heard: () => text });
      });
      request.on('error', reject);
      open.push(request);
    });
  try {
    const [mine, theirs] = [await listen(officer.cookie), await listen(stranger.cookie)];
    await expect.poll(() => mine.heard() !== '' && theirs.heard() !== '').toBe(true);
    const startedAt = Date.now();
    await start(reviewer, 'Kan ni svara i dag?');
    await expect.poll(() => mine.heard(), { timeout: 2000, interval: 20 }).toContain('messages');
    expect(Date.now() - startedAt).toBeLessThan(2000);
    expect(mine.heard()).not.toContain('Kan ni svara');
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(theirs.heard()).not.toContain('messages');
  } finally {
    for (const request of open) request.on('error', () => undefined).destroy();
    await other.app.close();
    await other.services.database.close();
    await other.services.jobs.stop();
  }
});
