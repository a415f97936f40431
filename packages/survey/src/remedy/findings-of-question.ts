import type { Finding } from '../findings/finding.ts';
import { describeFile, describeRecord } from '../validation/describe.ts';
import type { Slot } from '../validation/slot.ts';
import type { Validation } from '../validation/validation.ts';
import type { SystematicFinding } from './remedy.ts';
import { slotsOn } from './shifted-columns.ts';

/** The very findings that a systematic question stands for: of its rule there may be others, with another code or in another group. */
export function findingsOfQuestion(validation: Validation, question: SystematicFinding): Finding[] {
  const isShift = question.cause === 'shiftedColumns';
  const slots = isShift ? slotsOn(validation, question.fields) : validation.slots.filter((slot) => asks(slot, question));
  const concerned = new Set(question.records);
  return slots.flatMap((slot) => [
    ...slot.fileHits.map((hit) => describeFile(validation, slot, hit)),
    ...[...(slot.bits?.records() ?? [])]
      .filter((record) => isShift || concerned.has(record + 1))
      .map((record) => describeRecord(validation, slot, record)),
  ]);
}

const asks = ({ rule, fields }: Slot, question: SystematicFinding): boolean =>
  question.rules.includes(rule.id) && question.fields.includes(rule.systematic?.field ?? fields[0]!);
