import type { AuditLine } from '@insamling/contract';
import type { EventRow } from './reader.ts';
import { detailsInWords, objectInWords } from './words.page.ts';

/** An event as the contract shows it. */
export const lineOf = ({ at, unitCode, unitName, aboutName, ...row }: EventRow): AuditLine => ({
  ...row,
  at: at.toISOString(),
  unit: unitCode === null ? null : { unit: unitCode, name: unitName ?? '' },
  objectName: aboutName ?? objectInWords(row),
  told: detailsInWords(row),
});
