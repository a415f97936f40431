import type { Edition } from '../definition/survey-definition.ts';
import type { DeliveryFacts } from '../definition/unit.ts';
import { notAtHand } from '../engine/at-hand.ts';
import { Masks } from '../engine/masks.ts';
import { tableOf } from '../reading/open-file.ts';
import type { WorkbookReader } from '../reading/prepare-source.ts';
import { fieldsOfLastYear } from './asked-of-last-year.ts';
import { fieldsAtHand, groundOfLastYear, readByPanel } from './ground.ts';
import { RecordsOfPersons } from './records-of-persons.ts';
import type { Surroundings, Panel } from './surroundings.ts';
import type { Groups } from './groups.ts';

/** Last year's delivery as the conditions see it: its own year, codes and corrections. */
export function lastYearOf(edition: Edition, facts: DeliveryFacts, readBook: WorkbookReader | undefined): Surroundings | undefined {
  const { lastYear } = facts;
  if (!lastYear || !('file' in lastYear)) return undefined;
  const table = tableOf(lastYear.file, edition, readBook, {
    atHand: fieldsAtHand(edition, facts),
    only: fieldsOfLastYear(edition),
    corrections: lastYear.corrections ?? [],
  });
  const ground = groundOfLastYear(edition);
  const around: Surroundings = {
    ...ground,
    ground,
    table,
    facts,
    masks: new Masks(ground.questions, table.records, () => around),
    personalNumbers: new Map(),
  };
  return around;
}

/**
 * Which record of last year is a record's: the person's with the same employment id; without an employment id the person's with
 * the same label, when there is only one such record in each year.
 */
export function panelOf(now: Omit<Surroundings, 'panel'>, last: Surroundings, groups: Groups): Panel | undefined {
  const reads = readByPanel(now);
  if (reads.length === 0) return undefined;
  const [who, which, what] = reads as [number, number, number];
  const [person, employment, label] = reads.map((column) => ({
    now: now.table.columns[column]!,
    last: last.table.columns[column]!,
  })) as [Both, Both, Both];
  const [lastPerson, lastEmployment, lastLabel] = [person, employment, label].map(translated) as [Translate, Translate, Translate];
  const { misfits } = last.table;
  const persons = new RecordsOfPersons(person.last.values, person.last.dictionary!.size, (record) => !misfits.has(record));
  const alike = groups.by([who, what, which]).groups;
  const find = (record: number, by: By): number => {
    const personId = lastPerson(person.now.values[record]!);
    if (personId <= 0) return -1;
    if (employment.now.values[record] !== 0) {
      const employmentId = lastEmployment(employment.now.values[record]!);
      return employmentId < 0 ? -1 : persons.only(personId, employment.last.values, employmentId);
    }
    if (by === 'employmentId' || alike.sizeOf(alike.groupOf[record]!) !== 1) return -1;
    const labelId = lastLabel(label.now.values[record]!);
    return labelId < 0 ? -1 : persons.only(personId, label.last.values, labelId);
  };
  // A dozen rules ask of the same matches.
  const found: Record<By, Int32Array | undefined> = { any: undefined, employmentId: undefined };
  const matchesOf = (by: By, from: number, to: number): Int32Array => {
    const matches = (found[by] ??= new Int32Array(now.table.records).fill(unknown));
    for (let record = from; record < to; record += 1) if (matches[record] === unknown) matches[record] = find(record, by);
    return matches;
  };
  return {
    last,
    reads,
    hasPerson: (record) => persons.has(lastPerson(person.now.values[record]!)),
    match: (record, by) => matchesOf(by, record, record + 1)[record]!,
    matches: matchesOf,
    forget() {
      for (const matches of Object.values(found)) matches?.fill(unknown);
    },
  };
}

type By = Parameters<Panel['match']>[1];

/** A match that has not been looked for. */
const unknown = -2;

type Both = { readonly [Year in 'now' | 'last']: Surroundings['table']['columns'][number] };
type Translate = (id: number) => number;

/** Last year's id of a text by this year's; -1 for a text that last year did not have. */
export function translated({ now, last }: Both): Translate {
  const known = last.dictionary!.idsOf(now.dictionary!);
  // Those that are not known, and those that a correction brings.
  const others: number[] = [];
  return (id) => {
    const found = id < known.length ? known[id]! : notAtHand;
    return found === notAtHand ? (others[id] ??= last.dictionary!.idOf(now.dictionary!, id)) : found;
  };
}
