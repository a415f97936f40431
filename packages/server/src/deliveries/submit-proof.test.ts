import { randomUUID } from 'node:crypto';
import type { DeliveryView } from '@insamling/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appCode } from '../testing/browser.ts';
import { checked, delivered, novemberFile, upload } from '../testing/delivery.ts';
import { municipalities, portalOfUnits, type PortalOfUnits } from '../testing/portal-of-units.ts';
import { ask, type Portal, type TestPerson } from '../testing/portal.ts';

/** R52: «Lämna in» needs a fresh proof for the very data, given with a real code over HTTP. */
const units = municipalities(60, 72);
let world: PortalOfUnits;
let portal: Portal;
let anna: TestPerson;
let next = 0;
beforeAll(async () => {
  world = await portalOfUnits(units);
  ({ portal, anna } = world);
});
afterAll(() => world.close());

type Ready = DeliveryView & { readonly id: string };
const clean = (): Promise<Ready> => {
  const unit = units[next++]!;
  return delivered(portal, anna, unit, novemberFile(unit, 10));
};
/** A window of somebody who acts for all units, just signed in: the cookie changes with every proof. */
async function open() {
  const person = await portal.person({ units: units.map((code) => ({ code })) });
  let { cookie } = person;
  return {
    submit: ({ unit, id, version, file }: Ready) =>
      ask(portal.app, cookie, 'submitDelivery', { unit, delivery: id, expectedVersion: version, sha256: file!.sha256, confirmed: true }),
    /** Types the code the app shows now. */
    async prove(purpose: string) {
      portal.clock.advance(30);
      const answer = await portal.app.inject({
        method: 'POST',
        url: '/api/me/step-up',
        headers: { host: 'localhost:3000', 'sec-fetch-site': 'same-origin', cookie, 'content-type': 'application/json' },
        payload: { purpose, code: appCode(portal, person.appKey) },
      });
      expect(answer.json()).toEqual({ outcome: 'confirmed', minutes: null });
      cookie = String(answer.headers['set-cookie']).split(';')[0]!;
    },
  };
}
const purposeOf = ({ id, file, version }: Ready) => `submit:${id}:${file!.sha256}:${version}`;
const needed = (purpose: string) => ({ status: 403, body: { code: 'account.step-up-needed', details: { purpose } } });
const receipts = async ({ id }: Ready) =>
  (await world.database.ask(`select count(*)::int as n from receipt where delivery_id = '${id}'`))[0]!['n'];

test('R52: the refusal names the delivery, the file and its version; a code given for them submits, once', async () => {
  const [delivery, other] = [await clean(), await clean()];
  const window = await open();
  await expect(window.submit(delivery)).rejects.toMatchObject(needed(purposeOf(delivery)));
  await window.prove(purposeOf(delivery));
  expect(await window.submit(delivery)).toMatchObject({ sha256: delivery.file!.sha256, isValid: true });
  await expect(window.submit(other)).rejects.toMatchObject(needed(purposeOf(other)));
});

test('R52: having just signed in, or proved it for anything, is not enough', async () => {
  const delivery = await clean();
  const window = await open();
  await window.prove('');
  await expect(window.submit(delivery)).rejects.toMatchObject(needed(purposeOf(delivery)));
  expect(await receipts(delivery)).toBe(0);
});

test('R52: a proof for another file, another version or another delivery does not do', async () => {
  const [delivery, other] = [await clean(), await clean()];
  const window = await open();
  for (const purpose of [
    `submit:${delivery.id}:${'0'.repeat(64)}:${delivery.version}`,
    `submit:${delivery.id}:${delivery.file!.sha256}:${delivery.version + 1}`,
    purposeOf(other),
  ]) {
    await window.prove(purpose);
    await expect(window.submit(delivery)).rejects.toMatchObject(needed(purposeOf(delivery)));
  }
  expect(await receipts(delivery)).toBe(0);
});

test('R52: a correction or a new file after the proof makes it worth nothing', async () => {
  const delivery = await clean();
  const { unit, id, file } = delivery;
  const show = () => anna.ask('showDelivery', { unit }) as Promise<Ready>;
  const window = await open();
  await window.prove(purposeOf(delivery));
  const { correction } = await anna.ask('correctCell', {
    unit,
    delivery: id,
    fileId: file!.id,
    record: 2,
    variable: 'agreedEmploymentRate',
    text: '09000',
    seenText: null,
    requestId: randomUUID(),
  });
  await expect(window.submit(delivery)).rejects.toMatchObject({ status: 409, body: { code: 'delivery.changed-meanwhile' } });
  await anna.ask('undoCorrection', { unit, delivery: id, correction: correction!, requestId: randomUUID() });
  const corrected = await show();
  await expect(window.submit(corrected)).rejects.toMatchObject(needed(purposeOf(corrected)));
  await window.prove(purposeOf(corrected));
  await upload(portal, anna, unit, novemberFile(unit, 11));
  await checked(anna, unit);
  await expect(window.submit(corrected)).rejects.toMatchObject({ status: 409, body: { code: 'delivery.file-replaced' } });
  const replaced = await show();
  await expect(window.submit(replaced)).rejects.toMatchObject(needed(purposeOf(replaced)));
  expect(await receipts(delivery)).toBe(0);
});

test('R52: submitted already, the same wish again is answered with the first receipt and needs no proof', async () => {
  const delivery = await clean();
  const window = await open();
  await window.prove(purposeOf(delivery));
  const all = await Promise.all(Array.from({ length: 10 }, () => window.submit(delivery)));
  expect(new Set(all.map(({ number }) => number)).size).toBe(1);
  expect((await window.submit(delivery)).number).toBe(all[0]!.number);
  expect(await receipts(delivery)).toBe(1);
});

test('R52: nobody is asked for a code before a submission that would be refused anyway', async () => {
  const { unit } = await clean();
  const wrong = await delivered(portal, anna, unit, novemberFile(unit, 10, { record: 2, field: 21, text: '15000' }));
  const window = await open();
  await expect(window.submit(wrong)).rejects.toMatchObject({ status: 409, body: { code: 'delivery.has-errors' } });
  await expect(
    ask(portal.app, world.reader.cookie, 'submitDelivery', {
      unit,
      delivery: wrong.id,
      expectedVersion: wrong.version,
      sha256: wrong.file!.sha256,
      confirmed: true,
    }),
  ).rejects.toMatchObject({ status: 403, body: { code: 'delivery.not-allowed' } });
});

test('R52: a proof is good for five minutes', async () => {
  const delivery = await clean();
  const window = await open();
  await window.prove(purposeOf(delivery));
  portal.clock.advance(301);
  await expect(window.submit(delivery)).rejects.toMatchObject(needed(purposeOf(delivery)));
});
