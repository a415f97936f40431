import { readdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { filePath } from '@insamling/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { workbookOf, workbookParts, zipOf } from '../../../survey/src/testing/workbook.ts';
import { checked, delivered, novemberFile, upload } from '../testing/delivery.ts';
import { municipalities, portalOfUnits, type PortalOfUnits } from '../testing/portal-of-units.ts';
import { browserHeaders } from '../testing/portal.ts';

/** Files that are made to harm, sent the whole way: the upload, the store, the check, the download. */
const units = municipalities(0, 8);
let next = 0;
const freshUnit = () => units[next++]!;
let all: PortalOfUnits;
beforeAll(async () => {
  all = await portalOfUnits(units);
});
afterAll(() => all.close());

const storedNames = async () =>
  (await readdir(join(all.portal.services.config.dataDir, 'files'), { recursive: true, withFileTypes: true }).catch(() => []))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);
const send = (unit: string, name: string, bytes: Uint8Array) => upload(all.portal, all.anna, unit, bytes, { name });

test('R72: the ending of the name, the first bytes and the whole content must agree; else nothing is stored', async () => {
  const unit = freshUnit();
  const before = await storedNames();
  const text = novemberFile(unit, 10);
  const picture = Buffer.from('\x89PNG\r\n\x1a\n and the rest of it', 'latin1');
  const old = Buffer.from('d0cf11e0a1b11ae1000000000000', 'hex');
  for (const name of ['november', 'november.exe', 'november.csv.scr', 'november.xls', 'november.xlsm', 'csv'])
    await expect(send(unit, name, text), name).rejects.toMatchObject({ status: 415, body: { code: 'delivery.file-kind-unknown' } });
  for (const [name, bytes] of [
    ['november.csv', picture],
    ['november.csv', old],
    ['november.TXT', workbookOf({ name: 'November', rows: [['a']] })],
    ['november.xlsx', text],
    ['november.xlsx', old],
    ['november.xlsx', Buffer.from('PK')],
  ] as const)
    await expect(send(unit, name, bytes), name).rejects.toMatchObject({
      status: 415,
      body: { code: 'delivery.file-kind-differs', details: { ending: name.toLowerCase().slice(name.lastIndexOf('.')) } },
    });
  expect(await storedNames()).toEqual(before);
  // What looks right from outside is for the check to judge.
  await send(unit, 'november.xlsx', Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(500, 7)]));
  expect(await checked(all.anna, unit)).toMatchObject({ state: 'received', file: { isFatal: true } });
  expect(await delivered(all.portal, all.anna, unit, text)).toMatchObject({ state: 'validated' });
});

test('R72: a zip bomb whose directory lies is a finding, takes little memory and holds nobody up', async () => {
  const unit = freshUnit();
  const bomb = Buffer.alloc(300_000_000, '<c></c>');
  const packed = new Uint8Array(deflateRawSync(bomb, { level: 1 }));
  const parts = workbookParts([{ name: 'November', rows: [] }]).map((part) =>
    part.name.startsWith('xl/worksheets') ? { name: part.name, bytes: new Uint8Array(bomb), packed, claims: 1000 } : part,
  );
  const file = zipOf(parts);
  const before = process.memoryUsage().rss;
  let most = 0;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20);
  await send(unit, 'november.xlsx', file);
  const times: number[] = [];
  const view = await (async () => {
    for (;;) {
      const askedAt = performance.now();
      const now = await all.anna.ask('showDelivery', { unit });
      times.push(performance.now() - askedAt);
      if (now.file?.check === 'done' || now.file?.check === 'failed') return now;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  })();
  clearInterval(watch);
  expect(view.file).toMatchObject({ check: 'done', isFatal: true });
  expect(view.state).toBe('received');
  expect(most - before).toBeLessThan(150_000_000);
  expect(Math.max(...times)).toBeLessThan(3000);
});

