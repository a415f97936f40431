import type { AuditLine } from '@insamling/contract';
import type { EventRow } from './reader.ts';

/** An event as the contract shows it. */
export const lineOf = ({ at, unitCode, unitName, ...row }: EventRow): AuditLine => ({
  ...row,
  at: at.toISOString(),
  unit: unitCode === null ? null : { unit: unitCode, name: unitName ?? '' },
});
