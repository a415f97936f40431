import {
  endpoints,
  uploadHeaders,
  uploadPath,
  type EndpointName,
  type Output,
  type ProblemBody,
  type ProblemCode,
  type RequestTo,
  type UploadResponse,
} from '@insamling/contract';
import { problemText } from '@insamling/texts';

/** The server's answer «no»: a code to act on, a sentence to show, and a reference that finds the line in the server's log. */
export class Refusal extends Error {
  readonly code: ProblemCode;
  readonly details: ProblemBody['details'];
  readonly reference: string;
  readonly status: number;

  constructor(body: ProblemBody, status: number) {
    super(body.message);
    this.name = 'Refusal';
    this.code = body.code;
    this.details = body.details;
    this.reference = body.reference;
    this.status = status;
  }
}

/** The person was asked to prove who they are, and would rather not: their own choice, and nothing to tell them. */
export class NotConfirmed extends Refusal {
  constructor({ code, message, details, reference, status }: Refusal) {
    super({ code, message, details, reference }, status);
    this.name = 'NotConfirmed';
  }
}

/** No answer at all: the network is gone or the server is down. Worth trying again with the same request. */
export class NoAnswer extends Error {
  constructor(cause?: unknown) {
    super('no answer', { cause });
    this.name = 'NoAnswer';
  }
}

/** Asks the person to prove anew who they are, for a purpose that the server named. @returns false when they would rather not */
export type Confirm = (purpose: string) => Promise<boolean>;

type Ask = <Name extends EndpointName>(name: Name, request: RequestTo<Name>, signal?: AbortSignal) => Promise<Output<Name>>;

/**
 * Makes the function that puts a question of the contract to the server at `origin`.
 * @param signedOut  called when the session has ended
 * @param confirm  called when the server first wants to know that it is still the same person; the question is then put again
 */
export const askAt =
  (origin: string, signedOut: () => void, confirm: Confirm = async () => false): Ask =>
  async (name, request, signal) => {
    try {
      return await putTo(origin, signedOut, name, request, signal);
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'account.step-up-needed') throw error;
      if (!(await confirm(String(error.details['purpose'] ?? '')))) throw new NotConfirmed(error);
      return putTo(origin, signedOut, name, request, signal);
    }
  };

async function putTo<Name extends EndpointName>(
  origin: string,
  signedOut: () => void,
  name: Name,
  request: RequestTo<Name>,
  signal?: AbortSignal,
): Promise<Output<Name>> {
  const { url, init } = httpRequestOf(name, request as Readonly<Record<string, unknown>>);
  let response: Response;
  try {
    response = await fetch(origin + url, { ...init, signal: signal ?? null });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new NoAnswer(error);
  }
  lastAnswerAt = Date.now();
  if (response.ok) return (await response.json()) as Output<typeof name>;
  const refusal = refusalOf(response.status, await response.text());
  if (refusal.code === 'account.not-signed-in') signedOut();
  throw refusal;
}

/** Asks the portal's own server. @throws Refusal, or NoAnswer when there is no connection */
export const ask: Ask = askAt('', goToSignIn, (purpose) => confirmation(purpose));

let confirmation: Confirm = async () => false;
/** The frame shows the dialog; @returns how to take it away again */
export function confirmWith(confirm: Confirm): () => void {
  confirmation = confirm;
  return () => void (confirmation = async () => false);
}

let leftAt = -Infinity;
const patience = 10_000;

/** To the sign-in page, and back here afterwards. Refusals come in flocks: a second one does not begin the way again. */
export function goToSignIn(): void {
  if (performance.now() - leftAt < patience) return;
  leftAt = performance.now();
  const here = location.pathname + location.search;
  location.assign(`/logga-in?retur=${encodeURIComponent(here)}`);
}

let lastAnswerAt = Date.now();
/** Milliseconds since 1970 when the server last answered: from then the session's idle time runs. */
export const answeredAt = () => lastAnswerAt;

export interface Upload {
  readonly done: Promise<UploadResponse>;
  cancel(): void;
}

/**
 * Sends a file's bytes untouched, with progress (which `fetch` does not tell). The same `requestId` again is the same upload.
 * @param progress  bytes that have left, and all of them
 */
export function uploadFile(unit: string, file: File, requestId: string, progress: (sent: number, all: number) => void): Upload {
  const request = new XMLHttpRequest();
  const done = new Promise<UploadResponse>((resolve, reject) => {
    request.open('POST', uploadPath(encodeURIComponent(unit)));
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader(uploadHeaders.name, encodeURIComponent(file.name));
    request.setRequestHeader(uploadHeaders.requestId, requestId);
    request.upload.addEventListener('progress', (event) => progress(event.loaded, event.total || file.size));
    request.addEventListener('load', () => {
      lastAnswerAt = Date.now();
      if (request.status >= 200 && request.status < 300) return resolve(JSON.parse(request.responseText) as UploadResponse);
      const refusal = refusalOf(request.status, request.responseText);
      if (refusal.code === 'account.not-signed-in') goToSignIn();
      reject(refusal);
    });
    request.addEventListener('error', () => reject(new NoAnswer()));
    request.addEventListener('abort', () => reject(new DOMException('cancelled', 'AbortError')));
    request.send(file);
  });
  return { done, cancel: () => request.abort() };
}

function httpRequestOf(name: EndpointName, request: Readonly<Record<string, unknown>>): { url: string; init: RequestInit } {
  const { method, path } = endpoints[name];
  const rest = { ...request };
  let url = path.replace(/:(\w+)/g, (_, parameter: string) => {
    const value = rest[parameter];
    delete rest[parameter];
    return encodeURIComponent(String(value));
  });
  if (method === 'GET' || method === 'DELETE') {
    const query = new URLSearchParams(Object.entries(rest).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]])));
    if (query.size > 0) url += `?${query}`;
    return { url, init: { method, headers: { accept: 'application/json' } } };
  }
  const headers = { accept: 'application/json', 'content-type': 'application/json' };
  return { url, init: { method, headers, body: JSON.stringify(rest) } };
}

function refusalOf(status: number, text: string): Refusal {
  try {
    const body = JSON.parse(text) as Partial<ProblemBody>;
    if (typeof body.code === 'string' && typeof body.message === 'string') {
      return new Refusal({ code: body.code, message: body.message, details: body.details ?? {}, reference: body.reference ?? '' }, status);
    }
  } catch {
    // Not ours: a proxy's page. Below it becomes a refusal with our own words.
  }
  const code: ProblemCode = status === 404 ? 'request.not-found' : status >= 502 ? 'service.unavailable' : 'service.defect';
  return new Refusal({ code, message: problemText(code), details: {}, reference: '' }, status);
}
