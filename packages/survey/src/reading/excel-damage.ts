import type { CodeList } from '../definition/code-list.ts';
import { kinds } from '../kernels/character-kinds.ts';
import { countRange } from '../engine/fill-words.ts';
import type { Table } from '../engine/table.ts';
import type { Damage } from './file-facts.ts';
import { isUnread } from './encode-number.ts';

/** Share of a column's values that must be short by a zero before the zeros are said to be lost. */
const nearlyAll = 0.9;
/** Days from 1954 to 2064 as a spreadsheet counts them. */
const [firstSerial, lastSerial] = [20_000, 60_000];

/** What a spreadsheet did to the values: named, and left as it is. */
export function damageIn(table: Table, codeLists: Readonly<Record<string, CodeList>>): Damage[] {
  return table.columns.flatMap(({ variable, dictionary, values }, index) => {
    if (!dictionary) return variable.unit === 'date' ? daySerials(table, index) : [];
    const list = variable.codeList === undefined ? undefined : codeLists[variable.codeList];
    const exponents = variable.unit === 'text' ? new Set<number>() : exponentsIn(dictionary);
    const found: Damage[] = [];
    if (exponents.size > 0) found.push(...counted('exponent', table, index, (record) => exponents.has(values[record]!)));
    const known = list && new Set(list.codes.map(({ code }) => code));
    // Only where the list has codes that begin with a zero, and adding it makes a code of nearly every value that is none.
    if (known && hasShorter(dictionary, variable.length) && [...known].some((code) => code.startsWith('0'))) {
      const lost = new Set<number>();
      let unknown = 0;
      for (let id = 1; id < dictionary.size; id += 1) {
        const text = dictionary.textOf(id);
        if (known.has(text)) continue;
        unknown += 1;
        if (known.has(text.padStart(variable.length, '0'))) lost.add(id);
      }
      if (lost.size > 0 && lost.size >= nearlyAll * unknown)
        found.push(...counted('leadingZeros', table, index, (record) => lost.has(values[record]!)));
    }
    return found;
  });
}

type Texts = NonNullable<Table['columns'][number]['dictionary']>;

/** Ids of numbers such as 1,98E+11: of digits, a letter and signs, and of a likely length, before a text is cut. */
function exponentsIn(dictionary: Texts): Set<number> {
  const exponents = new Set<number>();
  const { allKinds } = dictionary;
  for (let id = 1; id < dictionary.size; id += 1) {
    const seen = allKinds[id]!;
    if ((seen & needed) !== needed || (seen & impossible) !== 0) continue;
    const bytes = dictionary.bytesIn(id);
    if (bytes >= 6 && bytes <= 24 && /^[0-9][.,][0-9]+E\+[0-9]{1,2}$/i.test(dictionary.textOf(id))) exponents.add(id);
  }
  return exponents;
}

const needed = kinds.letter | kinds.sign;
const impossible = kinds.blank | kinds.beyond;

/** Whether a value has fewer bytes than the field has characters. */
function hasShorter(dictionary: Texts, length: number): boolean {
  for (let id = 1; id < dictionary.size; id += 1) {
    const bytes = dictionary.bytesIn(id);
    if (bytes > 0 && bytes < length) return true;
  }
  return false;
}

function daySerials(table: Table, index: number): Damage[] {
  const { values } = table.columns[index]!;
  if (countRange(values, table.records, firstSerial, lastSerial) === 0) return [];
  return counted(
    'daySerial',
    table,
    index,
    (record) => !isUnread(values[record]!) && values[record]! >= firstSerial && values[record]! <= lastSerial,
  );
}

function counted(kind: Damage['kind'], table: Table, index: number, isDamaged: (record: number) => boolean): Damage[] {
  let records = 0;
  let row = 0;
  for (let record = 0; record < table.records; record += 1) {
    if (table.misfits.has(record) || !isDamaged(record)) continue;
    if (records === 0) row = table.rowOf(record);
    records += 1;
  }
  return records === 0 ? [] : [{ kind, field: table.columns[index]!.variable.id, records, row }];
}
