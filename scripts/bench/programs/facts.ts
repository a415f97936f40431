import { readFileSync } from 'node:fs';
import { november2026 } from '../../../packages/survey/src/editions/november-2026/index.ts';
import { frameUnitOf } from '../../../packages/survey/src/generator/staff.ts';
import { openDelivery, type CellChange, type DeliveryFacts, type OpenedDelivery } from '../../../packages/survey/src/index.ts';

export function bytesOf(path: string): Uint8Array {
  const { buffer, byteOffset, byteLength } = readFileSync(path);
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/** What the portal knows of a unit beside its file, so that every check that can be asked is asked. */
export function factsOf(code: string, lastYear?: Uint8Array): DeliveryFacts {
  const { kind, codes, name, organisationNumber } = frameUnitOf(code);
  return {
    unit: { kind, codes, name },
    employers: [{ organisationNumber, isCompany: false }],
    earlierUploads: [],
    ...(lastYear ? { lastYear: { file: lastYear } } : {}),
  };
}

/** Reads and checks a file, and counts what every check found: what a program that tells of a file must have done. */
export function check(file: Uint8Array, facts: DeliveryFacts, log: readonly CellChange[] = []): OpenedDelivery {
  const opened = openDelivery(november2026, file, facts, log);
  opened.summary();
  return opened;
}
