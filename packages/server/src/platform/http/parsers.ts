import type { FastifyRequest } from 'fastify';
import { Problem } from '../problem.ts';

/** JSON questions take JSON only; odd spellings of the type do not slip past. */
export function requireJson(request: FastifyRequest): void {
  if (request.method === 'GET' || request.headers['content-length'] === '0') return;
  const type = request.headers['content-type'];
  if (type === undefined && request.body === undefined) return;
  if (!/^application\/json(; ?charset=utf-8)?$/i.test(type ?? '')) throw new Problem('request.unsupported-media-type');
}

/** @throws Problem request.invalid */
export async function parseJson(_request: FastifyRequest, body: string): Promise<unknown> {
  if (body === '') return {};
  try {
    return JSON.parse(body);
  } catch {
    throw new Problem('request.invalid', { field: 'body' });
  }
}

/** A field sent twice becomes a list, which pages take as absent. */
export function parseForm(body: string): Record<string, string | string[]> {
  const form: Record<string, string | string[]> = Object.create(null) as Record<string, string>;
  for (const [name, value] of new URLSearchParams(body)) form[name] = name in form ? [form[name] as string, value] : value;
  return form;
}

/** The fields that are plain text. */
export const onlyTexts = (fields: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries((fields ?? {}) as Record<string, unknown>).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
