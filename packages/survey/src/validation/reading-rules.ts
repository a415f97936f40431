import type { Rule } from '../definition/rule.ts';
import type { Variable } from '../definition/variable.ts';
import { Bitset, ones } from '../engine/bitset.ts';
import { holds, type Mask } from '../engine/masks.ts';
import type { OpenedFile } from '../reading/open-file.ts';
import { decimalSign, notDigits, tooLong } from '../reading/encode-number.ts';
import { fillEqual } from './compare.ts';
import { columnOf, type Surroundings } from './surroundings.ts';
import { answersOf } from './text-answers.ts';
import type { FileHit, Questions, Slot } from './slot.ts';

type ReadingFault = Extract<Rule['logic'], { kind: 'reading' }>['fault'];

/** The slots of a rule that is answered by how the file was written. */
export function readingSlots(
  rule: Rule,
  fault: ReadingFault,
  opened: OpenedFile,
  around: Surroundings,
  trimmedCells: () => number,
): Slot[] {
  const { table } = around;
  const onFile = (ask: () => readonly FileHit[]): Slot[] => [
    { rule, severity: rule.severity, fields: rule.fields, onFile: ask, fileHits: [], suppressors: [] },
  ];
  const once = (isHit: boolean, gaps: Readonly<Record<string, string>> = {}): Slot[] =>
    onFile(() => (isHit ? [{ fields: rule.fields, gaps }] : []));
  switch (fault) {
    case 'empty':
    case 'binary':
    case 'undecodable':
      return once(opened.fault === fault);
    case 'separator': {
      const isSeparated = opened.facts.form === 'separated';
      const isHit = opened.fault === undefined && isSeparated && opened.facts.separator !== (around.separator ?? ';');
      return once(isHit, { skiljetecken: separatorNames[opened.facts.separator] ?? '' }).map((slot) => ({
        ...slot,
        questions: () => (isSeparated ? { asked: 1, judged: 1 } : { asked: 0, judged: 0 }),
      }));
    }
    case 'header':
      return once(opened.facts.hasHeader);
    case 'blankRows':
      return once(opened.fault === undefined && opened.blankRows > 0, { antal: String(opened.blankRows) });
    case 'trimmed':
      return onFile(() => (trimmedCells() > 0 ? [{ fields: [], gaps: { antal: String(trimmedCells()) } }] : []));
    case 'fields':
      return [
        {
          rule,
          severity: allAre(table.misfits.count(), table.records) ? 'fatal' : rule.severity,
          fields: [],
          bits: table.misfits,
          test: (record) => table.misfits.has(record),
          fileHits: [],
          suppressors: [],
        },
      ];
    case 'tooLong':
      return table.columns.map((column, index) =>
        cellSlot(rule, index, around, column.dictionary ? tooLongText(around, index) : valueIs(around, index, [tooLong])),
      );
    case 'notDigits':
    case 'decimalSign': {
      // A decimal sign is no digit either; where FIL-11 asks for it by name, FIL-11 silences FIL-10 in the same cell.
      const faults = fault === 'decimalSign' ? [decimalSign] : [notDigits, decimalSign];
      return table.columns.flatMap((column, index) => {
        if (column.dictionary || (fault === 'decimalSign' && !rule.fields.includes(column.variable.id))) return [];
        return [cellSlot(rule, index, around, valueIs(around, index, faults))];
      });
    }
    case 'mojibake': {
      const garbled = rule.fields.map((field) => {
        const { dictionary } = columnOf(around, field);
        return around.masks.ask(`garbled ${field}`, () =>
          answersOf(around, field, (id, text) => !dictionary!.isAscii(id) && isGarbled(text())),
        );
      });
      return onFile(() => {
        const [first, ...others] = garbled;
        const number = first ? countIn(first, around, ...others) : 0;
        return number >= Number(rule.params?.['minRecords']) ? [{ fields: rule.fields, gaps: { antal: String(number) } }] : [];
      });
    }
    case 'emptyField':
      return onFile(() => emptyFields(rule, around)).map((slot) => ({ ...slot, questions: () => mandatoryFields(rule, around) }));
    case 'otherUnit':
      return onFile(() => otherUnit(rule, around));
    case 'sameFile': {
      const earlier = around.facts.earlierUploads?.find((upload) => upload.sha256 === around.facts.sha256);
      return once(earlier !== undefined, { datum: earlier?.uploadedOn ?? '' });
    }
  }
}

const separatorNames: Readonly<Record<string, string>> = { ',': 'komma', '\t': 'tabb', '|': 'lodstreck', '': 'inget skiljetecken' };

const allAre = (some: number, all: number): boolean => all > 0 && some === all;

function cellSlot(rule: Rule, column: number, around: Surroundings, mask: Mask): Slot {
  const { columns, records } = around.table;
  return {
    rule,
    severity: rule.severity,
    fields: [columns[column]!.variable.id],
    column,
    bits: new Bitset(records),
    mask,
    test: (record) => holds(mask, record),
    fileHits: [],
    suppressors: [],
  };
}

