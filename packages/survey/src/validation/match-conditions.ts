import type { Condition } from '../definition/condition.ts';
import { fillAnswered, fillMatched } from '../engine/fill-matched.ts';
import type { Asked as AskedOf } from '../engine/questions.ts';
import type { Column } from '../engine/table.ts';
import { isUnread } from '../reading/encode-number.ts';
import { readByPanel, type Ground } from './ground.ts';
import { translated } from './panel.ts';
import { columnOf, indexOf, type Panel, type Surroundings } from './surroundings.ts';
import { always } from './text-answers.ts';

/*
 * Conditions on the record's match in last year's delivery: a record without one is answered no.
 */

type Answered = AskedOf<Surroundings>;

interface Asked {
  readonly ground: Ground;
  readonly match: 'any' | 'employmentId';
}

/** Matches of the records of words [from, to). Not to be kept. */
export const matchesIn = (panel: Panel, by: Asked['match'], records: number, from: number, to: number): Int32Array =>
  panel.matches(by, from * 32, Math.min(records, to * 32));

/** Words of masks, as far as the matches of records are known. */
type FillMatched = (words: Int32Array, at: number, from: number, to: number, records: number, matches: Int32Array) => void;

/** Of records with a match in last year's delivery. */
function ofMatch(
  { ground, match }: Asked,
  reads: readonly number[],
  fillOf: (panel: Panel, around: Surroundings) => FillMatched,
): Answered {
  return {
    reads: [...readByPanel(ground), ...reads],
    answer(around) {
      const { panel, table } = around;
      if (!panel) return always(false);
      const fill = fillOf(panel, around);
      const { records } = table;
      return { fill: (words, at, from, to) => fill(words, at, from, to, records, matchesIn(panel, match, records, from, to)) };
    },
  };
}

const whereMatched =
  (isSo: (record: number, matched: number) => boolean): FillMatched =>
  (words, at, from, to, records, matches) =>
    fillMatched(words, at, from, to, records, matches, isSo);

/** A mask of last year's delivery is set for the match. @param answersOf a bit for each record of last year */
export const answeredLastYear = (answersOf: (last: Surroundings) => Int32Array, asking: Asked): Answered =>
  ofMatch(asking, [], ({ last }) => {
    const answers = answersOf(last);
    return (words, at, from, to, records, matches) => fillAnswered(words, at, from, to, records, matches, answers);
  });

/** Text of a matched record's cell is this record's; of numbers, the number. A number that cannot be read is like no other. */
export const sameAsLastYear = (field: string, asking: Asked): Answered =>
  ofMatch(asking, [indexOf(asking.ground, field)], ({ last }, around) =>
    whereMatched(isSameIn(columnOf(around, field), columnOf(last, field))),
  );

function isSameIn(now: Column, last: Column): (record: number, matched: number) => boolean {
  if (!now.dictionary) return (record, matched) => !isUnread(now.values[record]!) && now.values[record] === last.values[matched];
  const lastId = translated({ now, last });
  return (record, matched) => lastId(now.values[record]!) === last.values[matched];
}

/** What a list says of the text of the match's cell is what it says of this record's. */
export function sameFactAsLastYear({ field, list, fact }: Extract<Condition, { op: 'sameFactAsLastYear' }>, asking: Asked): Answered {
  const { codeLists } = asking.ground;
  const factOf = new Map(codeLists[list]?.codes.map(({ code, facts }) => [code, facts?.[fact]]));
  return ofMatch(asking, [indexOf(asking.ground, field)], (panel, around) => {
    const [now, last] = [factsIn(columnOf(around, field), factOf), factsIn(columnOf(panel.last, field), factOf)];
    return whereMatched((record, matched) => now(record) === last(matched));
  });
}

/** What a list says of the text of a record's cell, looked up once for each text. */
function factsIn<Fact>(column: Column, factOf: ReadonlyMap<string, Fact>): (record: number) => Fact | undefined {
  const known: (Fact | undefined)[] = [];
  return (record) => {
    const id = column.values[record]!;
    if (!(id in known)) known[id] = factOf.get(column.dictionary!.textOf(id));
    return known[id];
  };
}
