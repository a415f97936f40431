import { randomUUID } from 'node:crypto';
import { endpoints, type EndpointName } from '@insamling/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from './testing/database.ts';
import { startPortal, type Portal, type TestPerson } from './testing/portal.ts';
import { freeTextsOf, sampleBody } from './testing/sample-request.ts';

/** Everything that somebody writes for others to read, with a personal number in it: refused before anything else is looked at. */
const unit = '0331';
let database: TestDatabase;
let portal: Portal;
let officer: TestPerson;
let manager: TestPerson;
let known: Readonly<Record<string, string>>;
beforeAll(async () => {
  database = await testDatabase();
  portal = await startPortal({ database, at: '2026-11-25T10:00:00Z', worker: false });
  await portal.round({});
  await portal.unit(unit);
  officer = await portal.person({ units: [{ code: unit, role: 'unitAdministrator' }] });
  manager = await portal.person({ collectingRole: 'administrator' });
  const started = { unit, subject: 'En fråga', text: 'Hej', requestId: randomUUID() };
  const { id: thread } = await officer.ask('startThread', started);
  known = { unit, thread };
});
afterAll(async () => {
  await portal.close();
  await database.drop();
});

/** Long texts that are no words for others: names, addresses, keys, what is searched for, and the values of the file itself. */
const noWords = /^(name|confirmName|email|returnPath|search|key) of |^text of correctCell$/;
const texts = (Object.keys(endpoints) as EndpointName[])
  .flatMap((name) => freeTextsOf(name).map((path) => ({ name, path, text: `${path} of ${name}` })))
  .filter(({ text }) => !noWords.test(text));

test('comments, reasons, answers, messages and the words of a period are among what is written', () => {
  expect(new Set(texts.map(({ name }) => name))).toEqual(
    new Set<EndpointName>([
      'changePayrollSystem',
      'resetUser',
      'changePeriod',
      'requestExtension',
      'decideExtension',
      'explainQuestion',
      'explainFindings',
      'startThread',
      'reply',
      'returnDelivery',
      'reopenDelivery',
    ]),
  );
});

test.each(texts)('a personal number in $text is refused in words, and nothing is kept', async ({ name, path }) => {
  const person = ofCollectors.has(name) ? manager : officer;
  const kept = () => database.ask('select count(*)::int as n from audit_event');
  for (const text of ['Se 19870907-9803 Lovis', 'Gäller 8001019804']) {
    const places = (endpoints[name].path.match(/(?<=:)\w+/g) ?? []).map((place) => [place, known[place] ?? randomUUID()]);
    const request = { ...Object.fromEntries(places), ...within(sampleBody(name), path.split('.'), text) };
    const before = await kept();
    await expect(person.ask(name, request as never)).rejects.toMatchObject({
      status: 422,
      body: { code: expect.stringMatching(/holds-personal-number$/), message: expect.stringContaining('personnummer') },
    });
    expect(await kept()).toEqual(before);
  }
});
const ofCollectors = new Set<EndpointName>(['resetUser', 'changePeriod', 'decideExtension', 'returnDelivery', 'reopenDelivery']);

/** The same with another text in a place. */
function within(parts: unknown, [field, ...rest]: readonly string[], text: string): object {
  const inside = rest.length === 0 ? text : within((parts as Record<string, unknown>)[field!], rest, text);
  return Array.isArray(parts) ? [inside] : { ...(parts as object), [field!]: inside };
}
