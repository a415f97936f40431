import type { Edition } from './definition/survey-definition.ts';
import type { DeliveryFacts } from './definition/unit.ts';
import { openDeliveryWith, type OpenedDelivery } from './open-delivery-with.ts';
import { readWorkbook } from './reading/workbook/read-workbook.ts';
import type { CellChange } from './remedy/remedy.ts';

export type { FileFacts, FindingFilter, Misfit, OpenedDelivery, Unreadable } from './open-delivery-with.ts';

/**
 * Reads and checks a file, text or workbook, in one pass, and keeps what is needed to correct it.
 * @param bytes the file exactly as it came; kept, not changed
 * @param log   corrections that are made before anything is checked
 * @throws RangeError for a correction that has no place in the file
 */
export const openDelivery = (
  edition: Edition,
  bytes: Uint8Array,
  facts: DeliveryFacts = {},
  log: readonly CellChange[] = [],
): OpenedDelivery => openDeliveryWith(readWorkbook, edition, bytes, facts, log);
