import { randomUUID } from 'node:crypto';
import { endpoints, type EndpointName } from '@insamling/contract';
import { schemas } from '@insamling/contract/schemas';
import { z } from 'zod';

type Place = 'path' | 'query' | 'body';

/** A part of a question that names a thing by its id: a UUID in the path, the query or the body, lists included. */
export interface Slot {
  readonly place: Place;
  readonly name: string;
}

interface JsonSchema {
  readonly type?: string;
  readonly format?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly minItems?: number;
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
}

/** The JSON schema of what is sent in a place, or undefined when nothing is. */
function schemaOf(name: EndpointName, place: Place): JsonSchema | undefined {
  const { params, query, body } = schemas[name] as { params?: z.ZodObject; query?: z.ZodObject; body?: z.ZodObject };
  const schema = { path: params, query, body }[place];
  return schema && (z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema);
}

/** Every id that the question takes, found in the contract. */
export const slotsOf = (name: EndpointName): Slot[] =>
  (['path', 'query', 'body'] as const).flatMap((place) =>
    Object.entries(schemaOf(name, place)?.properties ?? {})
      .filter(([, schema]) => isId(schema))
      .map(([field]) => ({ place, name: field })),
  );

const isId = ({ format, items, anyOf = [] }: JsonSchema): boolean =>
  format === 'uuid' || (items !== undefined && isId(items)) || anyOf.some(isId);

/** Paths in the body to what a person writes in words of their own: long enough for a sentence, and of no given shape. */
export const freeTextsOf = (name: EndpointName): string[] => textsIn(schemaOf(name, 'body') ?? {}, []).map((path) => path.join('.'));

function textsIn({ type, format, pattern, maxLength = 0, properties = {}, items }: JsonSchema, path: readonly string[]): string[][] {
  if (type === 'string') return maxLength >= 100 && !format && !pattern ? [[...path]] : [];
  if (items) return textsIn(items, [...path, '0']);
  return Object.entries(properties).flatMap(([field, one]) => textsIn(one, [...path, field]));
}

/** A body that the schema takes, made up from it. @returns undefined when the question has none */
export function sampleBody(name: EndpointName): Record<string, unknown> | undefined {
  const schema = schemaOf(name, 'body');
  return schema && (sample(schema, name) as Record<string, unknown>);
}

function sample(schema: JsonSchema, where: string): unknown {
  if ('const' in schema) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.anyOf) return sample(schema.anyOf[0]!, where);
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([field, one]) => [field, sample(one, `${where}.${field}`)]));
    case 'array':
      return Array.from({ length: Math.max(1, schema.minItems ?? 0) }, () => sample(schema.items ?? {}, where));
    case 'boolean':
      return false;
    case 'integer':
    case 'number':
      return Math.max(1, schema.minimum ?? 1);
    case 'null':
      return null;
    default:
      return sampleText(schema, where);
  }
}

function sampleText({ format, pattern, minLength = 1 }: JsonSchema, where: string): string {
  if (format === 'uuid') return randomUUID();
  if (format === 'date') return '2027-01-10';
  if (format === 'date-time') return '2027-01-10T10:00:00Z';
  if (format === 'uri') return 'https://example.se/';
  const tries = ['Text', '', '123456', '0488', 'a@example.se', 'account.signed-in', '0'.repeat(minLength), 'a'.repeat(minLength)];
  const fits = tries.find((text) => text.length >= minLength && (!pattern || new RegExp(pattern, 'u').test(text)));
  if (fits === undefined) throw new Error(`no sample text fits ${where}: ${pattern}; add one that does to sample-request.ts`);
  return fits.length < minLength ? fits.padEnd(minLength, 'x') : fits;
}

/** A question as it is sent: its path filled in, its query and its body. What is not given is made up. */
export function sampleRequest(
  name: EndpointName,
  given: Readonly<Record<Place, Readonly<Record<string, unknown>>>>,
): { readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'; readonly url: string; readonly payload: Record<string, unknown> | undefined } {
  const { method, path } = endpoints[name];
  const params = schemaOf(name, 'path');
  const url = path.replace(/:([A-Za-z]+)/g, (_, field: string) =>
    encodeURIComponent(String(given.path[field] ?? sample(params?.properties?.[field] ?? { type: 'string' }, `${name}.${field}`))),
  );
  const query = new URLSearchParams(Object.entries(given.query).map(([field, value]): [string, string] => [field, String(value)]));
  const body = sampleBody(name);
  return { method, url: query.size > 0 ? `${url}?${query.toString()}` : url, payload: body && { ...body, ...given.body } };
}
