import { november2026 } from '@insamling/survey/editions/november-2026';
import { frameUnitOf } from '@insamling/survey/generator';
import { openDelivery } from '@insamling/survey';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPortal, type Portal } from '../testing/portal.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal({ at: '2026-11-25T10:00:00Z' });
});
afterAll(() => portal.close());

test('anybody may read what the file is to look like, field by field', async () => {
  const { statusCode, body } = await portal.app.inject({ url: '/postbeskrivning' });
  expect(statusCode).toBe(200);
  expect(body.match(/<h2>\d+\. /g)).toHaveLength(november2026.variables.length);
  for (const word of ['27. Överenskommen lön', 'Högst 4 tecken', '2, utan decimaltecken', 'Bara siffror', 'Kodlista'])
    expect(body).toContain(word);
});

test('the example is a file with nothing wrong in it', async () => {
  const { headers, rawPayload } = await portal.app.inject({ url: '/exempelfil.csv' });
  expect(headers['content-disposition']).toContain('exempelfil.csv');
  const { kind, codes, name, organisationNumber } = frameUnitOf('1498');
  const facts = { unit: { kind, codes, name }, employers: [{ organisationNumber, isCompany: false }] };
  const { fatal, errors } = openDelivery(november2026, rawPayload, facts).summary();
  expect([fatal, errors]).toEqual([0, 0]);
});