test('R72: a million columns are one row with the wrong number of values', async () => {
  const unit = freshUnit();
  await send(unit, 'november.csv', Buffer.concat([novemberFile(unit, 5), Buffer.from(`\r\nx${';x'.repeat(1_000_000)}`)]));
  const { id, file } = await checked(all.anna, unit);
  expect(file).toMatchObject({ check: 'done' });
  expect((await all.anna.ask('listChecks', { unit, delivery: id! })).checks.map(({ rule }) => rule)).toContain('FIL-06');
});

test('R74: a workbook with a document type, an entity of elsewhere and links to elsewhere asks nobody', async () => {
  const calls: string[] = [];
  const listener = createServer((request, response) => {
    calls.push(String(request.url));
    response.end('<x/>');
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(listener.address() as AddressInfo).port}`;
  const rows = novemberFile('0114', 3)
    .toString('latin1')
    .split('\r\n')
    .map((row) => row.split(';'));
  const sheet = { name: 'November', rows };
  const doctype = `<!DOCTYPE x [<!ENTITY a SYSTEM "${address}/entity"><!ENTITY % b SYSTEM "${address}/dtd"> %b;]>`;
  const withLinks = workbookParts([{ ...sheet, after: `<hyperlinks><hyperlink ref="A1" r:id="rId9"/></hyperlinks>` }]).map((part) =>
    part.name.endsWith('.rels')
      ? {
          name: part.name,
          bytes: Buffer.from(
            Buffer.from(part.bytes)
              .toString()
              .replace(
                '</Relationships>',
                `<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="${address}/link" TargetMode="External"/></Relationships>`,
              ),
          ),
        }
      : part,
  );
  const unit = freshUnit();
  await send(unit, 'doctype.xlsx', zipOf(workbookParts([sheet], { doctype })));
  expect(await checked(all.anna, unit)).toMatchObject({ file: { check: 'done', isFatal: true } });
  await send(unit, 'links.xlsx', zipOf(withLinks));
  expect(await checked(all.anna, unit)).toMatchObject({ file: { check: 'done', name: 'links.xlsx' } });
  expect(calls).toEqual([]);
  await new Promise((resolve) => listener.close(resolve));
});

test('R73: no name reaches the disk or breaks out of a header, and a download is never a page', async () => {
  const unit = freshUnit();
  const bytes = novemberFile(unit, 3);
  for (const [name, kept] of [
    ['../../x.csv', 'x.csv'],
    ['a\r\nSet-Cookie: x=1.csv', 'a\ufffd\ufffdSet-Cookie: x=1.csv'],
    ['\u202Evsc.lön.csv', '\ufffdvsc.lön.csv'],
    ['a\u0000.csv', 'a\ufffd.csv'],
    ['CON.csv', 'CON.csv'],
    ['"; filename="evil.html.csv', '"; filename="evil.html.csv'],
    ["å'(1)*%41.csv", "å'(1)*%41.csv"],
    [`${'x'.repeat(300)}.csv`, `${'x'.repeat(251)}.csv`],
  ] as const) {
    const { deliveryId, fileId } = await send(unit, name, bytes);
    expect((await all.anna.ask('showDelivery', { unit })).file!.name).toBe(kept);
    const { headers } = await all.portal.app.inject({
      url: filePath(unit, deliveryId, fileId),
      headers: { ...browserHeaders, cookie: all.anna.cookie },
    });
    const disposition = String(headers['content-disposition']);
    expect(disposition).toMatch(/^attachment; filename="inlamning\.csv"; filename\*=UTF-8''[\w!#$&+.^`|~%-]+$/);
    expect(decodeURIComponent(disposition.split("UTF-8''")[1]!)).toBe(kept);
    expect(headers['set-cookie']).toBeUndefined();
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['content-type']).toBe('application/octet-stream');
    expect(headers['content-security-policy']).toContain('sandbox');
  }
  for (const name of await storedNames()) expect(name).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
});
