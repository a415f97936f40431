import { sha256 } from '../kernels/sha256.ts';

/**
 * A value as the one text it can have: keys in the order of their characters, no blanks, left-out properties left out, bytes as
 * their digest. Hashed, it tells whether two values are the same wherever they were made (cf. RFC 8785).
 * @throws RangeError for a number that JSON cannot write, or anything that is no data
 */
export function canonicalJson(value: unknown): string {
  if (value instanceof Uint8Array) return `{"sha256":"${sha256(value)}"}`;
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join()}]`;
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return JSON.stringify(value);
    case 'number':
      if (Number.isFinite(value)) return JSON.stringify(value);
      break;
    case 'object':
      return value === null ? 'null' : object(value);
    default:
  }
  throw new RangeError(`No data: ${typeof value}`);
}

function object(value: object): string {
  const properties = Object.entries(value).filter(([, of]) => of !== undefined);
  return `{${properties
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, of]) => `${JSON.stringify(name)}:${canonicalJson(of)}`)
    .join()}}`;
}
