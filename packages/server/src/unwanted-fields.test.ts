import { randomUUID } from 'node:crypto';
import { endpoints, type EndpointName } from '@insamling/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from './testing/database.ts';
import { browserHeaders, startPortal, type Portal, type TestPerson } from './testing/portal.ts';
import { sampleBody, sampleRequest } from './testing/sample-request.ts';
import { wholeDatabase } from './testing/whole-database.ts';

/** Every change that the contract has, asked for with more than it takes: by somebody who may ask, so that nothing else stands in the way. */
const unit = '0331';
/** More than a person's share is asked for here. */
const manyRequests = { REQUESTS_PER_MINUTE: '1000000' };
let database: TestDatabase;
let portal: Portal;
let people: readonly TestPerson[];
beforeAll(async () => {
  database = await testDatabase();
  portal = await startPortal({ database, at: '2026-11-25T10:00:00Z', worker: false, settings: manyRequests });
  await portal.round({ test: ['2027-01-10', '2027-01-20'] });
  await portal.unit(unit);
  people = [
    await portal.person({ units: [{ code: unit, role: 'unitAdministrator' }] }),
    await portal.person({ collectingRole: 'administrator' }),
  ];
});
afterAll(async () => {
  await portal.close();
  await database.drop();
});

/** What belongs to the portal alone to say, as somebody would try it. */
const notTheirs = {
  role: 'administrator',
  collectingRole: 'administrator',
  organisationId: randomUUID(),
  state: 'accepted',
  submittedBy: randomUUID(),
  periodId: randomUUID(),
  accountId: randomUUID(),
  actor: 'p-somebody',
  isAdministrator: true,
  status: 'active',
};
/** A text or a list of texts. */
const takesLists = new Set(['findings']);
const names = Object.keys(endpoints) as EndpointName[];
const writing = names.filter((name) => endpoints[name].method !== 'GET');
const reading = names.filter((name) => endpoints[name].method === 'GET');
const path = { unit, rule: 'P14-01', correction: 1 };

async function send(person: TestPerson, name: EndpointName, body: string | undefined, query = '') {
  const { method, url } = sampleRequest(name, { path, query: {}, body: {} });
  return portal.app.inject({
    method,
    url: url + query,
    headers: { ...browserHeaders, cookie: person.cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { payload: body }),
  });
}
const refused = { statusCode: 400, code: 'request.invalid' };
const told = (answer: { statusCode: number; json: () => { code: string } }) => ({
  statusCode: answer.statusCode,
  code: answer.json().code,
});

test.each(writing)('R55: %s takes no field that it does not name, and then nothing has changed', async (name) => {
  const before = await wholeDatabase(database);
  const good = sampleBody(name) ?? {};
  for (const person of people) {
    for (const [field, value] of Object.entries(notTheirs))
      if (!(field in good)) expect(told(await send(person, name, JSON.stringify({ ...good, [field]: value }))), field).toEqual(refused);
    const open = JSON.stringify(good).slice(0, -1) + (Object.keys(good).length > 0 ? ',' : '');
    for (const trick of ['"__proto__":{"role":"administrator"}', '"constructor":{"prototype":{"role":"administrator"}}'])
      expect(told(await send(person, name, `${open}${trick}}`)), trick).toEqual(refused);
  }
  expect(await wholeDatabase(database)).toEqual(before);
});

test.each(writing.filter((name) => sampleBody(name)))(
  'R55: %s judges of which kind a field is, and makes no text into a number or a list into a text',
  async (name) => {
    const before = await wholeDatabase(database);
    const good = sampleBody(name)!;
    for (const [field, value] of Object.entries(good)) {
      const others =
        typeof value === 'object'
          ? ['text']
          : [{ $ne: null }, ...(takesLists.has(field) ? [] : [[value]]), ...(typeof value === 'string' ? [7] : ['7', 'true'])];
      for (const other of others)
        expect(
          told(await send(people[0]!, name, JSON.stringify({ ...good, [field]: other }))),
          `${field} ${JSON.stringify(other)}`,
        ).toEqual(refused);
    }
    for (const body of ['[]', '"text"', '7', 'null']) expect((await send(people[0]!, name, body)).statusCode, body).toBe(400);
    expect(await wholeDatabase(database)).toEqual(before);
  },
);

test.each(writing)(
  'R55: what the field tests send is refused for the field alone: the made-up request for %s is well formed',
  async (name) => {
    // Asked by nobody's session it would stop at the door; asked by one who may not, it stops after it has been read.
    const stranger = await portal.person();
    const answer = await send(stranger, name, JSON.stringify(sampleBody(name) ?? {}));
    expect(told(answer)).not.toEqual(refused);
  },
);

test.each(reading)('R55: %s takes no field in its address that it does not name', async (name) => {
  for (const query of ['?role=administrator', '?organisationId=x', '?side=collecting', '?unit=0488&unit=0331'])
    expect(told(await send(people[0]!, name, undefined, query)), query).toEqual(refused);
});
