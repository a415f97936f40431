import type { Rule } from '../definition/rule.ts';
import type { Variable } from '../definition/variable.ts';
import { Bitset, ones } from '../engine/bitset.ts';
import type { Asked } from '../engine/questions.ts';
import { decimalSign, notDigits, tooLong } from '../reading/encode-number.ts';
import { inRange } from './compare.ts';
import type { Ground } from './ground.ts';
import { columnOf, indexOf, type Mask, type Surroundings } from './surroundings.ts';
import type { Workshop } from './make-slots.ts';
import { CountOf, type RecordCount } from './record-count.ts';
import { ValueCounts } from './value-counts.ts';
import { answersOf, byKinds, lookedUp, where, type IdTest } from './text-answers.ts';
import { none, type FileHit, type Questions, type Slot } from './slot.ts';

type ReadingFault = Extract<Rule['logic'], { kind: 'reading' }>['fault'];

/** The slots of a rule that is answered by how the file was written. */
export function readingSlots(rule: Rule, fault: ReadingFault, { opened, around, counts, trimmedCells }: Workshop): Slot[] {
  const { table } = around;
  const onFile = (ask: () => readonly FileHit[]): Slot[] => [
    { rule, severity: rule.severity, fields: rule.fields, onFile: ask, fileHits: none, suppressors: none },
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
          fileHits: none,
          suppressors: none,
        },
      ];
    case 'tooLong':
      return table.columns.map((column, index) =>
        cellSlot(rule, index, around, column.dictionary ? tooLongText(around, index) : valueIs(around, index, tooLong, tooLong)),
      );
    case 'notDigits':
    case 'decimalSign': {
      // A decimal sign is no digit either; where FIL-11 asks for it by name, FIL-11 silences FIL-10 in the same cell.
      const least = fault === 'decimalSign' ? decimalSign : notDigits;
      return table.columns.flatMap((column, index) => {
        if (column.dictionary || (fault === 'decimalSign' && !rule.fields.includes(column.variable.id))) return [];
        return [cellSlot(rule, index, around, valueIs(around, index, least, decimalSign))];
      });
    }
    case 'mojibake': {
      const garbled = rule.fields.map((field) =>
        answersTo(around, `garbled ${field}`, (ground) => answersOf(ground, field, () => isGarbledText, plain)).keep(),
      );
      const count = countOf(around, ...garbled);
      counts.push(count);
      return onFile(() =>
        count.number >= Number(rule.params?.['minRecords']) ? [{ fields: rule.fields, gaps: { antal: String(count.number) } }] : [],
      );
    }
    case 'emptyField':
      return onFile(emptyFields(rule, around, counts)).map((slot) => ({ ...slot, questions: () => mandatoryFields(rule, around) }));
    case 'otherUnit':
      return onFile(otherUnit(rule, around, counts));
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
    test: (record) => mask.has(record),
    fileHits: none,
    suppressors: none,
  };
}

const answersTo = ({ masks, ground }: Surroundings, key: string, make: (survey: Ground) => Asked<Surroundings>): Mask =>
  masks.of(ground.questions.ask(key, () => make(ground)));

/** Records with one of the values from one to another, which stand for what cannot be read, in a numeric column. */
const valueIs = (around: Surroundings, index: number, least: number, most: number): Mask =>
  answersTo(around, `value ${index} ${least} ${most}`, () => ({
    reads: [index],
    answer({ table: { columns, records } }) {
      const column = columns[index]!;
      return where(() => column.mayBeUnread, inRange(column, least, most, records));
    },
  }));

/** A text has no more characters than bytes: nearly none has to be cut to be counted. */
const tooLongText = (around: Surroundings, index: number): Mask =>
  answersTo(around, `too long ${index}`, () => ({
    reads: [index],
    answer({ table: { columns, records } }) {
      const column = columns[index]!;
      const dictionary = column.dictionary!;
      const { length } = column.variable;
      const those = lookedUp(column, records, (answers, first) => {
        if (!dictionary.markLonger(answers, first, length)) return false;
        let hasYes = false;
        for (let place = answers.indexOf(1); place >= 0; place = answers.indexOf(1, place + 1)) {
          answers[place] = isLonger(dictionary.textOf(first + place), length) ? 1 : 0;
          hasYes ||= answers[place] === 1;
        }
        return hasYes;
      });
      return where(() => dictionary.longest > length, those);
    },
  }));

/** In code points: never more than the units a string counts in. */
const isLonger = (text: string, most: number): boolean => text.length > most && [...text].length > most;

/** What is plain is not garbled. */
const plain = byKinds(() => false);

/** U+FFFD, or Ã before one of the characters that å, ä, ö, Å, Ä, Ö, é … become when UTF-8 is read as Windows-1252. */
const isGarbled = (text: string): boolean =>
  /\ufffd|\u00c3[\u00a0-\u00bf\u20ac\u201a-\u201e\u2020-\u2022\u2026\u2030\u0160-\u0161\u0152-\u0153\u017d-\u017e\u2018-\u201d\u2013-\u2014\u02dc\u2122\u2039\u203a\u0178\u0192\u02c6]/.test(
    text,
  );

