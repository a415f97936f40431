import type { DeliveryFacts } from '@insamling/survey';
import type { Reader } from '../platform/db/index.ts';
import { codesOf, employersOf, unitByKey } from './reader.ts';
import type { UnitKey } from './unit.ts';

/**
 * What the checks of a file need to know of the unit that sends it. A unit without registered employers says nothing of
 * employers, so that checks on them are not evaluable rather than failed.
 */
export async function unitFacts(db: Reader, key: UnitKey): Promise<Pick<DeliveryFacts, 'unit' | 'employers'>> {
  const unit = await unitByKey(db, key);
  if (!unit) throw new Error('facts were asked of a unit that does not exist');
  const codes = (await codesOf(db, key)).map(({ code }) => code);
  const employers = await employersOf(db, key);
  return { unit: { kind: unit.kind, codes, name: unit.name }, ...(employers.length > 0 ? { employers } : {}) };
}