/** Records with one of these values, which stand for what cannot be read, in a numeric column. */
function valueIs({ table, masks }: Surroundings, index: number, wanted: readonly number[]): Mask {
  const column = table.columns[index]!;
  const [one, other = one] = wanted;
  const equal = fillEqual(column, one!, other!, masks.records);
  return masks.ask(`value ${index} ${wanted.join()}`, () => ({
    reads: [index],
    fill: (words, from, to) => (column.mayBeUnread ? equal(words, from, to) : void words.fill(0, from, to)),
  }));
}

/** A text has no more characters than bytes: nearly none has to be cut to be counted. */
function tooLongText(around: Surroundings, index: number): Mask {
  const { dictionary, variable } = around.table.columns[index]!;
  return around.masks.ask(`too long ${index}`, () =>
    answersOf(around, variable.id, (id, text) => {
      if (dictionary!.longest <= variable.length) return false;
      const bytes = dictionary!.bytesIn(id);
      return (bytes < 0 || bytes > variable.length) && isLonger(text(), variable.length);
    }),
  );
}

/** In code points: never more than the units a string counts in. */
const isLonger = (text: string, most: number): boolean => text.length > most && [...text].length > most;

/** U+FFFD, or Ã before one of the characters that å, ä, ö, Å, Ä, Ö, é … become when UTF-8 is read as Windows-1252. */
const isGarbled = (text: string): boolean =>
  /\ufffd|\u00c3[\u00a0-\u00bf\u20ac\u201a-\u201e\u2020-\u2022\u2026\u2030\u0160-\u0161\u0152-\u0153\u017d-\u017e\u2018-\u201d\u2013-\u2014\u02dc\u2122\u2039\u203a\u0178\u0192\u02c6]/.test(
    text,
  );

/** FIL-13: mandatory fields of the unit's kind that are empty in nearly every record; field 5 counts as filled where 6 is. */
function emptyFields(rule: Rule, around: Surroundings): FileHit[] {
  const { table } = around;
  const checked = checkedRecords(around);
  if (checked < Number(rule.params?.['minRecords'])) return [];
  const most = (Number(rule.params?.['emptyPct']) / 100) * checked;
  return table.columns.flatMap(({ variable }, index) =>
    isMandatory(variable, around) && isEmptyInMore(most, checked, rule, index, around) ? [{ fields: [variable.id], gaps: {} }] : [],
  );
}

const checkedRecords = ({ table }: Surroundings): number => table.records - table.misfitFields.size;

/** A field that units of the kind must fill in; of no unit, none. */
const isMandatory = ({ required }: Variable, { facts: { unit } }: Surroundings): boolean =>
  unit !== undefined && required[unit.kind === 'region' ? 'region' : 'municipality'] === 'M';

function mandatoryFields(rule: Rule, around: Surroundings): Questions {
  const asked = around.table.columns.filter(({ variable }) => isMandatory(variable, around)).length;
  return { asked, judged: checkedRecords(around) < Number(rule.params?.['minRecords']) ? 0 : asked };
}

/** Whether more than so many records have no value in a column, nor in the one that stands in for it. Few have to be looked at. */
function isEmptyInMore(most: number, checked: number, { filledBy }: Rule, index: number, around: Surroundings): boolean {
  const { records, columns, misfits } = around.table;
  const column = columns[index]!;
  const { values } = column;
  const { values: others } = filledBy && column.variable.id === filledBy.field ? columnOf(around, filledBy.or) : column;
  const enough = checked - most;
  let filled = 0;
  for (let record = 0; record < records && filled < enough; record += 1)
    if ((values[record] !== 0 || others[record] !== 0) && !misfits.has(record)) filled += 1;
  return filled < enough;
}

/** How many records have one of the masks; those with a wrong number of values are not counted. */
function countIn(mask: Mask, { table: { misfits } }: Surroundings, ...others: readonly Mask[]): number {
  let count = 0;
  for (let index = 0; index < mask.words.length; index += 1) {
    let word = mask.words[index]!;
    for (const { words } of others) word |= words[index]!;
    count += ones(word & ~misfits.words[index]!);
  }
  return count;
}

/** FIL-14: no record belongs to the unit, and the most frequent code is somebody else's. */
function otherUnit(rule: Rule, around: Surroundings): FileHit[] {
  const { table, facts } = around;
  if (!facts.unit) return [];
  if (around.roles.unitCode === undefined) return [];
  const { values, dictionary } = columnOf(around, around.roles.unitCode);
  const frequency = new Map<number, number>();
  for (let record = 0; record < table.records; record += 1)
    if (!table.misfits.has(record)) frequency.set(values[record]!, (frequency.get(values[record]!) ?? 0) + 1);
  const byCount = [...frequency].sort((one, other) => other[1] - one[1]);
  if (byCount.some(([id]) => facts.unit!.codes.includes(dictionary!.textOf(id)))) return [];
  const code = dictionary?.textOf(byCount[0]?.[0] ?? 0) ?? '';
  const name = Object.values(around.codeLists)
    .filter(({ id }) => id === 'municipalities' || id === 'regions')
    .flatMap(({ codes }) => codes)
    .find((one) => one.code === code)?.name;
  return name === undefined ? [] : [{ fields: rule.fields, gaps: { enhetskod: code, enhetsnamn: name } }];
}