const marking = (...bytes: readonly number[]): Uint8Array => Uint8Array.from({ length: 256 }, (_, byte) => (bytes.includes(byte) ? 1 : 0));
/** Bytes without one of which a text has neither sign: of Ã (C3 83), of its tilde alone (CC 83) or of U+FFFD (EF BF BD); of Ã in Windows-1252. */
const [garbledInUtf8, garbledInOneByte] = [marking(0x83, 0xef), marking(0xc3)];

/** Names are full of å, ä and ö: nearly none has to be cut. */
const isGarbledText: IdTest = (id, texts) =>
  texts.holdsByte(id, texts.isUtf8 ? garbledInUtf8 : garbledInOneByte) && isGarbled(texts.textOf(id));

/** FIL-13: mandatory fields of the unit's kind that are empty in nearly every record; field 5 counts as filled where 6 is. */
function emptyFields(rule: Rule, around: Surroundings, counts: RecordCount[]): () => FileHit[] {
  const { table } = around;
  const checked = checkedRecords(around);
  if (checked < Number(rule.params?.['minRecords'])) return () => [];
  const most = (Number(rule.params?.['emptyPct']) / 100) * checked;
  const mandatory = table.columns.flatMap(({ variable }, index) =>
    isMandatory(variable, around) ? [{ hit: { fields: [variable.id], gaps: {} }, filled: filledIn(rule, index, around) }] : [],
  );
  counts.push(...mandatory.map(({ filled }) => filled));
  return () => mandatory.flatMap(({ hit, filled }) => (filled.isLess(checked - most) ? [hit] : []));
}

/** Records with a value in a column, or in the one that stands in for it. */
function filledIn({ filledBy }: Rule, index: number, { table }: Surroundings): CountOf {
  const column = table.columns[index]!;
  const other = filledBy && column.variable.id === filledBy.field ? table.columns[table.indexOf[filledBy.or]!]! : column;
  return new CountOf(
    [index, table.indexOf[other.variable.id]!],
    (record) => (column.values[record] !== 0 || other.values[record] !== 0) && !table.misfits.has(record),
    (most) => {
      let filled = 0;
      const { values } = column;
      const { values: others } = other;
      for (let record = 0; record < table.records && filled < most; record += 1)
        if ((values[record] !== 0 || others[record] !== 0) && !table.misfits.has(record)) filled += 1;
      return filled;
    },
  );
}

/** How many records have one of the masks; those with a wrong number of values are not counted. */
function countOf({ table: { misfits } }: Surroundings, ...masks: readonly Mask[]): CountOf {
  return new CountOf(
    masks.flatMap(({ reads }) => [...reads]),
    (record) => masks.some((mask) => mask.has(record)),
    () => {
      let count = 0;
      for (let index = 0; index < misfits.length; index += 1) {
        let word = 0;
        for (const { all } of masks) word |= all[index]!;
        count += ones(word & ~misfits.word(index));
      }
      return count;
    },
  );
}

/** FIL-14: no record belongs to the unit, and the most frequent code is somebody else's. */
function otherUnit(rule: Rule, around: Surroundings, counts: RecordCount[]): () => FileHit[] {
  const { unit } = around.facts;
  const field = around.roles.unitCode;
  if (!unit || field === undefined) return () => [];
  const codes = new ValueCounts(indexOf(around, field), around.table);
  counts.push(codes);
  const { dictionary } = columnOf(around, field);
  return () => {
    if (codes.ids().some((id) => unit.codes.includes(dictionary!.textOf(id)))) return [];
    const code = dictionary?.textOf(codes.mostFrequent()) ?? '';
    const name = listedUnit(code, around);
    return name === undefined ? [] : [{ fields: rule.fields, gaps: { enhetskod: code, enhetsnamn: name } }];
  };
}

/** A municipality or region as the lists name it. */
export const listedUnit = (code: string, { codeLists }: Surroundings): string | undefined =>
  Object.values(codeLists)
    .filter(({ id }) => id === 'municipalities' || id === 'regions')
    .flatMap((list) => list.codes)
    .find((one) => one.code === code)?.name;

const checkedRecords = ({ table }: Surroundings): number => table.records - table.misfitFields.size;

/** A field that units of the kind must fill in; of no unit, none. */
const isMandatory = ({ required }: Variable, { facts: { unit } }: Surroundings): boolean =>
  unit !== undefined && required[unit.kind === 'region' ? 'region' : 'municipality'] === 'M';

function mandatoryFields(rule: Rule, around: Surroundings): Questions {
  const asked = around.table.columns.filter(({ variable }) => isMandatory(variable, around)).length;
  return { asked, judged: checkedRecords(around) < Number(rule.params?.['minRecords']) ? 0 : asked };
}
