import { textOf } from '../engine/table.ts';
import type { Finding, ToldFinding } from '../findings/finding.ts';
import { dateInWords, fillMessage, gaps, inGroups } from './gaps.ts';
import { listedUnit } from './reading-rules.ts';
import type { FileHit, Slot } from './slot.ts';
import type { Surroundings } from './surroundings.ts';
import type { Validation } from './validation.ts';

/** The finding of a slot on one record (0-based). */
export const describeRecord = (validation: Validation, slot: Slot, record: number): Finding => ({
  ...tellRecord(validation, slot, record),
  key: [slot.rule.id, recordKey(validation, record), ...valuesRead(validation, slot, record)].join('\u001f'),
  recurrenceKey: [slot.rule.id, recordKey(validation, record)].join('\u001f'),
});

/** The same without its keys, which take as long as the rest. */
export function tellRecord(validation: Validation, slot: Slot, record: number): ToldFinding {
  const source = { slot, record, around: validation.around, group: validation.groupTests.get(slot) };
  return {
    rule: slot.rule.id,
    severity: slot.severity,
    record: record + 1,
    fields: slot.fields,
    message: fillMessage(slot.rule.texts.message, validation.around, (gap) => {
      const fill = gaps[gap];
      if (!fill) throw new Error(`${slot.rule.id} has a gap nobody fills: ${gap}`);
      return fill(source);
    }),
  };
}

export function describeFile(validation: Validation, slot: Slot, hit: FileHit): Finding {
  const { around } = validation;
  const variable = hit.fields.length === 1 ? around.table.columns[around.table.indexOf[hit.fields[0]!] ?? -1]?.variable : undefined;
  return {
    rule: slot.rule.id,
    severity: slot.severity,
    record: null,
    fields: hit.fields,
    message: fillMessage(slot.rule.texts.message, around, (gap) => {
      if (gap === 'datum') return dateInWords(hit.gaps['datum'] ?? '');
      if (gap === 'enhet') return unitInWords(around, 'enhetsnamn' in hit.gaps);
      if (gap === 'nr') return String(variable?.number ?? '');
      if (gap === 'fältnamn') return variable?.name ?? '';
      const filled = hit.gaps[gap];
      if (filled === undefined) throw new Error(`${slot.rule.id} has a gap nobody fills: ${gap}`);
      return numbers.has(gap) ? inGroups(filled) : filled;
    }),
    key: [slot.rule.id, 'file', ...hit.fields, ...Object.values(hit.gaps)].join('\u001f'),
    recurrenceKey: [slot.rule.id, 'file', ...hit.fields, ...(hit.about ?? [])].join('\u001f'),
  };
}

/** The unit, beside another from the lists as they name it: «0488 Trosa» and not «0488 Trosa kommun». */
function unitInWords(around: Surroundings, isBesideListed: boolean): string {
  const { unit } = around.facts;
  if (!unit) return '';
  const [code = ''] = unit.codes;
  return `${code} ${(isBesideListed ? listedUnit(code, around) : undefined) ?? unit.name}`;
}

/** Gaps of a finding on the file that are numbers; its key holds them as they came. */
const numbers: ReadonlySet<string> = new Set(['antal', 'procent', 'förra', 'nu']);

/** Business key of a record as the edition names it, never the row number. Without a key a record is known by all it holds. */
function recordKey({ table, around }: Validation, record: number): string {
  const { recordKey: parts } = around.roles;
  if (table.misfits.has(record) || parts.length === 0) return JSON.stringify(table.rawTexts(record));
  const text = (id: string) => textOf(table, record, table.indexOf[id]!);
  return parts.map((part) => (typeof part === 'string' ? text(part) : text(part.field) || `${part.or} ${text(part.or)}`)).join('\u001e');
}

function valuesRead({ table }: Validation, slot: Slot, record: number): string[] {
  if (table.misfits.has(record)) return [];
  return slot.fields.map((id) => textOf(table, record, table.indexOf[id]!));
}
