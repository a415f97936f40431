import { randomUUID } from 'node:crypto';
import type { UnitKind } from '@insamling/survey';
import type { Writer } from '../platform/db/index.ts';
import type { Employer, UnitKey } from './unit.ts';
import { insertFrame } from './writer.ts';

/** A unit of the frame as whoever registers it knows it: the first code is the one in addresses. */
export interface NewUnit {
  readonly codes: readonly [string, ...string[]];
  readonly name: string;
  readonly kind: UnitKind;
  readonly county: string;
  readonly employers: readonly Employer[];
}

/**
 * Registers organisations with one reporting unit each; needs a transaction as the collecting side.
 * @returns the new units' keys by the code in their address
 */
export async function addFrame(
  db: Writer,
  now: Date,
  units: readonly NewUnit[],
): Promise<ReadonlyMap<string, UnitKey & { readonly code: string }>> {
  const frame = units.map((unit) => ({ ...unit, code: unit.codes[0], organisationId: randomUUID(), unitId: randomUUID() }));
  await insertFrame(db, frame, now);
  return new Map(frame.map(({ organisationId, unitId, code }) => [code, { organisationId, unitId, code }]));
}
