import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ProblemCode } from '@insamling/contract';
import { problemTexts } from '@insamling/texts';
import { afterEach, expect, test, vi } from 'vitest';
import { askAt, NoAnswer, NotConfirmed, Refusal } from './client.ts';

// The record is written in texts, which knows nothing of the contract: here the compiler sees that no refusal lacks its sentence.
problemTexts satisfies Record<ProblemCode, string>;

let server: Server | undefined;
afterEach(() => server?.close());

async function portal(answer: RequestListener): Promise<string> {
  server = createServer(answer);
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const bodyOf = async (request: IncomingMessage) => {
  let text = '';
  for await (const part of request) text += String(part);
  return text;
};
const noSignOut = () => {
  throw new Error('nobody should be signed out');
};
const refusing =
  (status: number, body: unknown): RequestListener =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };

test('a question is asked with its parameters in the path and the rest after the question mark', async () => {
  const seen: string[] = [];
  const origin = await portal((request, response) => {
    seen.push(`${request.method} ${request.url}`);
    response.end('{"total":0,"corrections":[]}');
  });
  const answer = await askAt(origin, noSignOut)('listCorrections', { unit: '0488', delivery: 'd/1', limit: 25, offset: undefined });
  expect(seen).toEqual(['GET /api/e/0488/deliveries/d%2F1/corrections?limit=25']);
  expect(answer).toEqual({ total: 0, corrections: [] });
});

test('a change carries its parameters in the path and everything else as JSON', async () => {
  const seen: unknown[] = [];
  const origin = await portal((request, response) => {
    void bodyOf(request).then((body) => {
      seen.push(request.method, request.url, request.headers['content-type'], JSON.parse(body));
      response.end('{"done":true}');
    });
  });
  await askAt(origin, noSignOut)('changePayrollSystem', { unit: '0488', payrollSystem: 'Lönebas' });
  expect(seen).toEqual(['PUT', '/api/e/0488/payroll-system', 'application/json', { payrollSystem: 'Lönebas' }]);
});

test('a refusal is thrown with its code, sentence, details and reference', async () => {
  const body = { code: 'delivery.has-errors', message: '3 fel måste rättas.', details: { errors: 3 }, reference: 'r-1' };
  const origin = await portal(refusing(409, body));
  const refusal: unknown = await askAt(origin, noSignOut)('showUnit', { unit: '0488' }).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(Refusal);
  expect(refusal).toMatchObject({ ...body, status: 409 });
});

test('who would rather not confirm is told apart from who was refused', async () => {
  const body = { code: 'account.step-up-needed', message: 'Bekräfta.', details: { purpose: 'submit' }, reference: 'r-2' };
  const origin = await portal(refusing(403, body));
  const asked = vi.fn<(purpose: string) => Promise<boolean>>(() => Promise.resolve(false));
  const refusal: unknown = await askAt(origin, noSignOut, asked)('showUnit', { unit: '0488' }).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(NotConfirmed);
  expect(refusal).toMatchObject({ ...body, status: 403 });
  expect(asked).toHaveBeenCalledWith('submit');
});

test('when the session has ended the user is sent to sign in', async () => {
  const signedOut = vi.fn<() => void>();
  const origin = await portal(
    refusing(401, { code: 'account.not-signed-in', message: 'Du är inte inloggad.', details: {}, reference: '' }),
  );
  await expect(askAt(origin, signedOut)('whoAmI', {})).rejects.toThrow(Refusal);
  expect(signedOut).toHaveBeenCalledOnce();
});

test("a proxy's page instead of an answer becomes a refusal in our own words", async () => {
  const origin = await portal((_, response) => response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad Gateway</h1>'));
  await expect(askAt(origin, noSignOut)('whoAmI', {})).rejects.toMatchObject({
    code: 'service.unavailable',
    message: problemTexts['service.unavailable'],
  });
});

test('without a server there is no answer, which is worth another try', async () => {
  const origin = await portal(() => undefined);
  server?.close();
  await expect(askAt(origin, noSignOut)('whoAmI', {})).rejects.toThrow(NoAnswer);
});
