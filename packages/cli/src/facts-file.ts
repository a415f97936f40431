import { readFile } from 'node:fs/promises';
import type { DeliveryFacts } from '@insamling/survey';
import { visibleName } from '@insamling/survey/inert-text';
import { factsTexts as texts, fillGaps } from '@insamling/texts';

/** What a facts file may hold beside the file itself. Districts belong to the unit. */
export type FileFacts = Pick<DeliveryFacts, 'employers' | 'earlierUploads' | 'codebook' | 'process'> & {
  readonly districts?: readonly string[];
};

/** A facts file that cannot be used; the message is one Swedish sentence. */
export class FactsFault extends Error {}

type Shape = (value: unknown) => boolean;
const text: Shape = (value) => typeof value === 'string';
const flag: Shape = (value) => typeof value === 'boolean';
const whole: Shape = (value) => Number.isInteger(value) && (value as number) >= 0;
const day: Shape = (value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
const listOf =
  (one: Shape): Shape =>
  (value) =>
    Array.isArray(value) && value.every(one);
const either =
  (...some: readonly Shape[]): Shape =>
  (value) =>
    some.some((one) => one(value));
const is =
  (wanted: unknown): Shape =>
  (value) =>
    value === wanted;
/** An object with these fields and no others; a field with a question mark may be left out. */
const object =
  (fields: Readonly<Record<string, Shape>>): Shape =>
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.keys(value).every((name) => name in fields || `${name}?` in fields) &&
    Object.entries(fields).every(([name, shape]) => {
      const found = (value as Record<string, unknown>)[name.replace('?', '')];
      return found === undefined ? name.endsWith('?') : shape(found);
    });

const shapes: Readonly<Record<keyof FileFacts, Shape>> = {
  districts: listOf(text),
  employers: listOf(object({ organisationNumber: text, 'name?': text, isCompany: flag })),
  earlierUploads: listOf(object({ sha256: text, uploadedOn: day })),
  codebook: either(is(null), listOf(text)),
  process: object({
    'profileConfirmed?': flag,
    'comments?': object({ required: flag, lacking: whole }),
    'period?': object({ kind: either(is('test'), is('submission')), dueOn: day, closesOn: day, today: day }),
    'unreadMessages?': whole,
  }),
};

const fault = (path: string, reason: string) => new FactsFault(fillGaps(texts.cannotUse, { fil: visibleName(path), orsak: reason }));

/** Reads what the portal would know of the unit. @throws FactsFault that says which part has another shape */
export async function factsFrom(path: string): Promise<FileFacts> {
  const written = await readFile(path, 'utf8').catch(() => {
    throw fault(path, texts.cannotRead);
  });
  let facts: unknown;
  try {
    facts = JSON.parse(written);
  } catch {
    throw fault(path, texts.noJson);
  }
  return factsIn(facts, path);
}

/** @param path the file in which they stand. @throws FactsFault that says which part has another shape */
export function factsIn(facts: unknown, path: string): FileFacts {
  if (typeof facts !== 'object' || facts === null || Array.isArray(facts)) throw fault(path, texts.noObject);
  for (const [name, value] of Object.entries(facts)) {
    if (!Object.hasOwn(shapes, name)) throw fault(path, fillGaps(texts.unknownPart, { del: name, delar: Object.keys(shapes).join(', ') }));
    if (!shapes[name as keyof FileFacts](value)) throw fault(path, fillGaps(texts.wrongPart, { del: name }));
  }
  return facts as FileFacts;
}
